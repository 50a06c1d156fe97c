# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the records prove about an answer of a check, with the figures that show it.

A proof is only a beginning: it is shown as from the records, and open to change. Where the
records say too little they say nothing, and none of them ever proves a no. How much is enough is
our own reading.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from servicedesk.domain.checks import Answer, CheckQuestion
from servicedesk.domain.phrases import Phrases

LATELY = timedelta(days=90)
"""How far back the records are read for what happens every day."""

A_YEAR = timedelta(days=365)
"""How far back the records are read for what happens now and then."""

REVIEWS_ENOUGH = MappingProxyType({"4.1": 1, "7.1": 4})
"""Reviews of a year that a clause asks for: once a year, and every three months."""

REVIEWS_USUAL = 2
"""The same where a question has no clause: twice a year."""

PROMISES_ENOUGH = 12
"""Promises of 90 days from which on there is a list: about one a week."""

ANSWERS_ENOUGH = 10
"""Answers of customers in 90 days from which on they are asked regularly."""

CASES_ENOUGH = 10
"""Promises due from which on a share of them says something."""

FEW_ENOUGH = 3
"""The same of what is rare: complaints, delays, low marks, things that customers were told of."""

MOSTLY = Fraction(9, 10)
"""From this share on a thing is done: once in a while it slips everybody."""

PARTLY_KEPT, PARTLY_DONE = Fraction(7, 10), Fraction(1, 2)
"""From this share on promises are partly kept, and other things partly done."""

