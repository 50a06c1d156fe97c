# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A better wording of a printed sentence, put into the field of the standard that it came from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from servicedesk.domain.errors import Refusal
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards import ServiceStandard
from servicedesk.domain.standards_editing import edited
from servicedesk.domain.standards_levels import level
from servicedesk.domain.standards_sentences import LIMIT, sentences
from servicedesk.domain.standards_wording import Wording
from servicedesk.domain.wording import Finding

Weigh = Callable[[ServiceStandard], Sequence[Finding]]
"""What the wording check says of a standard as it prints."""

_MARK = "qqzzqq"
"""Stands for the owner's words in a sentence, to see what is printed around them."""


def reworded(
    standard: ServiceStandard, finding: Finding, phrases: Phrases, weigh: Weigh
) -> ServiceStandard | None:
    """The standard with a better wording put in, where it can be put into one of its fields.

    Args:
        standard: as it was weighed.
        finding: with the rewrite of one whole printed text of it.
        phrases: words of the language it is printed in.
        weigh: sees that the finding is gone then.

    Returns:
        The changed standard; None where no field takes the rewrite, or it mends nothing.
    """
    if not finding.rewrite:
        return None
    before = len(weigh(standard))
    for name, words in _candidates(standard, finding.rewrite, phrases):
        try:
            made = edited(standard, name, words)
        except Refusal:
            continue
        if made != standard and len(weigh(made)) < before:
            return made
    return None


def _candidates(
    standard: ServiceStandard, rewrite: str, phrases: Phrases
) -> Iterator[tuple[str, str]]:
    """(field, words) that would make the rewrite print, the likeliest first."""
    said = level(standard, Wording(phrases, None))
    action = LIMIT if said and LIMIT not in standard.action else ""
    probe = replace(standard, action=f"{_MARK} {action}".strip())
    inside = _inside(sentences(probe, phrases).main.removesuffix(f" {said}."), rewrite)
    if inside:
        whole = inside.rstrip(".")
        if not said:
            yield "action", whole
        elif said in whole:
            yield "action", whole.replace(said, LIMIT, 1)
    remedy = replace(standard, remedy=replace(standard.remedy, text=_MARK))
    for words in sentences(remedy, phrases).details:
        if _MARK in words:
            # A whole sentence of its own is read on after "If we do not, " too.
            said_then = _inside(words, rewrite) or rewrite[:1].lower() + rewrite[1:]
            yield "remedy.text", said_then.rstrip(".")
    for name in ("title", "condition", "fallback"):
        yield name, rewrite.rstrip(".") if name == "title" else rewrite


def _inside(around: str, rewrite: str) -> str:
    """What stands in a rewrite where the mark stands in a printed sentence; "" if it is another."""
    head = around.partition(_MARK)[0]
    return rewrite[len(head) :] if rewrite.startswith(head) else ""
