# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rules of updates: nothing older, nothing missing, nothing that cannot be."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.calendars import BankHoliday, HolidayTable, Nation
from servicedesk.domain.errors import Refusal
from servicedesk.domain.updates import (
    LegalText,
    UpdateLook,
    check_age,
    holiday_change,
    legal_changes,
)

DAY = date(2026, 11, 20)
FACT = LegalText(id="a", text="Yes.", checked_on=DAY, source="The Act")


def table(*days: date, up_to: date | None = date(2032, 12, 31)) -> HolidayTable:
    return HolidayTable(
        nation=Nation.ENG,
        holidays=tuple(BankHoliday(day=day, name="A day off") for day in days),
        known_up_to=up_to,
    )


def test_facts_that_differ_are_told_in_the_order_of_the_file():
    checked = replace(FACT, checked_on=date(2026, 12, 1))
    new = replace(FACT, id="b", text="New.")
    same = replace(FACT, id="c")
    changes = legal_changes([FACT, same], [checked, same, new])
    assert [(change.before, change.after) for change in changes] == [(FACT, checked), (None, new)]
    assert [change.is_only_checked for change in changes] == [True, False]
    (changed,) = legal_changes([FACT], [replace(FACT, text="No.")])
    assert not changed.is_only_checked


def test_a_fact_that_is_missing_or_was_looked_up_before_is_refused():
    with pytest.raises(Refusal, match="update_incomplete") as refused:
        legal_changes([FACT], [])
    assert refused.value.params == {"fact": "a"}
    with pytest.raises(Refusal, match="update_older"):
        legal_changes([FACT], [replace(FACT, checked_on=date(2026, 11, 19))])


def test_the_age_of_a_file():
    check_age(DAY, None, DAY)
    check_age(DAY, DAY, DAY)
    with pytest.raises(Refusal, match="update_ahead"):
        check_age(date(2026, 11, 21), None, DAY)
    with pytest.raises(Refusal, match="update_older"):
        check_age(date(2026, 11, 19), DAY, DAY)


def test_days_that_are_new_and_days_that_are_none_any_more():
    before = table(date(2026, 12, 25), date(2027, 1, 1))
    after = table(date(2026, 12, 25), date(2027, 1, 4))
    change = holiday_change(before, after)
    assert change is not None
    assert (change.added, change.removed) == ((date(2027, 1, 4),), (date(2027, 1, 1),))
    assert holiday_change(before, before) is None
    further = holiday_change(before, replace(before, known_up_to=date(2033, 12, 31)))
    assert further is not None
    assert further.known_up_to == date(2033, 12, 31)
    assert holiday_change(table(DAY, up_to=None), table(DAY)) is not None


@pytest.mark.parametrize("up_to", [None, date(2032, 12, 30)])
def test_a_table_that_knows_less_far_ahead_is_refused(up_to: date | None):
    with pytest.raises(Refusal, match="update_older"):
        holiday_change(table(DAY), table(DAY, up_to=up_to))


@pytest.mark.parametrize(
    "days", [(DAY, DAY), (date(2026, 1, 1), date(2028, 1, 1))], ids=["twice", "a year without"]
)
def test_a_table_that_cannot_be_is_refused(days: tuple[date, ...]):
    with pytest.raises(Refusal, match="update_doubtful"):
        holiday_change(table(DAY), table(*days))


def test_a_file_that_changes_nothing_is_empty():
    look = UpdateLook(name="x", made_on=DAY, says="", law=(), holidays=())
    assert look.is_empty
    assert not replace(look, law=legal_changes([], [FACT])).is_empty
