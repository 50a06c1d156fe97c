# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A text said anew from its facts: the last resort of a rewrite, and one that always passes.

Only what the check itself has read goes in: measures, a subject from a fixed list, and the names
of standards. So nothing that a rule dislikes can come along.
"""

import re

from servicedesk.domain.wording_claims import RIGHTS, standards_in
from servicedesk.domain.wording_measures import Measured, measures
from servicedesk.domain.wording_terms import LASTING, ROUND_THE_CLOCK
from servicedesk.domain.wording_text import Context, FindingCode, Setting
from servicedesk.domain.wording_topics import Subject, subject_of

CASES = "in 9 of 10 cases"
"""The share that a rewrite suggests for an aim without one."""

_CLAIMING = {FindingCode.STANDARD_CLAIM, FindingCode.SEAL}
_CUTTING = {FindingCode.LEGAL_RIGHTS, FindingCode.RIGHTS_SENTENCE}
_BLOCKING = _CLAIMING | _CUTTING
_START = re.compile(
    r" (?P<start>(?:of|from|after|before) [a-z][a-z' -]{2,40}?)"
    r"(?=[.,;!]|$| (?:and|or|if|with|by|in|but|on|for)(?!\w))",
    re.I,
)
_OURS = (
    ("We", "I"),
    ("we", "I"),
    ("our", "my"),
    ("Our", "My"),
    ("us", "me"),
    ("ourselves", "myself"),
)
_ALONE = re.compile(r"(?<!\w)(?:i|i'll|my|me)(?!\w)", re.I)
_TOGETHER = re.compile(r"(?<!\w)(?:we|we'll|our|us)(?!\w)", re.I)


def in_voice_of(text: str, ours: str) -> str:
    """A sentence of ours said with "I" where the text speaks of one person."""
    if not _ALONE.search(text) or _TOGETHER.search(text):
        return ours
    for many, one in _OURS:
        ours = re.sub(rf"(?<!\w){many}(?!\w)", one, ours)
    return ours


def ended(sentence: str) -> str:
    """The sentence with a full stop, unless it has an end already."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def themes(text: str) -> str:
    """What may be said of the standards that a text names, and of nobody's seal."""
    named = standards_in(text)
    ours = f"We use the themes of {_listed(named)} to" if named else "We"
    return f"{ours} review our service each year. We review ourselves."


def _listed(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def rebuilt(text: str, setting: Setting, codes: frozenset[FindingCode], *, own_start: bool) -> str:
    """The facts of a plain text in new sentences.

    Args:
        text: in its plain form.
        setting: what the text is for.
        codes: what was found in it.
        own_start: True to count from the event that the text itself names after a measure.
    """
    subject = subject_of(text)
    found = measures(text)
    share = next((one.said for one in found if one.kind == "share"), "")
    said: list[str] = []
    for one in found:
        start = _START.match(text, one.end) if own_start else None
        if one.kind == "time" and LASTING.search(text[max(0, one.start - 16) : one.start]):
            said.append(f"This lasts {_amount(one, setting)}")
        else:
            said.append(_sentence(one, subject, setting, start["start"] if start else ""))
    if ROUND_THE_CLOCK.search(text):
        said.append("We are here 24 hours a day, 7 days a week")
    is_promise = setting.context in (Context.PROMISE, Context.AIM)
    heads = any(sentence.startswith("We will") for sentence in said)
    if not heads and (is_promise or not (said or codes & _BLOCKING)):
        said.insert(0, f"We will {subject.does} {subject.limit(setting.day_word)}")
    if setting.context is Context.AIM:
        said = [_aimed(sentence, share) for sentence in said]
    sentences = [ended(sentence) for sentence in dict.fromkeys(said)]
    if codes & _CLAIMING:
        sentences.append(themes(text))
    if codes & _CUTTING:
        sentences.append(RIGHTS)
    return in_voice_of(text, " ".join(sentences))


def _aimed(sentence: str, share: str) -> str:
    if not sentence.startswith("We will"):
        return sentence
    return f"We aim to{sentence.removeprefix('We will')} {_cases(share) if share else CASES}"


def _cases(share: str) -> str:
    return (
        share if share == "on average" else f"in {share}{' of' if share[-1] in '%t' else ''} cases"
    )


def _sentence(one: Measured, subject: Subject, setting: Setting, start: str) -> str:
    said = _amount(one, setting)
    does = f"We will {subject.does}"
    match one.kind:
        case "time":
            return f"{does} within {said} {start or f'of {subject.topic.start}'}"
        case "rings":
            return f"We will answer the phone within {said}"
        case "clock" | "date":
            return f"{does} {_by(said)}"
        case "day":
            return f"{does} {_on(said)}"
        case "share":
            return f"We will do this {_cases(said)}"
        case "money":
            return f"The sum is {said}"
        case "other":
            return f"The limit is {said}"
        case _:
            return f"This is {said}"


def _amount(one: Measured, setting: Setting) -> str:
    return one.said if setting.bare_days_explained else one.of(setting.day_word)


def _by(said: str) -> str:
    if " and " in said:
        return f"between {said}"
    return f"{'from' if '-' in said or ' to ' in said else 'by'} {said}"


def _on(said: str) -> str:
    if said.startswith("next"):
        return f"by the end of the {said}"
    return f"on the {said}" if said.startswith("same") else said
