# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the command says of the law: nothing while it is fresh, and nothing where it is not ours."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.app.bootstrap import gather
from servicedesk.app.charter_report import about_law
from tests.helpers.fakes import FixedClock


@pytest.mark.parametrize(
    ("nation", "today", "is_said"),
    [
        ("eng", date(2026, 12, 1), False),
        ("eng", date(2027, 6, 1), True),
        ("nir", date(2027, 6, 1), True),
        ("elsewhere", date(2027, 6, 1), False),
        (None, date(2027, 6, 1), False),
    ],
)
def test_facts_checked_over_six_months_ago_are_to_be_looked_up(profile, nation, today, is_said):
    program = replace(gather(profile), clock=FixedClock(today))
    said = " ".join(about_law(program, nation))
    assert ("last checked on 2026-11-22" in said) is is_said
    assert bool(said) is is_said
