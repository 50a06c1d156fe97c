# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was changed in a record, in words that a person uses."""

import pytest

from servicedesk.domain.record_history import (
    Change,
    FieldChange,
    Sort,
    change_of,
    field_name,
    fields_changed,
    value_said,
)


def said(value: object, sort: Sort) -> str:
    return value_said(value, sort, lambda day: f"day {day.day}", lambda at: f"hour {at.hour}")


@pytest.mark.parametrize(
    ("value", "sort", "words"),
    [
        (None, Sort.TEXT, ""),
        ("", Sort.DAY, ""),
        ("ring_back", Sort.CODE, "ring back"),
        (1, Sort.YES_NO, "yes"),
        (0, Sort.YES_NO, "no"),
        ("2026-11-23", Sort.DAY, "day 23"),
        ("2026-11-23T09:00:00.000000Z", Sort.MOMENT, "hour 9"),
        (12, Sort.TEXT, "12"),
        (1205, Sort.PENCE, "£12.05"),
        ('["refund", "just_telling"]', Sort.LIST, "refund, just telling"),
        ("[]", Sort.LIST, ""),
    ],
)
def test_a_value_is_said_as_its_column_wants(value: object, sort: Sort, words: str) -> None:
    assert said(value, sort) == words


def test_a_column_is_called_as_on_the_lists_else_by_its_plain_name() -> None:
    assert field_name("promises", "text") == "What was promised"
    assert field_name("walks", "walked_on") == "Walked on"
    assert field_name("complaints", "cost_pence") == "Cost"


def test_only_what_is_another_now_is_told() -> None:
    sorts = {"name": Sort.TEXT, "is_consumer": Sort.YES_NO, "notes": Sort.TEXT}
    before = {"name": "Ann", "is_consumer": 1, "notes": "x"}
    after = {"name": "Anna", "is_consumer": 1, "notes": ""}
    assert fields_changed(before, after, sorts, said, "customers") == (
        FieldChange(field="Name", before="Ann", after="Anna"),
        FieldChange(field="Notes", before="x", after=""),
    )
    assert fields_changed(before, before, sorts, said, "customers") == ()
    assert len(fields_changed(None, before, sorts, said, "customers")) == 3
    assert len(fields_changed(before, None, sorts, said, "customers")) == 3


def test_what_became_of_a_row() -> None:
    assert change_of(None, {}) is Change.ADDED
    assert change_of({}, None) is Change.REMOVED
    assert change_of({}, {}) is Change.CHANGED
