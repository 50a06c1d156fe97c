# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Checks that are done already, for tests of what they come to."""

from collections.abc import Callable

from servicedesk.domain.checks import Answer, Bank, GivenAnswer
from servicedesk.services.registry import Services

RUTH = "Ruth"
YES, PARTLY, NO, NEVER = Answer


def all_of(answer: Answer, **more: str) -> Callable[[int], GivenAnswer]:
    """The same answer to every question."""
    return lambda _place: GivenAnswer(answer=answer, **more)


def begun(
    services: Services,
    answers: Callable[[int], GivenAnswer],
    *,
    first: int | None = None,
    is_short: bool = False,
    bank: Bank = Bank.SELF_CHECK,
) -> int:
    """A check with its first questions answered; its number.

    Args:
        services: of the file.
        answers: by the place of the question, from 0.
        first: so many questions are answered; None for all.
        is_short: only the key questions are asked.
        bank: which questions.
    """
    card = services.checks.begin(bank, is_short, RUTH).card
    for place, question in enumerate(card.asked[:first]):
        services.checks.answer(card.id, question, answers(place), RUTH)
    return card.id


def finished(
    services: Services,
    answers: Callable[[int], GivenAnswer],
    *,
    first: int | None = None,
    is_short: bool = False,
    bank: Bank = Bank.SELF_CHECK,
) -> int:
    """A finished check; see ``begun``."""
    number = begun(services, answers, first=first, is_short=is_short, bank=bank)
    services.checks.finish(number, RUTH)
    return number
