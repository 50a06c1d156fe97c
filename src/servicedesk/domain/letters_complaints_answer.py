# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""An answer that somebody has begun to write down before the letter: it is typed once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from servicedesk.domain.complaints import Finding
from servicedesk.domain.complaints_guards import Case
from servicedesk.domain.letters_complaints import ANSWERING


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfAnswer:
    """What was typed of an answer that was not written down yet.

    Args:
        finding: whether we agree, or None.
        reasons: what was found, and why.
    """

    finding: Finding | None = None
    reasons: str = ""


NOT_ANSWERED = HalfAnswer()
"""Nothing was typed of the answer."""


def as_answered(case: Case, half: HalfAnswer) -> Case:
    """A complaint as if its answer stood as it was typed.

    Args:
        case: the complaint and what is around it.
        half: what was typed; what is left empty stays as it is on record.
    """
    card = replace(
        case.file.card,
        finding=half.finding or case.file.card.finding,
        outcome_words=half.reasons.strip() or case.file.card.outcome_words,
    )
    return replace(case, file=replace(case.file, card=card))


def with_reasons(findings: str, case: Case, half: HalfAnswer) -> str:
    """What was found, with the reasons that were typed and stand in no line of it yet.

    They do where the complaint is its own point and somebody has said what was found.

    Args:
        findings: a line for each point, from its own reasons.
        case: the complaint and what is around it.
        half: what was typed.
    """
    reasons = " ".join(half.reasons.split())
    if findings and not case.file.issues:
        return findings
    return "\n".join(part for part in (findings, reasons) if part)


def answer_among(suggested: Iterable[str]) -> str | None:
    """The letter that gives the answer; None where none or several of them could.

    Args:
        suggested: ids of the letters that a complaint asks for now.
    """
    found = [one for one in suggested if one in ANSWERING]
    return found[0] if len(found) == 1 else None
