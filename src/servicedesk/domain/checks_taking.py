# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Taking a check: begun once, answered one by one, finished on a day, and never changed again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from servicedesk.domain.checks import Answer, CheckBank, CheckCard, GivenAnswer, asked_questions
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import PersonCard, team_of

WHO_MOST = 80
"""Characters of the name of whoever answers."""

UNSAVED = 0
"""The number of a check that is in no row yet."""


def has_staff(people: Iterable[PersonCard]) -> bool:
    """Whether questions on staff are asked: not in a business of one.

    Args:
        people: everybody who is kept.
    """
    return bool(team_of(tuple(people)))


def begun(
    bank: CheckBank,
    *,
    is_short: bool,
    people: Iterable[PersonCard],
    who: str,
    today: date,
    last: CheckCard | None,
) -> CheckCard:
    """A check as it is begun.

    Args:
        bank: its questions.
        is_short: only the key questions are asked.
        people: everybody who is kept.
        who: answers; may be empty.
        today: in the shop.
        last: the newest finished check of the bank, or None.

    Raises:
        Refusal: ``check_last_ahead`` when the last one was finished on a day that is yet to come;
            what ``tidy_line`` raises for "who".
    """
    if last is not None and last.finished_on is not None and last.finished_on > today:
        raise Refusal("check_last_ahead")
    staffed = has_staff(people)
    asked = asked_questions(bank, is_short=is_short, has_staff=staffed)
    return CheckCard(
        id=UNSAVED,
        bank=bank.bank,
        bank_version=bank.version,
        is_short=is_short,
        has_staff=staffed,
        started_on=today,
        who=tidy_line(who, "who", WHO_MOST),
        asked=tuple(question.id for question in asked),
    )


def check_still_open(card: CheckCard) -> None:
    """Refuse a change of what is a dated snapshot.

    Raises:
        Refusal: ``check_is_finished``.
    """
    if card.finished_on is not None:
        raise Refusal("check_is_finished")


def check_asked(card: CheckCard, question_id: str) -> None:
    """Refuse an answer to a question that this check does not ask.

    Raises:
        Refusal: ``check_not_asked``.
    """
    if question_id not in card.asked:
        raise Refusal("check_not_asked", question=question_id)


def answered(kept: GivenAnswer | None, given: GivenAnswer) -> GivenAnswer | None:
    """What is kept after somebody answered; None when nothing is left of it.

    What the records filled in counts as theirs only while it is left as it was.

    Args:
        kept: what stood there, or None.
        given: tidied, as answered now.
    """
    if kept is not None and replace(given, is_from_records=kept.is_from_records) == kept:
        return kept
    if given.answer is None and not given.note and not given.departure:
        return None
    return replace(given, is_from_records=False)


def filled_in(kept: GivenAnswer | None, answer: Answer, sentence: str) -> GivenAnswer | None:
    """What the records put where nothing was answered; None when somebody has answered.

    Args:
        kept: what stands there, or None. A note of one's own stays.
        answer: that the records prove.
        sentence: that says how, in figures.
    """
    if kept is not None and kept.answer is not None:
        return None
    before = kept or GivenAnswer()
    return replace(before, answer=answer, note=before.note or sentence, is_from_records=True)
