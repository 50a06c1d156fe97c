# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Taking a check: what is asked of whom, what is kept of an answer, what records may fill in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.checks import (
    Answer,
    Bank,
    CheckBank,
    CheckCard,
    CheckQuestion,
    CheckTopic,
    GivenAnswer,
)
from servicedesk.domain.checks_taking import (
    UNSAVED,
    WHO_MOST,
    answered,
    begun,
    check_asked,
    check_still_open,
    filled_in,
    has_staff,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import PersonCard, Role

TODAY = date(2026, 11, 24)
QUESTIONS = tuple(
    CheckQuestion(
        id=f"{number}", text="?", tip="!", action="do", is_key=is_key, is_for_staff=is_for_staff
    )
    for number, (is_key, is_for_staff) in enumerate(
        [(True, False), (False, False), (True, True), (False, True)]
    )
)
BANK = CheckBank(
    bank=Bank.SELF_CHECK,
    version=3,
    title="t",
    intro="i",
    topics=(CheckTopic(id="all", title="All", questions=QUESTIONS),),
)
OWNER = PersonCard(id=1, name="Ruth", role=Role.OWNER)
TOM = PersonCard(id=2, name="Tom", role=Role.STAFF)
CARD = CheckCard(
    id=1,
    bank=Bank.SELF_CHECK,
    bank_version=3,
    is_short=False,
    has_staff=False,
    started_on=TODAY,
    asked=("0", "1"),
)
ANSWERS = st.builds(
    GivenAnswer,
    answer=st.none() | st.sampled_from(Answer),
    note=st.sampled_from(["", "the book"]),
    departure=st.sampled_from(["", "we are two"]),
    is_from_records=st.booleans(),
)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OWNER])
def test_whoever_is_not_the_owner_is_staff(role: Role) -> None:
    assert not has_staff([])
    assert not has_staff([OWNER])
    assert has_staff([OWNER, replace(OWNER, id=7)])
    assert has_staff([OWNER, replace(TOM, role=role)])


@pytest.mark.parametrize(
    ("is_short", "people", "asked"),
    [
        (False, [OWNER], ("0", "1")),
        (True, [OWNER], ("0",)),
        (False, [OWNER, TOM], ("0", "1", "2", "3")),
        (True, [TOM], ("0", "2")),
    ],
)
def test_what_is_asked_is_settled_when_it_is_begun(
    is_short: bool, people: list[PersonCard], asked: tuple[str, ...]
) -> None:
    card = begun(BANK, is_short=is_short, people=people, who=" Ruth ", today=TODAY, last=None)
    assert card == CheckCard(
        id=UNSAVED,
        bank=Bank.SELF_CHECK,
        bank_version=3,
        is_short=is_short,
        has_staff=TOM in people,
        started_on=TODAY,
        who="Ruth",
        asked=asked,
    )


def test_none_is_begun_before_the_last_one_was_finished() -> None:
    def begin(last: CheckCard | None, who: str = "Ruth") -> CheckCard:
        return begun(BANK, is_short=False, people=[], who=who, today=TODAY, last=last)

    for last in (None, CARD, replace(CARD, finished_on=TODAY)):
        assert begin(last).started_on == TODAY
    with pytest.raises(Refusal, match="check_last_ahead"):
        begin(replace(CARD, finished_on=TODAY + timedelta(days=1)))
    with pytest.raises(Refusal, match="entry_too_long"):
        begin(None, "x" * (WHO_MOST + 1))


def test_a_finished_check_is_closed_and_asks_only_what_it_asked() -> None:
    check_still_open(CARD)
    check_asked(CARD, "1")
    with pytest.raises(Refusal, match="check_is_finished"):
        check_still_open(replace(CARD, finished_on=TODAY))
    with pytest.raises(Refusal, match="check_not_asked"):
        check_asked(CARD, "2")


def test_what_the_records_filled_in_is_theirs_until_it_is_changed() -> None:
    theirs = GivenAnswer(answer=Answer.YES, note="14 promises", is_from_records=True)
    same = replace(theirs, is_from_records=False)
    assert answered(theirs, same) == theirs
    changed = answered(theirs, replace(same, answer=Answer.PARTLY))
    assert changed == GivenAnswer(answer=Answer.PARTLY, note="14 promises")
    noted = answered(theirs, replace(theirs, note="mine"))
    assert noted == GivenAnswer(answer=Answer.YES, note="mine")
    assert answered(theirs, GivenAnswer()) is None


@given(st.none() | ANSWERS, ANSWERS)
def test_nobody_but_the_records_makes_an_answer_theirs(
    kept: GivenAnswer | None, now: GivenAnswer
) -> None:
    found = answered(kept, now)
    if found is None:
        assert replace(now, is_from_records=False) == GivenAnswer()
    else:
        assert (found.answer, found.note, found.departure) == (
            now.answer,
            now.note,
            now.departure,
        )
        assert not found.is_from_records or found == kept


@given(st.none() | ANSWERS, st.sampled_from([Answer.YES, Answer.PARTLY]))
def test_the_records_never_change_what_somebody_answered(
    kept: GivenAnswer | None, answer: Answer
) -> None:
    found = filled_in(kept, answer, "14 promises")
    if kept is not None and kept.answer is not None:
        assert found is None
    else:
        assert found is not None
        assert (found.answer, found.is_from_records) == (answer, True)
        own = "" if kept is None else kept.note
        assert found.note == (own or "14 promises")
        assert found.departure == ("" if kept is None else kept.departure)
