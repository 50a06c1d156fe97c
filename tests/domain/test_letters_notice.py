# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The letter about a new price: it comes a month before, and its days are in order."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.content.law import legal_figures
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import Voice
from servicedesk.domain.letters_checking import letter_findings
from servicedesk.domain.letters_days import check_days
from servicedesk.domain.letters_filling import as_text, filled, printed_values
from servicedesk.domain.letters_notice import NOTICE_DAYS, SHORT, notice_findings
from tests.helpers.builders import RESOURCES
from tests.papers.charters import real_words
from tests.papers.letters import VALUES, letters

TODAY = date(2026, 11, 23)


@given(st.integers(-400, 400))
def test_less_than_thirty_days_is_warned_of(days: int) -> None:
    day = (TODAY + timedelta(days=days)).isoformat()
    found = list(notice_findings({"notice.from": day}, TODAY))
    assert [one.code for one in found] == ([SHORT] if 0 <= days < NOTICE_DAYS else [])
    assert all(not one.is_block and one.found == str(days) for one in found)


@pytest.mark.parametrize("typed", ["", "soon", "2026-13-01"])
def test_without_a_day_nothing_is_warned_of(typed: str) -> None:
    assert not list(notice_findings({"notice.from": typed}, TODAY))
    assert not list(notice_findings({}, TODAY))


@pytest.mark.parametrize(
    ("begins", "leave_by", "code", "field"),
    [
        ("2026-11-22", "", "letter_coming_over", "notice.from"),
        ("2026-12-31", "2026-11-22", "letter_coming_over", "notice.leave_by"),
        ("2026-12-31", "2027-01-01", "letter_leave_after", "notice.leave_by"),
    ],
)
def test_days_out_of_order_are_refused(begins: str, leave_by: str, code: str, field: str) -> None:
    values = {"notice.from": begins, "notice.leave_by": leave_by}
    with pytest.raises(Refusal) as caught:
        check_days(values, TODAY, legal_figures(RESOURCES))
    assert (caught.value.code, caught.value.field) == (code, field)


def test_days_in_order_go_out() -> None:
    law = legal_figures(RESOURCES)
    check_days({"notice.from": "2026-12-31", "notice.leave_by": "2026-12-31"}, TODAY, law)
    check_days({"notice.leave_by": "2026-12-31"}, TODAY, law)


def test_the_letter_states_no_law_and_says_how_to_leave() -> None:
    body = letters()["L20"].body
    for word in ("law", "legal", "must", "cooling", "right to"):
        assert word not in body.casefold()
    assert "as easy as joining" in body
    assert {"notice.old", "notice.new", "notice.why", "notice.better"} <= set(
        letters()["L20"].needs
    )


@pytest.mark.parametrize("voice", list(Voice))
def test_the_letter_says_nothing_that_its_own_check_would_point_at(voice: Voice) -> None:
    parts = filled(letters()["L20"].parts, printed_values(VALUES, voice, real_words()))
    assert letter_findings(as_text(parts)) == ()
