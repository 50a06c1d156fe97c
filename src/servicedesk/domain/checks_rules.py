# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a check accepts: answers tidied for keeping, and when it may be finished."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.checks import CheckCard, GivenAnswer
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal

NOTE_MOST = 400
"""Characters of what shows an answer, and of why something is done differently."""


def checked_answer(given: GivenAnswer) -> GivenAnswer:
    """An answer as kept: what was typed on single lines.

    Why something is done differently stays when the answer becomes yes, in case it turns back;
    it only matters beside no and partly.

    Raises:
        Refusal: what ``tidy_line`` raises, for "note" or "departure".
    """
    return replace(
        given,
        note=tidy_line(given.note, "note", NOTE_MOST),
        departure=tidy_line(given.departure, "departure", NOTE_MOST),
    )


def may_finish(card: CheckCard, today: date) -> None:
    """Whether a check may be finished today. Questions may be left out, but not all of them.

    Raises:
        Refusal: ``check_is_finished``, ``check_nothing_answered`` or ``check_out_of_order``.
    """
    if card.finished_on is not None:
        raise Refusal("check_is_finished")
    if all(given.answer is None for given in card.answers.values()):
        raise Refusal("check_nothing_answered")
    if today < card.started_on:
        raise Refusal("check_out_of_order", "finished_on")