BACKUP_FRESH = 7
"""Days: older backups prove nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was counted for a proof.

    Args:
        number: how many there are.
        of: out of how many, or what else the rule of the proof looks at.
    """

    number: int
    of: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the records say about a question.

    Args:
        question_id: of the bank.
        answer: that they speak for.
        code: of the sentence with the figures, under ``[check_proof]``.
        number: by which its singular and plural are told apart; None for a sentence with neither.
        params: the other words of the sentence.
    """

    question_id: str
    answer: Answer
    code: str
    number: int | None = None
    params: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


Rule = Callable[[str, Tally, CheckQuestion], Proof | None]
"""Code, what was counted and the question -> what that proves, or None."""


def proof_of(question: CheckQuestion, tally: Tally) -> Proof | None:
    """What the records prove about a question; None where they say too little.

    Args:
        question: with the code of a proof.
        tally: what was counted for that code.
    """
    return RULES[question.proof](question.proof, tally, question)


def proof_sentence(proof: Proof, phrases: Phrases) -> str:
    """What the records prove, in words and figures."""
    key = f"check_proof.{proof.code}"
    if proof.number is None:
        return phrases.say(key, **proof.params)
    return phrases.count(key, Decimal(proof.number), **proof.params)


def _enough(yes: int, partly: int = 1) -> Rule:
    """A rule by how many there are."""

    def rule(code: str, tally: Tally, question: CheckQuestion) -> Proof | None:
        if tally.number < partly:
            return None
        return _counted(code, tally.number, question, is_yes=tally.number >= yes)

    return rule


def _share(least: int, partly: Fraction = PARTLY_DONE) -> Rule:
    """A rule by which part of them it is, where there are enough."""

    def rule(code: str, tally: Tally, question: CheckQuestion) -> Proof | None:
        if tally.of < least:
            return None
        share = Fraction(tally.number, tally.of)
        if share < partly:
            return None
        words = {"number": f"{tally.number:,}", "of": f"{tally.of:,}"}
        return _said(code, question, is_yes=share >= MOSTLY, params=words)

    return rule


def _first_else_other(code: str, tally: Tally, question: CheckQuestion) -> Proof | None:
    """Yes when there is the thing itself; partly when there is only what it is made of."""
    if tally.number:
        return _counted(code, tally.number, question, is_yes=True)
    return _counted(f"{code}_partly", tally.of, question, is_yes=False) if tally.of else None


def _reviews(code: str, tally: Tally, question: CheckQuestion) -> Proof | None:
    """Reviews of a year, against as many as the question asks for."""
    if not tally.number:
        return None
    wanted = REVIEWS_ENOUGH.get(question.clause, REVIEWS_USUAL)
    return _counted(code, tally.number, question, is_yes=tally.number >= wanted)


def _next_dates(code: str, tally: Tally, question: CheckQuestion) -> Proof | None:
    """Open things, and how many of them lack a next date or somebody who sees to them."""
    if tally.number < FEW_ENOUGH:
        return None
    if not tally.of:
        return _counted(code, tally.number, question, is_yes=True)
    if Fraction(tally.of, tally.number) > PARTLY_DONE:
        return None
    words = {"number": f"{tally.of:,}", "of": f"{tally.number:,}"}
    return _said(f"{code}_partly", question, is_yes=False, params=words)


def _contacts(code: str, tally: Tally, question: CheckQuestion) -> Proof | None:
    """Ways to reach the business, by phone and in writing, and whether a charter is published."""
    if tally.number < len(("phone", "writing")):
        return None
    return _said(code if tally.of else f"{code}_partly", question, is_yes=bool(tally.of))


def _limits(code: str, tally: Tally, question: CheckQuestion) -> Proof | None:
    """Helpers with a limit, out of all helpers."""
    if not tally.number:
        return None
    words = {"number": f"{tally.number:,}", "of": f"{tally.of:,}"}
    return _said(code, question, is_yes=tally.number == tally.of, params=words)


def _logged(code: str, tally: Tally, question: CheckQuestion) -> Proof | None:
    """Complaints of a year, and how many of them were spoken or posted where all can read."""
    if not tally.number:
        return None
    is_yes = tally.number >= FEW_ENOUGH and tally.of > 0
    words = {"of": f"{tally.of:,}"}
    return _counted(code, tally.number, question, is_yes=is_yes, params=words)


def _backup(code: str, tally: Tally, question: CheckQuestion) -> Proof | None:
    """Days since the last backup; below 0 while there is none.

    Whoever asks about backups asks for more than that one was made: it proves a part alone.
    """
    days = tally.number
    if not 0 <= days <= BACKUP_FRESH:
        return None
    if not days:
        return _said("backup_today", question, is_yes=False)
    return _counted(code, days, question, is_yes=False)


def _counted(
    code: str,
    number: int,
    question: CheckQuestion,
    *,
    is_yes: bool,
    params: Mapping[str, str] | None = None,
) -> Proof:
    return Proof(
        question_id=question.id,
        answer=Answer.YES if is_yes else Answer.PARTLY,
        code=code,
        number=number,
        params=MappingProxyType(dict(params or {})),
    )


def _said(
    code: str, question: CheckQuestion, *, is_yes: bool, params: Mapping[str, str] | None = None
) -> Proof:
    return Proof(
        question_id=question.id,
        answer=Answer.YES if is_yes else Answer.PARTLY,
        code=code,
        params=MappingProxyType(dict(params or {})),
    )


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "acknowledged": _share(FEW_ENOUGH),
        "aims_set": _enough(2),
        "asked_customers": _enough(ANSWERS_ENOUGH),
        "authority_limit": _limits,
        "backup_made": _backup,
        "causes_noted": _share(FEW_ENOUGH),
        "charter_contacts": _contacts,
        "complaints_logged": _logged,
        "followed_up": _share(FEW_ENOUGH),
        "idea_noted": _first_else_other,
        "job_check": _first_else_other,
        "kept_rate": _share(CASES_ENOUGH, PARTLY_KEPT),
        "more_sources": _enough(2),
        "next_dates": _next_dates,
        "owner_and_stand_in": _first_else_other,
        "procedure_printed": _first_else_other,
        "promises_written": _enough(PROMISES_ENOUGH),
        "review_noted": _reviews,
        "told_before": _share(FEW_ENOUGH),
        "told_changes": _enough(FEW_ENOUGH),
        "walked": _first_else_other,
    }
)
"""A rule for each code that a question may name."""
