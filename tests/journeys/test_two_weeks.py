# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Two weeks of a plumber's promises over Christmas, by keyboard, in the real program.

Kept, late, revised, released, taken back; bank holidays, a day that is shut, a power cut, a week
away. Each scene is a process of its own on the same file, started as a person starts it.
"""

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from servicedesk.app.bootstrap import create_desk, gather, open_desk
from servicedesk.domain.hours import MONDAY_TO_FRIDAY
from servicedesk.domain.promises import Outcome, PromiseChip, PromiseFilter
from tests.helpers.children import plain_environment
from tests.journeys.two_weeks import HALF_TYPED, SCENES

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 240

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill there is another thing")


def live(folder: Path, scene: str) -> str:
    """Live one scene; how many keys it took, "" where the power went."""
    told = folder / f"{scene}.txt"
    words = [folder / "profile", scene, told]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.journeys.two_weeks", *map(str, words)],
        cwd=ROOT,
        env=plain_environment(ROOT / "src"),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if scene == "power goes":
        assert ended.returncode == -signal.SIGKILL, told.read_text() if told.exists() else ""
        return ""
    assert told.exists(), ended.stderr
    keys = told.read_text()
    assert keys.isdigit(), keys
    assert ended.returncode == 0, ended.stderr
    return keys


def test_a_plumbers_two_weeks(tmp_path, record_property):
    at = gather(tmp_path / "profile")
    create_desk(at)
    desk = open_desk(at)
    desk.services.business.save(
        {"trading_name": "Bright & Day", "nation": "eng", "opening_hours": MONDAY_TO_FRIDAY},
        "Ruth",
    )
    desk.close()
    keys = {scene: live(tmp_path, scene) for scene in SCENES}
    shown = ", ".join(f"{scene} {number}" for scene, number in keys.items() if number)
    record_property("keys", f"A plumber's two weeks: {shown}")
    desk = open_desk(at)
    try:
        services = desk.services
        listed = services.promises.lists.rows(
            services.promises.lists.ids(PromiseFilter(chip=PromiseChip.ALL))
        )
        cards = {
            card.draft.text: card for card in (services.promises.get(row.id) for row in listed)
        }
        rates = services.promises.rates(date(2026, 12, 21), date(2027, 1, 8))
        asked = services.timeline.of(cards["ring about the boiler"].draft.customer_id or 0)
    finally:
        desk.close()
    endings = {text: card.ending.outcome for text, card in cards.items() if card.ending}
    assert endings == {
        "ring about the boiler": Outcome.KEPT,
        "order the brass hinges": Outcome.KEPT,
        "send the quote for the bathroom": Outcome.KEPT,
        HALF_TYPED: Outcome.RELEASED,
        "mend the tap in the yard": Outcome.LATE,
    }
    assert set(endings) == set(cards)  # what nobody said was taken back
    quote, hinges = cards["send the quote for the bathroom"], cards["order the brass hinges"]
    assert quote.is_revised
    assert (quote.first_due.day, quote.due.day) == (date(2026, 12, 23), date(2027, 1, 5))
    assert hinges.ending is not None
    assert hinges.ending.on == date(2026, 12, 22)  # written down eight days later
    assert (rates.kept, rates.late, rates.broken, rates.released) == (3, 1, 0, 1)
    assert (rates.revised, rates.average_late_days, rates.undecided) == (1, 1, 0)
    assert any("fit showers" in entry.title for entry in asked)
