# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes rule sets and messages to measure with: the same seed gives the same bytes.

N intents have three templates each, with alternatives, optional words, word lists and gaps of up to
three words. Words come from a vocabulary of 20,000 English words, the r-th most common of which is met
1/r as often as the first. Half of the messages hold a sentence of some template.

Words that the language file knows (conjunctions, contractions, cues) are left out, so that a regular
expression means exactly what the template means, and the engines can be checked against each other.
"""

import bisect
import itertools
import pathlib
import random
import re

VOCABULARY = 20_000
LISTS = 40


class Words:
    """Draws words as a Zipf distribution has them."""

    def __init__(self, rules, draw):
        language = (rules / "language/en.yaml").read_text(encoding="utf-8")
        known = set(re.findall(r"[a-z]+", language.lower()))
        lines = (rules / "language/words.txt").read_text(encoding="utf-8").split("\n")
        usable = [w for w in lines if re.fullmatch("[a-z]{4,12}", w) and w not in known]
        self.words = draw.sample(usable, min(VOCABULARY, len(usable)))
        weights = itertools.accumulate(1 / (rank + 10) for rank in range(len(self.words)))
        self.sums = list(weights)
        self.draw = draw

    def one(self):
        return self.words[bisect.bisect(self.sums, self.draw.random() * self.sums[-1])]

    def some(self, least, most):
        return [self.one() for _ in range(self.draw.randint(least, most))]


class RuleSet:
    """Templates as trees: ("word", w), ("any", [words...]), ("maybe", w), ("list", n), ("gap", n)."""

    def __init__(self, intents, rules, seed=1):
        self.draw = random.Random(seed)
        self.words = Words(pathlib.Path(rules), self.draw)
        self.lists = [
            sorted(set(self.words.some(5, 60))) for _ in range(LISTS)
        ]
        self.intents = [[self.template() for _ in range(3)] for _ in range(intents)]

    def template(self):
        items = [self.firm()]
        for _ in range(self.draw.randint(2, 4)):
            kind = self.draw.random()
            if kind < 0.2:
                items.append(("maybe", self.words.one()))
            elif kind < 0.4:
                items.append(("gap", self.draw.randint(1, 3)))
            items.append(self.firm())
        return items

    def firm(self):
        kind = self.draw.random()
        if kind < 0.2:
            return ("any", [self.words.some(1, 2) for _ in range(self.draw.randint(2, 4))])
        if kind < 0.3:
            return ("list", self.draw.randrange(LISTS))
        return ("word", self.words.one())

    def messages(self, count=2_000):
        for number in range(count):
            wanted = self.draw.randint(5, 40)
            core = []
            if number % 2 == 0:
                core = self.sentence(self.draw.choice(self.draw.choice(self.intents)))
            spare = max(0, wanted - len(core))
            before = self.draw.randint(0, spare)
            words = [self.words.one() for _ in range(before)] + core
            yield " ".join(words + [self.words.one() for _ in range(spare - before)])

    def sentence(self, template):
        words = []
        for kind, value in template:
            if kind == "word":
                words.append(value)
            elif kind == "any":
                words += self.draw.choice(value)
            elif kind == "maybe":
                words += [value] if self.draw.random() < 0.5 else []
            elif kind == "list":
                words.append(self.draw.choice(self.lists[value]))
            else:
                words += self.words.some(0, value)
        return words

    # How each engine writes a template.

    def written(self, template, gap=lambda most: f"*{most}", listed=lambda number: f"{{list{number}}}"):
        forms = {
            "word": lambda word: word,
            "any": lambda branches: "(" + "|".join(" ".join(b) for b in branches) + ")",
            "maybe": lambda word: f"[{word}]",
            "list": listed,
            "gap": gap,
        }
        return " ".join(forms[kind](value) for kind, value in template)

    def regex(self, template):
        """For a message that has one blank before each word."""
        forms = {
            "word": lambda word: f" {word}",
            "any": lambda branches: "(?:" + "|".join(" " + " ".join(b) for b in branches) + ")",
            "maybe": lambda word: f"(?: {word})?",
            "list": lambda number: " (?:" + "|".join(self.lists[number]) + ")",
            "gap": lambda most: f"(?: [a-z]+){{0,{most}}}",
        }
        return "".join(forms[kind](value) for kind, value in template) + r"\b"

    def regexes(self):
        return [
            (number, self.regex(template))
            for number, templates in enumerate(self.intents)
            for template in templates
        ]

    def write(self, folder):
        """As rule files, fifty intents each."""
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "lists.yaml").open("w") as out:
            out.write("language: en\nlists:\n")
            for number, values in enumerate(self.lists):
                out.write(f"  list{number}: {{values: [{', '.join(values)}]}}\n")
        for start in range(0, len(self.intents), 50):
            with (folder / f"intents-{start:06}.yaml").open("w") as out:
                out.write("language: en\nintents:\n")
                for number in range(start, min(start + 50, len(self.intents))):
                    out.write(f"  family{number // 20}.kind{number}:\n    sentences: |\n")
                    for template in self.intents[number]:
                        out.write(f"      {self.written(template)}\n")
