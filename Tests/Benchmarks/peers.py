# SPDX-License-Identifier: GPL-3.0-or-later
"""Times other engines on the same rules and messages; each gives (load ms, median µs, p99 µs, found).

`found` is the set of intents for each message, where the engine can tell them all.
"""

import hashlib
import statistics
import time


def timed(messages, match):
    times, found = [], []
    for message in messages:
        start = time.perf_counter_ns()
        result = match(message)
        times.append((time.perf_counter_ns() - start) / 1000)
        found.append(result)
    times.sort()
    return statistics.median(times), times[min(len(times) - 1, int(len(times) * 0.99))], found


def hyperscan(rules, messages, cache):
    import hyperscan as hs

    patterns = rules.regexes()
    cache = cache / f"hyperscan-{hashlib.sha256(repr(patterns).encode()).hexdigest()[:16]}.db"
    start = time.perf_counter()
    if cache.exists():
        database = hs.loadb(cache.read_bytes(), hs.HS_MODE_BLOCK)
    else:
        database = hs.Database()
        database.compile(
            expressions=[regex.encode() for _, regex in patterns],
            ids=[number for number, _ in patterns],
            flags=[hs.HS_FLAG_SINGLEMATCH] * len(patterns),
        )
        cache.write_bytes(hs.dumpb(database))
    load = (time.perf_counter() - start) * 1000
    scratch = hs.Scratch(database)
    database.scratch = scratch
    found = set()

    def note(number, begin, end, flags, context):
        found.add(number)

    def match(message):
        found.clear()
        database.scan(message, match_event_handler=note)
        return set(found)

    return load, *timed([(" " + m).encode() for m in messages], match)


def re2(rules, messages, cache):
    import re2 as engine

    options = engine.Options()
    options.max_mem = 4 << 30
    start = time.perf_counter()
    patterns = engine.Set.SearchSet(options)
    numbers = []
    for number, regex in rules.regexes():
        patterns.Add(regex)
        numbers.append(number)
    patterns.Compile()
    load = (time.perf_counter() - start) * 1000

    def match(message):
        return {numbers[index] for index in patterns.Match(message) or ()}

    return load, *timed([" " + m for m in messages], match)


def hassil(rules, messages, cache):
    from hassil import Intents, recognize_all

    start = time.perf_counter()
    lists = {f"list{n}": {"values": values} for n, values in enumerate(rules.lists)}
    lists |= {name: {"wildcard": True} for name in ("before", "after", "gap")}
    sentences = {
        f"kind{number}": {
            "data": [
                {"sentences": ["[{before}] " + rules.written(t, gap=lambda n: "[{gap}]") + " [{after}]"
                               for t in templates]}
            ]
        }
        for number, templates in enumerate(rules.intents)
    }
    intents = Intents.from_dict({"language": "en", "intents": sentences, "lists": lists})
    load = (time.perf_counter() - start) * 1000

    def match(message):
        return {next((int(r.intent.name[4:]) for r in recognize_all(message, intents)), None)}

    return load, *timed(messages, match)


def rivescript(rules, messages, cache):
    from rivescript import RiveScript

    start = time.perf_counter()
    bot = RiveScript(utf8=True)
    lines = ["! version = 2.0"]
    lines += [f"! array list{n} = {'|'.join(values)}" for n, values in enumerate(rules.lists)]
    seen = set()
    for number, templates in enumerate(rules.intents):
        for template in templates:
            text = rules.written(template, gap=lambda n: "[*]", listed=lambda n: f"(@list{n})")
            if text not in seen:
                lines += [f"+ [*] {text} [*]", f"- kind{number}", ""]
                seen.add(text)
    bot.stream("\n".join(lines))
    bot.sort_replies()
    load = (time.perf_counter() - start) * 1000
    return load, *timed(messages, lambda message: {bot.reply("user", message)})


# Largest N, and how many messages are timed: the slow ones would take hours.
ENGINES = {
    "Hyperscan": (hyperscan, 10_000, 2_000),
    "RE2 set": (re2, 1_000, 2_000),
    "hassil": (hassil, 1_000, 60),
    "RiveScript": (rivescript, 1_000, 20),
}
