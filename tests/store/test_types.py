# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The column types: what they take, what they refuse, and that it comes back the same."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.types import TypeDecorator

from servicedesk.domain.calendars import Nation
from servicedesk.store.types import Bytes, Coded, Day, Id, Moment, Whole, Words, YesNo

DIALECT = dialect()


class Other(StrEnum):
    ENG = "eng"


def there_and_back(kind: TypeDecorator[object], value: object) -> object:
    kept = kind.process_bind_param(value, DIALECT)
    turn = kind.result_processor(DIALECT, None)
    return kept if turn is None else turn(kept)


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        (Id(), 7, 7),
        (Whole(), -3, -3),
        (YesNo(), True, 1),
        (YesNo(), False, 0),
        (Words(), "Łódź\n", "Łódź\n"),
        (Coded(Nation), Nation.SCT, "sct"),
        (Day(), date(2026, 9, 4), "2026-09-04"),
        (Moment(), datetime(2026, 9, 4, 1, 2, 3, tzinfo=UTC), "2026-09-04T01:02:03.000000Z"),
        (Bytes(), b"\x00\xff", b"\x00\xff"),
    ],
)
def test_a_value_comes_back_as_it_went(
    kind: TypeDecorator[object], value: object, kept: object
) -> None:
    assert kind.process_bind_param(value, DIALECT) == kept
    assert there_and_back(kind, value) == value
    assert type(there_and_back(kind, value)) is type(value)


@pytest.mark.parametrize(
    "kind", [Id(), Whole(), YesNo(), Words(), Coded(Nation), Day(), Moment(), Bytes()]
)
def test_an_empty_cell_is_none(kind: TypeDecorator[object]) -> None:
    assert there_and_back(kind, None) is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Id(), "7"),
        (Whole(), True),
        (Whole(), 1.0),
        (YesNo(), 1),
        (Words(), 5),
        (Words(), Nation.ENG),
        (Coded(Nation), "eng"),
        (Coded(Nation), Other.ENG),
        (Day(), datetime(2026, 9, 4, tzinfo=UTC)),
        (Day(), "2026-09-04"),
        (Moment(), datetime(2026, 9, 4)),  # noqa: DTZ001 - naive is what is refused
        (Moment(), date(2026, 9, 4)),
        (Bytes(), "text"),
    ],
)
def test_what_only_looks_right_is_refused(kind: TypeDecorator[object], value: object) -> None:
    with pytest.raises(TypeError):
        kind.process_bind_param(value, DIALECT)


def test_a_code_that_no_member_has_is_not_read_as_one() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        Coded(Nation).process_result_value("nowhere", DIALECT)


ZONES = st.builds(
    timezone, st.timedeltas(min_value=timedelta(hours=-14), max_value=timedelta(hours=14))
)
MOMENTS = st.datetimes(
    min_value=datetime(2, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(9998, 12, 31),  # noqa: DTZ001
    timezones=ZONES,
)


@given(MOMENTS, MOMENTS)
def test_moments_keep_their_order_as_text(one: datetime, other: datetime) -> None:
    kind = Moment()
    first, second = (kind.process_bind_param(at, DIALECT) for at in (one, other))
    assert isinstance(first, str)
    assert isinstance(second, str)
    assert (first < second) is (one < other)
    assert len(first) == len(second)
    assert there_and_back(kind, one) == one


@given(st.dates(), st.dates())
def test_days_keep_their_order_as_text(one: date, other: date) -> None:
    first, second = (Day().process_bind_param(day, DIALECT) for day in (one, other))
    assert isinstance(first, str)
    assert isinstance(second, str)
    assert (first < second) is (one < other)
