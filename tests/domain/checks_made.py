# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Checks made with little typing: a bank of a few questions, and answers as one letter each."""

from datetime import date

from servicedesk.domain.checks import (
    Answer,
    Bank,
    CheckBank,
    CheckCard,
    CheckQuestion,
    CheckTopic,
    GivenAnswer,
)

BEGUN = date(2026, 11, 16)
FINISHED = date(2026, 11, 23)

SAID = {
    "y": Answer.YES,
    "p": Answer.PARTLY,
    "n": Answer.NO,
    "x": Answer.NOT_APPLICABLE,
}
"""A letter for each answer; anything else stands for none."""


def question(id: str, *, key: bool = False, clause: str = "", **more: object) -> CheckQuestion:
    """A question; "6.1b" is of the clause 6.1 unless told otherwise."""
    return CheckQuestion(
        id=id,
        clause=clause or id.rstrip("abcdefghijklmnopqrstuvwxyz"),
        text=f"Is {id} so?",
        tip=f"Look at {id}.",
        action=f"See to {id}.",
        is_key=key,
        **more,
    )


def bank(*questions: CheckQuestion, kind: Bank = Bank.SELF_CHECK, version: int = 1) -> CheckBank:
    """A bank with all its questions on one page."""
    topic = CheckTopic(id="all", title="All of it", questions=questions)
    return CheckBank(bank=kind, version=version, title="Check", intro="Soon done.", topics=(topic,))


def given(letter: str, note: str = "", departure: str = "") -> GivenAnswer:
    """An answer by its letter."""
    return GivenAnswer(answer=SAID.get(letter), note=note, departure=departure)


def card(of: CheckBank, letters: str = "", /, **answers: GivenAnswer) -> CheckCard:
    """A finished check: a letter for each question in order, others by id."""
    ids = tuple(question.id for question in of.questions)
    said = {id: given(letter) for id, letter in zip(ids, letters, strict=False) if letter != "-"}
    return CheckCard(
        id=1,
        bank=of.bank,
        bank_version=of.version,
        is_short=False,
        has_staff=True,
        started_on=BEGUN,
        finished_on=FINISHED,
        who="Ruth",
        asked=ids,
        answers=said | answers,
    )
