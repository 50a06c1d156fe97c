# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How figures ask the file: values by name, and days of the shop wherever it is."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from servicedesk.domain.figures_clock import spans_of
from servicedesk.store.figures_asking import asked, local_day, local_part, moment_text
from tests.store.files import new_file, opened

ZONES = (
    ZoneInfo("Europe/London"),
    ZoneInfo("America/New_York"),
    ZoneInfo("Asia/Kolkata"),
    timezone(timedelta(0)),
)


@pytest.mark.parametrize("zone", ZONES)
def test_the_day_and_the_hour_in_the_shop(tmp_path: Path, zone: tzinfo) -> None:
    first, last = date(2026, 2, 20), date(2026, 11, 20)
    spans = spans_of(first, last, zone)
    moments = [
        datetime(2026, 2, 20, tzinfo=UTC) + timedelta(minutes=67 * each) for each in range(5_000)
    ]
    day, hour, weekday = (
        local_day("j.value", spans),
        local_part("%H", "j.value", spans),
        local_part("%w", "j.value", spans),
    )
    listed = ", ".join(f'"{moment_text(one)}"' for one in moments)
    with opened(new_file(tmp_path)) as file, file.read() as session:
        found = asked(
            session,
            f"SELECT {day}, {hour}, {weekday} FROM json_each(:moments) j",
            {"moments": f"[{listed}]"},
        )
    local = [one.astimezone(zone) for one in moments]
    assert found == [(at.date().isoformat(), at.hour, at.isoweekday() % 7) for at in local]


def test_a_value_that_no_cell_holds_is_refused(tmp_path: Path) -> None:
    with opened(new_file(tmp_path)) as file, file.read() as session:
        rows = asked(
            session,
            "SELECT :day, :none, :number",
            {"day": date(2026, 9, 1), "none": None, "number": 3},
        )
        assert rows == [("2026-09-01", None, 3)]
        with pytest.raises(TypeError):
            asked(session, "SELECT :odd", {"odd": 1.5})
