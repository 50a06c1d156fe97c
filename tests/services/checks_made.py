# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Small banks of questions made by hand, and checks of them taken in one go."""

from collections.abc import Mapping
from dataclasses import replace

from servicedesk.domain.checks import (
    Answer,
    Bank,
    CheckBank,
    CheckCard,
    CheckQuestion,
    CheckTopic,
    GivenAnswer,
)
from servicedesk.services.registry import Services
from tests.services.samples_made import RUTH

KEY, PLAIN, STAFF = "3a", "3b", "4.2c"
"""Ids of the questions of the bank: one that is key, one that is not, one on staff."""

QUESTIONS = (
    CheckQuestion(
        id=KEY,
        clause="3.2",
        principle="P2",
        text="Do you keep a list of what you promised?",
        tip="A promise in your head is a promise at risk.",
        action="Start the promise log.",
        is_key=True,
        proof="promises_written",
    ),
    CheckQuestion(
        id=PLAIN, clause="3.1", text="Is it written down?", tip="Half a page.", action="Write it."
    ),
    CheckQuestion(
        id=STAFF,
        clause="4.2",
        text="Do people here help each other?",
        tip="Ask.",
        action="Agree one time.",
        is_for_staff=True,
    ),
)
YES = GivenAnswer(answer=Answer.YES)
NO = GivenAnswer(answer=Answer.NO)


def bank_made(bank: Bank = Bank.SELF_CHECK, version: int = 1) -> CheckBank:
    """A bank of three questions."""
    topic = CheckTopic(id="all", title="All of it", questions=QUESTIONS)
    return CheckBank(bank=bank, version=version, title="Check", intro="Short.", topics=(topic,))


def proving(code: str, bank: Bank = Bank.SELF_CHECK) -> CheckBank:
    """The bank with a proof of another code behind its key question."""
    topic = CheckTopic(
        id="all", title="All of it", questions=(replace(QUESTIONS[0], proof=code), *QUESTIONS[1:])
    )
    return replace(bank_made(bank), topics=(topic,))


def taken(
    services: Services, answers: Mapping[str, GivenAnswer], bank: Bank = Bank.SELF_CHECK
) -> CheckCard:
    """A check that was begun, answered and finished."""
    card = services.checks.begin(bank, is_short=False, who=RUTH).card
    for question_id, given in answers.items():
        services.checks.answer(card.id, question_id, given, RUTH)
    return services.checks.finish(card.id, RUTH).card
