# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the sheets of things counted by hand say."""

from datetime import date

import pytest

from servicedesk.domain.kinds import Kind
from servicedesk.domain.samples import CheckedJob, JobCheckCard, SampleLine, SampleWeekCard
from servicedesk.domain.samples_papers import check_sheet, tally_sheet, walk_sheet
from servicedesk.domain.walks import WalkCard, WalkDraft, WalkStep
from tests.helpers.builders import words

SHOP = "Hollins Hardware"


def test_a_tally_sheet_has_a_column_a_day_and_a_line_a_standard() -> None:
    lines = tuple(
        SampleLine(standard_key=key, charter_version_id=1, title=f"About {key}")
        for key in ("call", "email")
    )
    week = SampleWeekCard(id=1, first=date(2026, 12, 7), last=date(2026, 12, 12), lines=lines)
    sheet = tally_sheet(week, SHOP, words())
    assert sheet.heading == "Sample week, 7 to 12 December 2026"
    assert sheet.imprint.business == SHOP
    assert sheet.days == ("Mon 7", "Tue 8", "Wed 9", "Thu 10", "Fri 11", "Sat 12")
    assert sheet.lines == ("About call", "About email")
    assert "one stroke" in sheet.intro


@pytest.mark.parametrize(
    ("first", "last", "heading"),
    [
        (date(2026, 11, 30), date(2026, 12, 5), "30 November to 5 December 2026"),
        (date(2026, 12, 28), date(2027, 1, 2), "28 December 2026 to 2 January 2027"),
    ],
)
def test_a_week_over_two_months_or_years_says_both(first: date, last: date, heading: str) -> None:
    week = SampleWeekCard(id=1, first=first, last=last, lines=())
    assert tally_sheet(week, SHOP, words()).heading == f"Sample week, {heading}"


def test_a_check_sheet_names_the_jobs_and_the_standards() -> None:
    job = CheckedJob(id=3, kind=Kind.PROMISE, record_id=9, label="P-1 · ring", verdicts=())
    check = JobCheckCard(
        id=1,
        drawn_on=date(2026, 11, 22),
        first=date(2025, 11, 23),
        last=date(2026, 11, 22),
        charter_version_id=1,
        standards=(("tidy", "Left tidy"),),
        jobs=(job,),
    )
    sheet = check_sheet(check, SHOP, words())
    assert sheet.heading == "Check of jobs, 22 November 2026"
    assert (sheet.standards, sheet.jobs) == (("Left tidy",), ("P-1 · ring",))


def test_a_walk_says_who_walked_it_where_somebody_did() -> None:
    steps = (WalkStep(what="Rings us"),)
    draft = WalkDraft(name="A missed call", walked_on=date(2026, 11, 22), steps=steps)
    sheet = walk_sheet(WalkCard(id=1, draft=draft), SHOP, words())
    assert (sheet.heading, sheet.detail) == ("A missed call", "Walked on 22 November 2026")
    assert sheet.steps == steps
    by = WalkDraft(name="x", walked_on=date(2026, 11, 22), who="Ruth", steps=steps)
    assert walk_sheet(WalkCard(id=1, draft=by), SHOP, words()).detail.endswith("by Ruth")
