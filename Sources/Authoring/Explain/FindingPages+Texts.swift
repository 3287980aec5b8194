// SPDX-License-Identifier: GPL-3.0-or-later

extension FindingPages {
  /// Made from `Pages/*.md` by `Pages/embed.py`; a test sees to it that they agree.
  static let texts: [String: String] = [
    "ask-and-try": #"""
    # ask-and-try

    A reply ends with a question or with a small step, never both: one thing at a time.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
          try: Write one line to them today.
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "broken-model": #"""
    # broken-model

    The likeness model cannot be read. It is made from the messages in the rule files: run mend learn.
    """#,
    "byte-order-mark": #"""
    # byte-order-mark

    The file begins with the three bytes EF BB BF, which some Windows editors write. It is read all the same; save it
    as UTF-8 without a byte-order mark to be rid of the warning.
    """#,
    "capture-grammar": #"""
    # capture-grammar

    What is captured as `other` is said with "your" before it, so it must be the bare name: `wife`, not `a wife`.

    ## Fails

    ```yaml
    lists:
      other:
        values:
        - {in: wife, out: the wife of mine}
        - {in: friend, out: a friend}
    facts:
      other:
      - sentences: |
          my {other}
    ```

    ## Mended

    ```yaml
    lists:
      other:
        values:
        - {in: wife, out: wife}
        - {in: friend, out: friend}
    facts:
      other:
      - sentences: |
          my {other}
    ```
    """#,
    "capture-never-filled": #"""
    # capture-never-filled

    A fact is learnt from a capture that no template of the intent makes, so it is never learnt.

    ## Fails

    ```yaml
    lists:
      person: [wife, husband]
    intents:
      own-breach.told:
        sentences: |
          i lied to my {person}
        captures: {other: "{persn}"}
    ```

    ## Mended

    ```yaml
    lists:
      person: [wife, husband]
    intents:
      own-breach.told:
        sentences: |
          i lied to my {person}
        captures: {other: "{person}"}
    ```
    """#,
    "control-character": #"""
    # control-character

    YAML allows no control characters, so the transcript holds one by accident. It is read as U+FFFD until it is removed or
    written as an escape in double quotes.
    """#,
    "counterexample-heard": #"""
    # counterexample-heard

    A counterexample must not give the intent, wherever it would rank. A template is too wide, or the
    message needs an unless.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          was nothing
        counterexamples: [There was nothing to eat.]
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        counterexamples: [There was nothing to eat.]
    ```
    """#,
    "curly-quotes": #"""
    # curly-quotes

    An editor turned the quotes around a text into curly ones. YAML knows only straight ones, so the curly ones stay in the
    text, and a template with them hears nothing.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        examples:
        - “It was nothing.”
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        examples:
        - "It was nothing."
    ```
    """#,
    "cut-off": #"""
    # cut-off

    A transcript that mend wrote stops in the middle of a turn: the machine went down, or the disk was full. It is read up to
    its last whole turn. A turn is whole once it has its `intents`.

    ## Fails

    ```yaml
    # transcript
    format: 1
    session: 2026-11-21T10-30-05Z-7f3a
    turns:
    - user: Hello.
      intents: [greeting]
    - user: It was one text, come on.
    ```

    ## Mended

    ```yaml
    # transcript
    format: 1
    session: 2026-11-21T10-30-05Z-7f3a
    turns:
    - user: Hello.
      intents: [greeting]
    - user: It was one text, come on.
      intents: [denial]
    ```
    """#,
    "danger-missed": #"""
    # danger-missed

    An example of danger must give danger first, whatever else is loaded. It must never be missed: add
    a template.

    ## Fails

    ```yaml
    # file: safety/x.yaml
    intents:
      crisis-x.wish:
        tier: safety
        sentences: |
          i want to die
        examples: [I wish I were dead.]
    replies:
      crisis-x:
        stages:
          first:
          - Please reach somebody now, {emergency} if life is at risk (0).
          again:
          - Please reach somebody now, {emergency} if life is at risk (1).
          safe:
          - Please reach somebody now, {emergency} if life is at risk (2).
          retracted:
          - Please reach somebody now, {emergency} if life is at risk (3).
          later:
          - Please reach somebody now, {emergency} if life is at risk (4).
    ```

    ## Mended

    ```yaml
    # file: safety/x.yaml
    intents:
      crisis-x.wish:
        tier: safety
        sentences: |
          i want to die
          i wish i were dead
        examples: [I wish I were dead.]
    replies:
      crisis-x:
        stages:
          first:
          - Please reach somebody now, {emergency} if life is at risk (0).
          again:
          - Please reach somebody now, {emergency} if life is at risk (1).
          safe:
          - Please reach somebody now, {emergency} if life is at risk (2).
          retracted:
          - Please reach somebody now, {emergency} if life is at risk (3).
          later:
          - Please reach somebody now, {emergency} if life is at risk (4).
    ```
    """#,
    "dead-end": #"""
    # dead-end

    After this reply the talk has nowhere to go: it asks nothing, suggests nothing, and no knowledge entry stands behind it.
    Add `ask:` or `try:`, or name an entry in `guidance:`.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "duplicate-example": #"""
    # duplicate-example

    The same message is an example twice. Under two intents, it cannot give both of them first.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        examples:
        - It was nothing.
        - It was nothing.
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        examples:
        - It was nothing.
        - Come on, it was nothing.
    ```
    """#,
    "duplicate-key": #"""
    # duplicate-key

    One key stands twice in one mapping; YAML would keep only one of the two.

    ## Fails

    ```yaml
    intents:
      a.b:
        sentences: x y
        sentences: z
    ```

    ## Mended

    ```yaml
    intents:
      a.b:
        sentences: |
          x y
          z
    ```
    """#,
    "duplicate-name": #"""
    # duplicate-name

    Two things of one kind have one name. Only the first is used, so the second is lost in silence.

    ## Fails

    ```yaml
    exercises:
      plan:
        title: A plan
        offer: Shall we make a plan?
        opening: Short answers will do.
        steps:
        - {id: what, ask: What happened?}
        - {id: what, ask: What next?}
        closing: That is your plan.
        document: "{what}"
    ```

    ## Mended

    ```yaml
    exercises:
      plan:
        title: A plan
        offer: Shall we make a plan?
        opening: Short answers will do.
        steps:
        - {id: what, ask: What happened?}
        - {id: next, ask: What next?}
        closing: That is your plan.
        document: "{what} {next}"
    ```
    """#,
    "duplicate-template": #"""
    # duplicate-template

    The same template stands twice. Of two intents that share one, the ranking always takes the same,
    so the other's line is dead.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
          It was nothing
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
          it meant nothing
    ```
    """#,
    "example-not-heard": #"""
    # example-not-heard

    An example must give its own intent first. Here its intent does not hear it at all: no template
    matches, or a guard or an unless puts the match aside. mend explain --rule INTENT MESSAGE shows
    what comes nearest.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        examples: [It meant nothing.]
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it (was|meant) nothing
        examples: [It meant nothing.]
    ```
    """#,
    "example-stolen": #"""
    # example-stolen

    Another intent hears the example too, and ranks before its own. The message names the key of the
    ranking that decided: tier, points or name.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        examples: [It was nothing at all.]
      denial.flat:
        sentences: |
          it was nothing at all
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        examples: [It was nothing at all.]
      denial.flat:
        sentences: |
          it was nothing of the kind
    ```
    """#,
    "fact-never-read": #"""
    # fact-never-read

    A fact is learnt and nothing asks for it: left over, or its name is misspelt where it should be
    asked for.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        captures: {mood: angry}
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        captures: {role: breaker}
    ```
    """#,
    "fact-never-set": #"""
    # fact-never-set

    A condition asks for a fact that nothing ever learns, so what depends on it never applies.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        when: {rol: breaker}
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        when: {role: breaker}
    ```
    """#,
    "fact-value-never-set": #"""
    # fact-value-never-set

    Something waits for a value that the fact never has, so it never comes up.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          when: {role: braker}
          ask: >-
            What would you like them to know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          when: {role: breaker}
          ask: >-
            What would you like them to know?
    ```
    """#,
    "file-too-large": #"""
    # file-too-large

    The file is larger than is read. Split it.
    """#,
    "half-answered-question": #"""
    # half-answered-question

    A question of which yes or no was thought of must have both, or the other answer falls flat.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            Have you told them yet?
          yes: That took something.
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            Have you told them yet?
          yes: That took something.
          no: It can wait until you have the words.
    ```
    """#,
    "ignore-without-reason": #"""
    # ignore-without-reason

    A finding is silenced on a line by # mend: ignore CODE because …, and a reason belongs to it: the
    next reader must know why it was put up with.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          # mend: ignore duplicate-template
          it was nothing
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          # mend: ignore duplicate-template because the list is made by a script
          it was nothing
    ```
    """#,
    "incomplete-intent": #"""
    # incomplete-intent

    The intent is matched and reported all the same. But without about nobody can see what it is for,
    without examples and counterexamples nothing proves that it works, and without a reply mend hears
    it and has nothing to say.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        about: Shrinks what happened.
        sentences: |
          it was nothing
        examples: ["Come on, it was nothing."]
        counterexamples: [Nothing helps.]
        reply:
        - Its size is for the other person to say, and hiding it made it larger than it had to be. You could tell them tonight that you see that now, and stop there.
    ```
    """#,
    "key-without-meaning": #"""
    # key-without-meaning

    A key of hassil's files: accepted so that such files load, and not used.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        metadata: {a: 1}
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    ```
    """#,
    "likeness-out-of-date": #"""
    # likeness-out-of-date

    Examples or heard: lists have changed since the likeness model was learnt, so what is like what is
    judged by the old ones. Run mend learn.
    """#,
    "list-value-not-plain": #"""
    # list-value-not-plain

    A value of a word list must stand for fixed words, so that lists of any size cost nothing. Gaps,
    anchors and lists inside belong into the template.

    ## Fails

    ```yaml
    lists:
      thing: ["a * text"]
    intents:
      denial.small:
        sentences: |
          it was {thing}
    ```

    ## Mended

    ```yaml
    lists:
      thing: [text]
    intents:
      denial.small:
        sentences: |
          it was a * {thing}
    ```
    """#,
    "long-line": #"""
    # long-line

    A line of a transcript has more than 8 MB. No message is that long, so the file is damaged or is no transcript, and it was
    not read.
    """#,
    "look-alike-letter": #"""
    # look-alike-letter

    A letter of another script looks like a Latin one. Nobody sees it and nobody types it, so a
    template that holds it is deaf.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nоthing
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    ```
    """#,
    "loop": #"""
    # loop

    This leads back to itself: an answer that asks its own question again, an exercise that asks the same thing twice, an
    entry related to itself, a family that turns into itself.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            Do they know of it?
          yes: >-
            Then half of it is done. Do they know of it?
          no: >-
            Then this is what comes first.
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            Do they know of it?
          yes: >-
            Then half of it is done. What did they say?
          no: >-
            Then this is what comes first.
    ```
    """#,
    "lost-answer": #"""
    # lost-answer

    A step is asked for, and its answer does not stand in the written result: somebody wrote it for
    nothing.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    exercises:
      plan:
        title: A plan
        about: [denial]
        offer: Shall we make a plan?
        opening: Short answers will do.
        steps:
        - {id: what, ask: What happened?}
        - {id: next, ask: What next?}
        closing: That is your plan.
        document: "{what}"
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    exercises:
      plan:
        title: A plan
        about: [denial]
        offer: Shall we make a plan?
        opening: Short answers will do.
        steps:
        - {id: what, ask: What happened?}
        - {id: next, ask: What next?}
        closing: That is your plan.
        document: "{what} {next}"
    ```
    """#,
    "missing-key": #"""
    # missing-key

    Something that the rest depends on is not there.

    ## Fails

    ```yaml
    intents:
      denial.small:
        about: Shrinks it.
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        about: Shrinks it.
        sentences: |
          it was nothing
    ```
    """#,
    "missing-pattern": #"""
    # missing-pattern

    A talk asks for this part (`patterns:`), and the rules have no words for it: mend would answer with nothing. Add at least
    one text.
    """#,
    "missing-stage": #"""
    # missing-stage

    A talk about danger goes through stages, and has something to say at each of them: first, again,
    safe, retracted, later.

    ## Fails

    ```yaml
    # file: safety/x.yaml
    intents:
      crisis-x:
        tier: safety
        sentences: |
          i want to die
    replies:
      crisis-x:
        stages:
          first:
          - Please reach somebody now, {emergency} if life is at risk (0).
          again:
          - Please reach somebody now, {emergency} if life is at risk (1).
          safe:
          - Please reach somebody now, {emergency} if life is at risk (2).
          retracted:
          - Please reach somebody now, {emergency} if life is at risk (3).
    ```

    ## Mended

    ```yaml
    # file: safety/x.yaml
    intents:
      crisis-x:
        tier: safety
        sentences: |
          i want to die
    replies:
      crisis-x:
        stages:
          first:
          - Please reach somebody now, {emergency} if life is at risk (0).
          again:
          - Please reach somebody now, {emergency} if life is at risk (1).
          safe:
          - Please reach somebody now, {emergency} if life is at risk (2).
          retracted:
          - Please reach somebody now, {emergency} if life is at risk (3).
          later:
          - Please reach somebody now, {emergency} if life is at risk (4).
    ```
    """#,
    "missing-text": #"""
    # missing-text

    A promise needs the words of what was promised.

    ## Fails

    ```yaml
    # transcript
    turns:
    - user: I will call on Sunday.
      promises:
      - {state: open}
    ```

    ## Mended

    ```yaml
    # transcript
    turns:
    - user: I will call on Sunday.
      promises:
      - {text: call on Sunday, state: open}
    ```
    """#,
    "missing-turns": #"""
    # missing-turns

    A transcript without `turns:` tests nothing.

    ## Fails

    ```yaml
    # transcript
    format: 1
    seed: 1
    ```

    ## Mended

    ```yaml
    # transcript
    format: 1
    seed: 1
    turns:
    - user: Hello.
    ```
    """#,
    "missing-user": #"""
    # missing-user

    A turn must say what the user said; all else is optional.

    ## Fails

    ```yaml
    # transcript
    turns:
    - intents: [greeting]
    ```

    ## Mended

    ```yaml
    # transcript
    turns:
    - user: Hello.
      intents: [greeting]
    ```
    """#,
    "misspelt-word": #"""
    # misspelt-word

    A word of a reply stands in no dictionary. If it is right all the same (a name, a word of your field), add it to
    `language/accepted.txt` in the rules folder, one word a line.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to unnderstand?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to understand?
    ```
    """#,
    "no-contact-anywhere": #"""
    # no-contact-anywhere

    Most people do not say where they live. A contact for the region anywhere is what they are told.

    ## Fails

    ```yaml
    # file: safety/x.yaml
    contacts:
    - {region: uk, name: United Kingdom, emergency: "999"}
    ```

    ## Mended

    ```yaml
    # file: safety/x.yaml
    contacts:
    - {region: uk, name: United Kingdom, emergency: "999"}
    - {region: anywhere, name: anywhere, emergency: "112 or 911"}
    ```
    """#,
    "no-final-newline": #"""
    # no-final-newline

    The last line of a transcript written by hand has no line end, as if the file had been cut off there. It is read in full.
    """#,
    "not-covered": #"""
    # not-covered

    A piece of guidance of the source articles (knowledge/inventory-ids.txt) is said by no knowledge
    entry. Say it in a point in words of your own, and name its id there under covers:.
    """#,
    "not-utf8": #"""
    # not-utf8

    The file has bytes that are not UTF-8; it may be saved as Latin-1. Save it as UTF-8.
    """#,
    "repeated-sentence": #"""
    # repeated-sentence

    A sentence stands in the rules twice. A talk never says one twice, so the second of the texts
    would be left out.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
        - text: >-
            How big it was is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "reply-grammar": #"""
    # reply-grammar

    `{other}` is filled with "your wife" or "the other person", `{them}` and `{their}` with a pronoun. Write the text so that
    it is a sentence whichever it is: no article before `{other}`, the verb for one person, `{Other}` and not `{them}` as the
    subject.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What does it cost the {other} to hear this?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What does it cost {other} to hear this?
    ```
    """#,
    "reply-hard-to-read": #"""
    # reply-hard-to-read

    The text asks for more years of school than a tired, upset reader has to hand (Flesch and
    Kincaid's grade). Shorter sentences and plainer words help.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Acknowledging responsibility unconditionally necessitates communicating transparently about intentions, circumstances and consequences, notwithstanding understandable apprehension concerning potentially disproportionate interpersonal repercussions, which nevertheless remain preferable to continued uncertainty.
          ask: >-
            What would you like them to know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "reply-label": #"""
    # reply-label

    A reply names what was done, never what somebody is. A label closes a talk, and a diagnosis is not
    ours to make.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen. They sound like a narcissist.
          ask: >-
            What would you like them to know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "reply-leading-question": #"""
    # reply-leading-question

    A question that has its answer in it presses. Ask openly.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            Don't you think they should know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "reply-length": #"""
    # reply-length

    A text has 25 to 60 words, and a whole reply 40 to 90 with its opener and its question or step.
    Longer ones are not read by somebody who is upset; shorter ones say nothing.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for them to say.
          ask: >-
            What would you like them to know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "reply-machine": #"""
    # reply-machine

    A reply neither speaks as a machine nor claims feelings, a life, or to know how another feels.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen. I know how you feel.
          ask: >-
            What would you like them to know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "reply-minimising": #"""
    # reply-minimising

    How much it hurts is for the one who was hurt to say. Words that shrink it hurt again.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen. Calm down first.
          ask: >-
            What would you like them to know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "reply-policing": #"""
    # reply-policing

    Checking, testing and punishing never bring trust back. Openness counts when it is given.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen. Or check their phone.
          ask: >-
            What would you like them to know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "reply-promise": #"""
    # reply-promise

    No one can promise how it ends, when, or that the other will forgive.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen. Time heals, as they say.
          ask: >-
            What would you like them to know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "reply-questions": #"""
    # reply-questions

    A reply asks one question, and it stands in ask:. A question in the text makes two, and mend would
    not know which of them is answered.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen. Would you?
          ask: >-
            What would you like them to know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "reply-shared-blame": #"""
    # reply-shared-blame

    Where somebody is not safe, nothing may be shared out between two: no couple rules, no both, no
    why-didn't-you.

    ## Fails

    ```yaml
    # file: safety/x.yaml
    intents:
      crisis-x:
        tier: safety
        sentences: |
          he hits me
    replies:
      crisis-x:
        stages:
          first:
          - Please reach somebody now, {emergency} if life is at risk and talk about it as a couple.
          again:
          - Please reach somebody now, {emergency} if life is at risk (1).
          safe:
          - Please reach somebody now, {emergency} if life is at risk (2).
          retracted:
          - Please reach somebody now, {emergency} if life is at risk (3).
          later:
          - Please reach somebody now, {emergency} if life is at risk (4).
    ```

    ## Mended

    ```yaml
    # file: safety/x.yaml
    intents:
      crisis-x:
        tier: safety
        sentences: |
          he hits me
    replies:
      crisis-x:
        stages:
          first:
          - Please reach somebody now, {emergency} if life is at risk (0).
          again:
          - Please reach somebody now, {emergency} if life is at risk (1).
          safe:
          - Please reach somebody now, {emergency} if life is at risk (2).
          retracted:
          - Please reach somebody now, {emergency} if life is at risk (3).
          later:
          - Please reach somebody now, {emergency} if life is at risk (4).
    ```
    """#,
    "rule-cycle": #"""
    # rule-cycle

    An expansion rule refers to itself, directly or through others, and would never end.

    ## Fails

    ```yaml
    expansion_rules:
      a: very <b>
      b: "[really] <a>"
    intents:
      denial.small:
        sentences: |
          <a>
    ```

    ## Mended

    ```yaml
    expansion_rules:
      a: very <b>
      b: "[really] nothing"
    intents:
      denial.small:
        sentences: |
          <a>
    ```
    """#,
    "safety-outside": #"""
    # safety-outside

    Danger is declared in the files of safety/ alone, so that no other file can shadow it, weaken it
    or answer it.

    ## Fails

    ```yaml
    # file: mine.yaml
    intents:
      crisis-x:
        tier: safety
        sentences: |
          i want to die
    replies:
      crisis-x:
        stages:
          first:
          - Please reach somebody now, {emergency} if life is at risk (0).
          again:
          - Please reach somebody now, {emergency} if life is at risk (1).
          safe:
          - Please reach somebody now, {emergency} if life is at risk (2).
          retracted:
          - Please reach somebody now, {emergency} if life is at risk (3).
          later:
          - Please reach somebody now, {emergency} if life is at risk (4).
    ```

    ## Mended

    ```yaml
    # file: safety/x.yaml
    intents:
      crisis-x:
        tier: safety
        sentences: |
          i want to die
    replies:
      crisis-x:
        stages:
          first:
          - Please reach somebody now, {emergency} if life is at risk (0).
          again:
          - Please reach somebody now, {emergency} if life is at risk (1).
          safe:
          - Please reach somebody now, {emergency} if life is at risk (2).
          retracted:
          - Please reach somebody now, {emergency} if life is at risk (3).
          later:
          - Please reach somebody now, {emergency} if life is at risk (4).
    ```
    """#,
    "safety-weakened": #"""
    # safety-weakened

    A danger has the tier safety and is heard whatever is known so far; anything less could be missed.

    ## Fails

    ```yaml
    # file: safety/x.yaml
    intents:
      crisis-x:
        tier: safety
        when: {role: hurt}
        sentences: |
          i want to die
    replies:
      crisis-x:
        stages:
          first:
          - Please reach somebody now, {emergency} if life is at risk (0).
          again:
          - Please reach somebody now, {emergency} if life is at risk (1).
          safe:
          - Please reach somebody now, {emergency} if life is at risk (2).
          retracted:
          - Please reach somebody now, {emergency} if life is at risk (3).
          later:
          - Please reach somebody now, {emergency} if life is at risk (4).
    ```

    ## Mended

    ```yaml
    # file: safety/x.yaml
    intents:
      crisis-x:
        tier: safety
        sentences: |
          i want to die
    replies:
      crisis-x:
        stages:
          first:
          - Please reach somebody now, {emergency} if life is at risk (0).
          again:
          - Please reach somebody now, {emergency} if life is at risk (1).
          safe:
          - Please reach somebody now, {emergency} if life is at risk (2).
          retracted:
          - Please reach somebody now, {emergency} if life is at risk (3).
          later:
          - Please reach somebody now, {emergency} if life is at risk (4).
    ```
    """#,
    "template-matches-nothing": #"""
    # template-matches-nothing

    Every part of the template may be left out, so it would match any message. At least one word must
    be required.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          [it was] [nothing]
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          [it was] nothing
    ```
    """#,
    "template-never-matches": #"""
    # template-never-matches

    The template does not hear sentences that it stands for itself: reading a message rewrites a word
    that it asks for, or ends the clause where it goes on. mend explain shows what a sentence is read
    as.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was *3 , nothing ?really
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing really
    ```
    """#,
    "template-put-aside": #"""
    # template-put-aside

    Whatever the template hears is put aside again: by an unless that matches all of its sentences, or
    by guards (holder, stance, time) that they never meet.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        unless: |
          nothing
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        unless: |
          nothing like
    ```
    """#,
    "template-syntax": #"""
    # template-syntax

    The text is not a template: a bracket that nothing closes or opens, a name with odd characters, |
    and ; mixed in one group. A character that has a meaning is written with a backslash before it.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was (nothing|a joke
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was (nothing|a joke)
    ```
    """#,
    "template-too-broad": #"""
    # template-too-broad

    The template matches a large part of the examples of other intents. It says nothing any more, and
    takes what is not its own.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was a
        examples:
        - "It was a text."
        - "It was a kiss."
        - "It was a joke."
        - "It was a drink."
        - "It was a lie."
        - "It was a game."
        - "It was a walk."
        - "It was a talk."
        - "It was a song."
        - "It was a note."
        - "It was a call."
        - "It was a date."
        - "It was a look."
        - "It was a smile."
        - "It was a chat."
        - "It was a hug."
        - "It was a bet."
        - "It was a loan."
        - "It was a trip."
        - "It was a word."
      vague:
        tier: fallback
        sentences: |
          it
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was a
        examples:
        - "It was a text."
        - "It was a kiss."
        - "It was a joke."
        - "It was a drink."
        - "It was a lie."
        - "It was a game."
        - "It was a walk."
        - "It was a talk."
        - "It was a song."
        - "It was a note."
        - "It was a call."
        - "It was a date."
        - "It was a look."
        - "It was a smile."
        - "It was a chat."
        - "It was a hug."
        - "It was a bet."
        - "It was a loan."
        - "It was a trip."
        - "It was a word."
      vague:
        tier: fallback
        sentences: |
          whatever it is
    ```
    """#,
    "template-too-deep": #"""
    # template-too-deep

    Brackets are nested deeper than is read. Move the inner part to an expansion rule.
    """#,
    "template-too-large": #"""
    # template-too-large

    The template has more parts than one may have. Split it into several lines, or move alternatives
    to a list.
    """#,
    "template-too-long": #"""
    # template-too-long

    The template has more characters than are read. Split it into several lines.
    """#,
    "too-many-sentences": #"""
    # too-many-sentences

    The template stands for more sentences than anyone can try. It costs nothing to match, but what it
    hears is anybody's guess. Splitting it makes it easier to read.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] [(a|b|c|d|e|f|g|h|i)] nothing
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          [(a|b|c)] nothing
    ```
    """#,
    "unknown-format": #"""
    # unknown-format

    The transcript says that it is written in a format that this mend does not know. Formats count from 1.

    ## Fails

    ```yaml
    # transcript
    format: 2
    turns:
    - user: Hello.
    ```

    ## Mended

    ```yaml
    # transcript
    format: 1
    turns:
    - user: Hello.
    ```
    """#,
    "unknown-intent": #"""
    # unknown-intent

    A family, a reply, a name or an exercise refers to an intent that nothing declares, so it is never
    reached.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.smal:
        say:
        - It is for the other person to say how big it was.
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - It is for the other person to say how big it was.
    ```
    """#,
    "unknown-inventory-id": #"""
    # unknown-inventory-id

    A point covers an id that the inventory does not have, so something else is left uncovered.
    """#,
    "unknown-key": #"""
    # unknown-key

    The key has no meaning at this place, so what stands under it is not used. It may be misspelt, or
    stand one level too deep.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        exmples: [It was nothing.]
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        examples: [It was nothing.]
    ```
    """#,
    "unknown-knowledge": #"""
    # unknown-knowledge

    Guidance or a related entry names knowledge that is not there, so the source of a reply cannot be
    shown.

    ## Fails

    ```yaml
    knowledge:
      listening:
        title: Listening
        points:
        - both: Hear them out before you answer.
        related: [talkin]
      talking:
        title: Talking
        points:
        - both: Say one thing at a time.
        related: [listening]
    ```

    ## Mended

    ```yaml
    knowledge:
      listening:
        title: Listening
        points:
        - both: Hear them out before you answer.
        related: [talking]
      talking:
        title: Talking
        points:
        - both: Say one thing at a time.
        related: [listening]
    ```
    """#,
    "unknown-list": #"""
    # unknown-list

    A template names a word list that no file declares. It cannot match anything, so the intent is
    deaf to what the line was written for. The spelling differs, or the list is still to be written.

    ## Fails

    ```yaml
    lists:
      thing: [text, kiss]
    intents:
      denial.small:
        sentences: |
          it was {thnig}
    ```

    ## Mended

    ```yaml
    lists:
      thing: [text, kiss]
    intents:
      denial.small:
        sentences: |
          it was {thing}
    ```
    """#,
    "unknown-pattern": #"""
    # unknown-pattern

    Nothing in a talk asks for a pattern of this name, so its texts are never said.

    ## Fails

    ```yaml
    patterns:
      greting: ["Hello. What brings you here?"]
    ```

    ## Mended

    ```yaml
    patterns:
      greeting: ["Hello. What brings you here?"]
    ```
    """#,
    "unknown-placeholder": #"""
    # unknown-placeholder

    Nothing fills the place between the braces, so a hole would be said. Texts may have {other},
    {Other}, {them} and {their}; those about danger also {emergency} and {line}.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen. Ask {othr}.
          ask: >-
            What would you like them to know?
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. What made it large is that it was hidden, and that is yours to change. You could tell them tonight that you see this now, and then listen. Ask {other}.
          ask: >-
            What would you like them to know?
    ```
    """#,
    "unknown-rule": #"""
    # unknown-rule

    A template names an expansion rule that no file declares, so it cannot match anything.

    ## Fails

    ```yaml
    expansion_rules:
      other: (he|she|they)
    intents:
      denial.small:
        sentences: |
          <othr> is overreacting
    ```

    ## Mended

    ```yaml
    expansion_rules:
      other: (he|she|they)
    intents:
      denial.small:
        sentences: |
          <other> is overreacting
    ```
    """#,
    "unknown-step": #"""
    # unknown-step

    The written result names an answer that no step asks for: a hole in what somebody keeps.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    exercises:
      plan:
        title: A plan
        about: [denial]
        offer: Shall we make a plan?
        opening: Short answers will do.
        steps:
        - {id: what, ask: What happened?}
        - {id: next, ask: What next?}
        closing: That is your plan.
        document: "{wat} {next}"
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    exercises:
      plan:
        title: A plan
        about: [denial]
        offer: Shall we make a plan?
        opening: Short answers will do.
        steps:
        - {id: what, ask: What happened?}
        - {id: next, ask: What next?}
        closing: That is your plan.
        document: "{what} {next}"
    ```
    """#,
    "unknown-value": #"""
    # unknown-value

    The value is none of those that the key may have.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        tier: pitfal
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
        tier: pitfall
    ```
    """#,
    "unread-file": #"""
    # unread-file

    The file stands among the rules and nothing reads it. If it holds rules, end its name in .yaml;
    otherwise keep it elsewhere.
    """#,
    "unreadable-file": #"""
    # unreadable-file

    The file is there and cannot be read. Check its permissions.
    """#,
    "unused-knowledge": #"""
    # unused-knowledge

    No reply draws on the entry, nothing is related to it, and nothing that is heard has its name:
    nobody will ever be told what it says.

    ## Fails

    ```yaml
    knowledge:
      listening:
        title: Listening
        points:
        - both: Hear them out before you answer.
    ```

    ## Mended

    ```yaml
    intents:
      listening:
        sentences: |
          how do i listen
    knowledge:
      listening:
        title: Listening
        points:
        - both: Hear them out before you answer.
    ```
    """#,
    "unused-list": #"""
    # unused-list

    No template uses the word list. It may be left over, or its name misspelt where it should be used.

    ## Fails

    ```yaml
    lists:
      thing: [text, kiss]
    intents:
      denial.small:
        sentences: |
          it was nothing
    ```

    ## Mended

    ```yaml
    lists:
      thing: [text, kiss]
    intents:
      denial.small:
        sentences: |
          it was a {thing}
    ```
    """#,
    "unused-rule": #"""
    # unused-rule

    No template uses the expansion rule. It may be left over, or its name misspelt where it should be
    used.

    ## Fails

    ```yaml
    expansion_rules:
      other: (he|she|they)
    intents:
      denial.small:
        sentences: |
          she is overreacting
    ```

    ## Mended

    ```yaml
    expansion_rules:
      other: (he|she|they)
    intents:
      denial.small:
        sentences: |
          <other> is overreacting
    ```
    """#,
    "unwritten": #"""
    # unwritten

    A text has the words that `mend new` once put there to tell what to write. Whoever is hurting must not read them, so mend
    never says such a text; write it, or leave it empty. An empty text is only a warning: nothing is said with it, and the
    answer comes from the knowledge entry or from another reply.

    ## Fails

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Write here what you say to denial. First name the feeling under denial.
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    replies:
      denial.small:
        say:
        - text: >-
            Its size is for the other person to say. You could tell them tonight that you see this now.
    ```
    """#,
    "windows-line-ends": #"""
    # windows-line-ends

    The lines of the transcript end the Windows way (CR LF). It is read all the same; save it with Unix line ends, so that
    replies are compared to the letter.
    """#,
    "wrong-range": #"""
    # wrong-range

    A range of numbers needs from and to, from no larger than to, and a step above 0.

    ## Fails

    ```yaml
    lists:
      n: {range: {from: 9, to: 1}}
    intents:
      denial.small:
        sentences: |
          {n} times
    ```

    ## Mended

    ```yaml
    lists:
      n: {range: {from: 1, to: 9}}
    intents:
      denial.small:
        sentences: |
          {n} times
    ```
    """#,
    "wrong-type": #"""
    # wrong-type

    Something else is wanted here: a text, a list, a number, or a mapping of keys to values.

    ## Fails

    ```yaml
    intents:
    - it was nothing
    ```

    ## Mended

    ```yaml
    intents:
      denial.small:
        sentences: |
          it was nothing
    ```
    """#,
    "yaml-aliases": #"""
    # yaml-aliases

    The file repeats values by more aliases than are read. Aliases of aliases could grow without
    bound; write them out.
    """#,
    "yaml-syntax": #"""
    # yaml-syntax

    The file cannot be read as YAML from this place on. Mostly a quote, a colon or an indent is
    missing on this line or the one above.

    ## Fails

    ```yaml
    intents:
      a.b:
        about: "Shrinks it
        sentences: x
    ```

    ## Mended

    ```yaml
    intents:
      a.b:
        about: "Shrinks it"
        sentences: x
    ```
    """#,
    "yaml-tab": #"""
    # yaml-tab

    YAML is indented with spaces; a tab at the beginning of a line is refused.

    ## Fails

    ```yaml
    intents:
    	a.b: {sentences: x}
    ```

    ## Mended

    ```yaml
    intents:
      a.b: {sentences: x}
    ```
    """#,
  ]
}
