# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Questions of the dialogs of a complaint's file, made in one line each."""

from collections.abc import Iterable
from enum import StrEnum

from servicedesk.domain.entries_bounds import WORDS_MOST
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.labels import Labels

NOTHING = "nothing"
"""Id of the choice of nothing; no code is called so."""


def line(id: str, label: str, help: str = "", most: int = WORDS_MOST) -> Question:
    """One line of words."""
    return Question(id=id, kind=QuestionKind.TEXT, label=label, help=help, maximum=most)


def words(id: str, label: str, help: str = "", most: int = WORDS_MOST) -> Question:
    """Words of several lines."""
    return Question(id=id, kind=QuestionKind.LONG_TEXT, label=label, help=help, maximum=most)


def day(id: str, label: str, help: str = "") -> Question:
    """A day, which may lie ahead."""
    return Question(id=id, kind=QuestionKind.DAY, label=label, help=help)


def past(id: str, label: str, help: str = "") -> Question:
    """A day that is over, or today."""
    return Question(id=id, kind=QuestionKind.DAY, label=label, help=help, is_past=True)


def money(id: str, label: str, help: str = "") -> Question:
    """A sum."""
    return Question(id=id, kind=QuestionKind.MONEY, label=label, help=help)


def number(id: str, label: str, help: str = "") -> Question:
    """A whole number."""
    return Question(id=id, kind=QuestionKind.WHOLE_NUMBER, label=label, help=help)


def yes_no(id: str, label: str, help: str = "") -> Question:
    """Yes or no."""
    return Question(id=id, kind=QuestionKind.YES_NO, label=label, help=help)


def one_of(
    id: str, label: str, choices: Iterable[Choice], help: str = "", *, is_sure: bool = False
) -> Question:
    """One of some; always one of them where it is sure."""
    return Question(
        id=id,
        kind=QuestionKind.CHOICE,
        label=label,
        help=help,
        choices=tuple(choices),
        is_required=is_sure,
    )


def some_of(id: str, label: str, choices: Iterable[Choice], help: str = "") -> Question:
    """Any number of some."""
    return Question(
        id=id, kind=QuestionKind.CHOICES, label=label, help=help, choices=tuple(choices)
    )


def choices_of(codes: Iterable[StrEnum], labels: Labels) -> tuple[Choice, ...]:
    """Codes to choose from, in their words."""
    return tuple(Choice(id=code.value, label=labels.enum(code)) for code in codes)


def choices_or_none(codes: Iterable[StrEnum], none: str, labels: Labels) -> tuple[Choice, ...]:
    """Codes to choose from, and nothing before them: a list that opens cannot be let go of.

    Args:
        codes: to choose from.
        none: words for nothing.
        labels: words of the codes.
    """
    return (Choice(id=NOTHING, label=none), *choices_of(codes, labels))
