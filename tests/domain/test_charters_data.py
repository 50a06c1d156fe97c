# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers become plain values for the database and come back the same."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.charters_data import answers_from_data, answers_to_data
from servicedesk.domain.hours import MONDAY_TO_FRIDAY
from tests.helpers.builders import CLOSED_ALL_WEEK, answers, open_hours

value = st.one_of(
    st.text(max_size=20),
    st.integers(min_value=-(10**9), max_value=10**9),
    st.booleans(),
    st.dates(),
    st.lists(st.text(max_size=8), max_size=4).map(tuple),
    st.sampled_from([CLOSED_ALL_WEEK, MONDAY_TO_FRIDAY, open_hours()]),
)


@given(said=st.dictionaries(st.text(max_size=12), value, max_size=6))
def test_answers_come_back_as_they_went_through_json(said):
    kept = json.loads(json.dumps(answers_to_data(said)))
    assert answers_from_data(kept) == said


def test_every_kind_of_a_real_charter_is_plain_and_in_alphabetical_order():
    plain = answers_to_data(answers())
    assert list(plain) == sorted(plain)
    assert plain["review_by"] == {"day": "2027-12-01"}
    assert plain["values"] == ["straight_answers", "clear_prices", "put_right"]
    assert plain["opening_hours"]["hours"]["saturday"] == ["08:00-17:30"]
    assert plain["is_service"] is True


@pytest.mark.parametrize(
    "odd", [{"week": "8"}, {"day": {"monday": []}}, {"hours": "08:00-12:00"}, {}]
)
def test_a_kind_that_is_not_known_is_refused(odd):
    with pytest.raises(ValueError, match=r".+"):
        answers_from_data({"odd": odd})


def test_a_day_comes_back_as_a_day():
    assert answers_from_data({"review_by": {"day": "2026-12-01"}}) == {
        "review_by": date(2026, 12, 1)
    }
