# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demands 1 and 11: killed while somebody types, anywhere, two seconds of it are lost at most.

The real program is started, typed into, killed and started again; what stands in the field then
is held against what stood there two seconds before. The spots are drawn at random.
"""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from servicedesk.app.bootstrap import charter_guide, create_desk, gather, open_desk
from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.guides import QuestionKind
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.services.registry import Services
from tests.faults.counting import note, trials
from tests.faults.desk_typist import LETTERS, Spot
from tests.helpers.children import plain_environment
from tests.helpers.qt import RESOURCES

KILLS = trials(2, 40)
EACH_FORM = max(1, KILLS // 10)
LOST_AT_MOST = 2000
"""Milliseconds of typing."""

FEWEST, MOST = 50, 58
"""Letters until a kill: three seconds of typing and more."""

ROOT = Path(__file__).resolve().parents[2]
GUIDE = charter_guide(RESOURCES)
TOM, PATEL, SAW = 1, 1, 1
"""The one person of the file, its one customer, and its one complaint."""

MORE = "More about this complaint"

MRS_PATEL = CustomerDraft(name="Mrs Meena Patel")

_NEW = [
    Spot(room="settings", part="people", item="add", field="name"),
    Spot(room="settings", part="closures", item="add", field="reason"),
    Spot(room="settings", part="holidays", item="add", field="name"),
    Spot(room="settings", part="registrations", item="add", field="body"),
]
FORMS = {
    "fact": [Spot(room="settings", part="business", field="trading_name")],
    "first run": [Spot(room="settings", part="business", field="trading_name", is_first_run=True)],
    "new record": _NEW,
    "changed record": [
        Spot(room="settings", part="people", item=str(TOM), opens="Change", field="name")
    ],
    "customer": [
        Spot(room="customers", part="new", field=field)
        for field in ("name", "phones", "addresses", "remember")
    ],
    "promise": [
        Spot(room="today", key="F7", field="text"),
        Spot(room="promises", part="new", item=str(PATEL), field="text"),
    ],
    "complaint": [Spot(room="today", key="F2", field=field) for field in ("text", "job_ref")],
    "complaint sorted": [Spot(room="complaints", item=str(SAW), opens="It’s sorted…", field="did")],
    "complaint step": [
        Spot(room="complaints", item=str(SAW), opens="Give the answer…", field="words")
    ],
    "complaint file": [
        Spot(room="complaints", item=str(SAW), unfolds=MORE, opens=opens, field="text")
        for opens in ("Add a point…", "Note something…", "Note what was done…")
    ],
    "contact": [Spot(room="today", key="F9", field="text")],
    "support": [
        Spot(
            room="customers",
            item=str(PATEL),
            opens="Change what helps",
            then="Add what helps",
            field=field,
        )
        for field in ("detail", "yes_words")
    ],
    "letter": [
        Spot(room="letters", part="L13", item=item, field="promise.text")
        for item in ("", f"customer:{PATEL}")
    ],
    "note": [
        Spot(
            room="charter",
            part="write",
            item="ask_first",
            opens="Add who you asked",
            field="mattered",
        )
    ],
}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill there is another thing")


def wizard_spots() -> list[Spot]:
    """Every text of the short way that is always asked, gone on from or not, and its tables."""
    spots = []
    for page in GUIDE.pages:
        kinds = {question.kind for question in page.questions}
        if page.is_short_way and QuestionKind.STANDARD in kinds:
            spots.append(Spot(room="charter", part="write", item=page.id))
        for question in page.questions if page.is_short_way else ():
            is_text = question.kind in (QuestionKind.TEXT, QuestionKind.LONG_TEXT)
            if is_text and question.show_if is None:
                spots += [
                    Spot(
                        room="charter",
                        part="write",
                        item=page.id,
                        field=question.id,
                        goes_on=goes_on,
                    )
                    for goes_on in (False, True)
                ]
    return spots


@contextmanager
def program(folder: Path, spot: Spot, letters: int) -> Iterator[Iterator[str]]:
    """The real program with somebody at it: the lines that they tell; killed at the end."""
    environment = plain_environment(ROOT / "src")
    environment["PYTHONPATH"] += f"{os.pathsep}{ROOT}"
    told = folder / "told.txt"
    words = [str(folder / "profile"), str(told), spot.written(), str(letters)]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.desk_typist", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    lines = process.stdout

    def heard() -> Iterator[str]:
        yield from lines
        pytest.fail(told.read_text() if told.exists() else "the program ended by itself")

    try:
        yield heard()
    finally:
        process.send_signal(signal.SIGKILL)
        lines.close()
        process.wait(timeout=300)


def typed_until_killed(folder: Path, spot: Spot, letters: int) -> int:
    """Have somebody type so many letters, and kill the program.

    Returns:
        How many of them stood there two seconds before.
    """
    told: list[tuple[int, int]] = []
    more = 0 if spot.goes_on else len(LETTERS)
    with program(folder, spot, letters + more) as lines:
        while len(told) < letters + spot.goes_on:
            moment, typed = next(lines).split()
            told.append((int(moment), int(typed)))
    killed_at = told[-1][0]
    return max((typed for moment, typed in told if killed_at - moment >= LOST_AT_MOST), default=0)


def loses_two_seconds_at_most(folder: Path, spot: Spot, letters: int) -> None:
    if not spot.is_first_run:
        furnish(folder / "profile")
    owed = typed_until_killed(folder, spot, letters)
    with program(folder, spot, 0) as lines:
        text = json.loads(next(lines))
    whole = LETTERS * (letters // len(LETTERS) + 2)
    begins = text.find(LETTERS)
    kept = text[begins:] if begins >= 0 else ""
    assert whole.startswith(kept), spot
    assert owed >= len(LETTERS)
    assert len(kept) >= owed, (spot, text)


def furnish(profile: Path) -> None:
    """A shop with one person and one customer, that has begun its charter."""
    at = gather(profile)
    create_desk(at)
    desk = open_desk(at)
    try:
        assert desk.services.people.add(PersonDraft(name="Tom"), "Ruth").card.id == TOM
        assert desk.services.customers.add(MRS_PATEL, "Ruth").card.id == PATEL
        desk.services.support.add_need(PATEL, SupportDraft(need=SupportNeed.LARGE_PRINT), "Ruth")
        desk.services.charter_writing.begin("hardware_shop", "Ruth")
        complain(desk.services)
    finally:
        desk.close()


def complain(services: Services) -> None:
    """A complaint that is looked into."""
    came = datetime(2026, 1, 5, 10, tzinfo=UTC)
    draft = ComplaintDraft(customer_id=PATEL, text="the saw stopped", received_at=came)
    assert services.complaints.log(draft, "Ruth").card.id == SAW
    services.complaints.take(SAW, Action.INVESTIGATE, Given(on=came.date()), "Ruth")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", range(EACH_FORM))
def test_demand_11_a_kill_takes_no_form_away(tmp_path: Path, form: str, number: int) -> None:
    draw = random.Random(f"{form} {KILLS} {number}")
    loses_two_seconds_at_most(tmp_path, draw.choice(FORMS[form]), draw.randint(FEWEST, MOST))
    note("kill -9 while a form is typed into", 1)


@pytest.mark.parametrize("number", range(KILLS))
def test_demand_11_a_kill_loses_two_seconds_of_the_wizard_at_most(
    tmp_path: Path, number: int
) -> None:
    draw = random.Random(number)
    spots = wizard_spots()
    kinds = {
        "row": [spot for spot in spots if not spot.field],
        "text": [spot for spot in spots if spot.field and not spot.goes_on],
        "next": [spot for spot in spots if spot.goes_on],
    }
    spot = draw.choice(kinds[draw.choice(list(kinds))])
    loses_two_seconds_at_most(tmp_path, spot, draw.randint(FEWEST, MOST))
    note("kill -9 while the charter is typed", 1)
