# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The records of a figure as the item of a place, and back."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.figures import RecordsAt
from servicedesk.domain.figures_places import item_of, records_of
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period, PeriodName


@settings(max_examples=60)
@given(
    kind=st.sampled_from(Kind),
    which=st.sampled_from(["late", "standard.missed", "answered_late"]),
    first=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    days=st.integers(0, 4000),
    name=st.sampled_from(PeriodName),
    value=st.text(max_size=20),
)
def test_what_is_written_is_read_back(
    kind: Kind, which: str, first: date, days: int, name: PeriodName, value: str
) -> None:
    period = Period(first=first, last=first + timedelta(days=days), name=name)
    records = RecordsAt(kind=kind, which=which, period=period, value=value)
    assert records_of(item_of(records)) == records


@pytest.mark.parametrize(
    "item",
    [
        "",
        "late",
        "promise|late|2026-10-01|2026-12-31|own",
        "promise||2026-10-01|2026-12-31|own|",
        "nothing|late|2026-10-01|2026-12-31|own|",
        "promise|late|first|2026-12-31|own|",
        "promise|late|2026-10-01|2026-12-31|whenever|",
        "promise|late|2026-12-31|2026-10-01|own|",
    ],
)
def test_text_that_names_no_records_is_none(item: str) -> None:
    assert records_of(item) is None
