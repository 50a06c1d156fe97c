# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A complaint about somebody's information beside an ordinary one, by keyboard, in the program.

It is made from the ordinary one by its button, has days of its own, and neither holds the other up.
Each scene is a process of its own on the same file.
"""

import sys
from datetime import date
from pathlib import Path

import pytest

from servicedesk.app.bootstrap import OpenDesk
from servicedesk.documents.page_images import page_texts
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.complaints import ComplaintCard, Finding, Stage, Track
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.customers import Channel
from tests.journeys import data_protection
from tests.journeys.data_protection import (
    DATA,
    DONE,
    FOUND,
    HALF_TYPED,
    OF_DATA,
    ORDINARY,
    SAYS,
)
from tests.journeys.living import keys_of, live_all, set_up

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill there is another thing")

CAME, TOLD, ANSWERED = (date(2026, 11, day) for day in (2, 3, 13))
DATA_TOLD, BOTH = (date(2026, 11, day) for day in (23, 30))
LAST = date(2026, 12, 14)


def begin(folder: Path) -> None:
    """Make the file of a business of one."""
    where = {"address": "18 Bridge Street\nTodmorden OL14 5AX", "phone": "01632 960123"}
    set_up(folder, owner_name="Ruth Day", **where)


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Path:
    """The folder of the journey once all of it is lived."""
    folder = tmp_path_factory.mktemp("data")
    begin(folder)
    live_all(folder, data_protection)
    return folder


@pytest.fixture
def ordinary(desk) -> ComplaintCard:
    return next(one for one in theirs(desk) if one.ref == ORDINARY)


@pytest.fixture
def data(desk) -> ComplaintCard:
    return next(one for one in theirs(desk) if one.ref == DATA)


def theirs(desk: OpenDesk) -> tuple[ComplaintCard, ...]:
    """The complaints of the one customer."""
    return desk.services.complaints.of(1)


def test_there_are_two_that_know_of_one_another(lived, desk, ordinary, data, record_property):
    record_property("keys", f"Two complaints in one: {keys_of(lived, data_protection)}")
    assert len(theirs(desk)) == 2  # the one that was taken back is gone
    assert (ordinary.linked_id, data.linked_id) == (data.id, ordinary.id)
    assert (ordinary.draft.track, data.draft.track) == (Track.ORDINARY, Track.DATA_PROTECTION)
    assert (ordinary.draft.text, data.draft.text) == (SAYS, OF_DATA)
    assert ordinary.draft.received_at == data.draft.received_at


def test_scenario_34_it_has_the_days_of_the_law_and_the_ordinary_one_its_own(desk, ordinary, data):
    assert data.dues.acknowledge_on == date(2026, 12, 1)  # thirty days, the first one counted
    calendar = desk.services.calendars.calendar()
    assert calendar.add_days(CAME, 5, DayKind.WORKING) == date(2026, 11, 9)  # seen on its page
    assert data.dues.decide_on == BOTH
    assert (ordinary.dues.acknowledge_on, ordinary.dues.decide_on) == (
        date(2026, 11, 4),
        date(2026, 11, 16),
    )


def test_each_is_answered_and_finished_by_itself(ordinary, data):
    for card, told, answered, closed in (
        (ordinary, TOLD, ANSWERED, BOTH),
        (data, DATA_TOLD, BOTH, LAST),
    ):
        dates = card.dates
        assert (card.stage, card.finding) == (Stage.CLOSED, Finding.UPHELD)
        assert dates.acknowledged_at is not None
        assert dates.acknowledged_at.date() == told
        assert (dates.decided_on, dates.resolved_on, dates.closed_on) == (
            *(answered, answered, closed),
        )
    assert (ordinary.told_by, data.told_by) == (Channel.PHONE, Channel.POST)
    assert ordinary.learning.causes == (Cause.PRICE_UNCLEAR,)
    assert data.learning.causes == (Cause.SLIP,)


def test_their_histories_stand_apart_and_in_order(desk, ordinary, data):
    told = [(step.action, step.happened_on) for step in history(desk, ordinary)]
    assert told == [
        ("log", CAME),
        ("acknowledge", TOLD),
        ("investigate", TOLD),
        ("decide", ANSWERED),
        ("resolve", ANSWERED),
        ("close", BOTH),
    ]
    told = [(step.action, step.happened_on) for step in history(desk, data)]
    assert told == [
        ("log", CAME),
        ("acknowledge", DATA_TOLD),
        ("investigate", DATA_TOLD),
        ("undo", DATA_TOLD),
        ("investigate", DATA_TOLD),
        ("decide", BOTH),
        ("resolve", BOTH),
        ("close", LAST),
    ]
    slip, back = history(desk, data)[2:4]
    assert (back.reverses, back.before, back.after) == (slip.id, slip.after, slip.before)


def history(desk, card):
    """What happened with a complaint, the first at the head."""
    return desk.services.complaints.file(card.id).steps


def test_both_letters_about_information_went_out_as_they_were_written(lived, desk, data):
    letters = desk.services.letters_writing.of(complaint_id=data.id)[::-1]
    assert [(one.template, one.issued_on) for one in letters] == [
        ("L23A", DATA_TOLD),
        ("L23B", BOTH),
    ]
    received, answer = (words(lived / f"{name}.pdf") for name in ("data received", "data answer"))
    for said in (DATA, OF_DATA, HALF_TYPED, "30 calendar days", f"complaint {ORDINARY}"):
        assert said in received
    for said in (FOUND, DONE, "You have the right to take this to", "ico.org.uk"):
        assert said in answer
    for paper in (received, answer):
        assert "two taps" not in paper


def test_the_ordinary_letter_says_nothing_of_the_law_on_information(lived, desk, ordinary):
    (letter,) = desk.services.letters_writing.of(complaint_id=ordinary.id)
    assert (letter.template, letter.issued_on) == ("L01", TOLD)
    received = words(lived / "received.pdf")
    assert SAYS in received
    assert "30 calendar days" not in received


def test_what_puts_the_ordinary_one_right_stays_with_it(desk, ordinary, data):
    files = [desk.services.complaints.file(one.id) for one in (ordinary, data)]
    assert [[one.draft.amount_pence for one in file.remedies] for file in files] == [[84_50], []]


def words(paper: Path) -> str:
    """What stands on a paper, in one line."""
    return " ".join(" ".join(page_texts(paper.read_bytes())).split())
