# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One complaint from the counter to closure and to the look 90 days on, by keyboard.

Two power cuts, an undo, a letter that says we have it, a question and its pause (scenario 25), an
answer by letter, a promise that puts it right, a cause and what changes. Each scene is a process
of its own on the same file, started as a person starts the program.
"""

import sys
from datetime import date
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.complaints import Content, Finding, Stage
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_clocks import days_used, late_days
from servicedesk.domain.complaints_timing import timing_of
from servicedesk.domain.customers import Channel
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.promises import Outcome, PromiseKind
from tests.journeys import from_the_counter
from tests.journeys.from_the_counter import (
    ASKED,
    CHANGE,
    DONE,
    EFFECT,
    REASONS,
    REF,
    REMEDY,
    REPLIED,
    WHAT,
)
from tests.journeys.living import OWNER, keys_of, live_all, looked_into, set_up

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill there is another thing")

CAME, TOLD, ASK, REPLY = (date(2026, 10, day) for day in (5, 6, 8, 14))
ANSWERED, PAID = date(2026, 10, 20), date(2026, 10, 26)
FINISHED, CHANGED = date(2026, 11, 9), date(2026, 11, 13)
LOOKED_AT = date(2027, 2, 11)


def begin(folder: Path) -> None:
    """Ruth owns the shop, and Tom works in it."""
    set_up(folder, owner_name="Ruth Day", address="18 Bridge Street", phone="01632 960123")
    with looked_into(folder) as desk:
        for name in ("Ruth", "Tom"):
            desk.services.people.add(PersonDraft(name=name), OWNER)


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Path:
    """The folder of the journey once all of it is lived."""
    folder = tmp_path_factory.mktemp("counter")
    begin(folder)
    live_all(folder, from_the_counter)
    return folder


def test_it_ends_finished_with_every_day_where_it_belongs(lived, file, record_property):
    keys = keys_of(lived, from_the_counter)
    record_property("keys", f"A complaint from the counter: {keys}")
    card, dates = file.card, file.card.dates
    assert (card.ref, card.stage, card.level) == (REF, Stage.CLOSED, 0)
    assert (card.draft.text, card.customer_name) == (WHAT, "Mrs Meena Patel")
    assert (card.draft.taken_by, card.draft.channel) == ("Tom", Channel.COUNTER)
    assert dates.acknowledged_at is not None
    assert dates.acknowledged_at.date() == TOLD
    assert (dates.decided_on, dates.resolved_on) == (ANSWERED, PAID)
    assert (dates.follow_up_on, dates.closed_on) == (FINISHED, FINISHED)
    assert (card.finding, card.told_by) == (Finding.UPHELD, Channel.POST)
    assert (card.content, card.satisfaction) == (Content.YES, 5)
    assert card.outcome_words == REASONS


def test_scenario_25_the_question_stopped_the_clock_for_four_working_days(file, desk):
    (pause,) = file.pauses
    assert (pause.question, pause.from_on, pause.until) == (ASKED, ASK, REPLY)
    dues, calendar = file.card.dues, desk.services.calendars.calendar()
    assert (dues.acknowledge_on, dues.decide_on) == (date(2026, 10, 7), date(2026, 10, 23))
    assert dues.ceiling_on == date(2026, 11, 30)  # never stands still
    assert dues.next_on is None
    taken = days_used(timing_of(file), ANSWERED, NamedCalendar(days=calendar))
    assert taken.amount == 7
    assert late_days(dues.decide_on, ANSWERED, calendar) == 0


def test_its_history_stands_in_order_with_the_slip_and_its_taking_back(file):
    told = [(step.action, step.happened_on, step.note, step.who) for step in file.steps]
    assert told == [
        ("log", CAME, "", "Tom"),
        ("acknowledge", TOLD, "", "Tom"),
        ("investigate", TOLD, "", "Tom"),
        ("undo", TOLD, "", "Tom"),
        ("investigate", TOLD, "", "Tom"),
        ("ask_customer", ASK, ASKED, "Tom"),
        ("customer_replied", REPLY, REPLIED, "Tom"),
        ("decide", ANSWERED, REASONS, "Tom"),
        ("plan_remedy", ANSWERED, "", "Tom"),
        ("resolve", PAID, "", "Tom"),
        ("close", FINISHED, "", "Tom"),
    ]
    written = [step.written_at for step in file.steps]
    assert written == sorted(written)
    assert all(step.written_at.date() == step.happened_on for step in file.steps)
    slip, back = file.steps[2], file.steps[3]
    assert back.reverses == slip.id
    assert (back.before, back.after) == (slip.after, slip.before)


def test_what_puts_it_right_was_promised_and_kept(file, desk):
    (remedy,) = file.remedies
    assert (remedy.draft.words, remedy.draft.amount_pence) == (REMEDY, 48_00)
    assert (remedy.draft.due, remedy.draft.done_on) == (PAID, PAID)
    promise = desk.services.promises.get(remedy.promise_id)
    assert (promise.draft.kind, promise.draft.text) == (PromiseKind.REMEDY, REMEDY)
    assert promise.due.day == PAID
    assert promise.ending is not None
    assert (promise.ending.outcome, promise.ending.on) == (Outcome.KEPT, PAID)


def test_its_cause_was_named_and_what_changed_was_looked_at_after_ninety_days(file, desk):
    assert file.card.learning.causes == (Cause.PROCEDURE_NOT_FOLLOWED,)
    (action,) = file.actions
    assert (action.draft.text, action.draft.done_on) == (CHANGE, CHANGED)
    assert action.draft.cause is Cause.PROCEDURE_NOT_FOLLOWED
    assert (action.check_on, action.checked_on, action.works) == (LOOKED_AT, LOOKED_AT, True)


def test_two_letters_and_a_slip_went_out_as_they_were_written(lived, desk):
    letters = desk.services.letters_writing.of(complaint_id=1)
    assert [(one.template, one.issued_on) for one in letters] == [("L04", ANSWERED), ("L01", TOLD)]
    assert all(one.signatory == "Tom" for one in letters)
    received, answer, slip = (words(lived / f"{name}.pdf") for name in ("L01", "L04", "slip"))
    for said in ("Mrs Meena Patel", "4 Water Street", REF, WHAT, "19 October 2026", "Tom"):
        assert said in received
    reads_on = f"happen again: {CHANGE[:1].lower()}{CHANGE[1:]}"
    for said in ("5 October 2026", EFFECT, REASONS, DONE, reads_on, "You were right"):
        assert said in answer
    assert "Please ring 01632 960123 by 17 November 2026" in answer  # from the day it went out
    for said in ("Your complaint has arrived", REF, WHAT, "Money back", "Monday 19 October 2026"):
        assert said in slip


def test_nothing_half_typed_is_left_over_and_the_last_day_is_backed_up(desk):
    assert desk.services.drafts.kept("complaints", "") is None
    assert desk.services.drafts.kept("letter", "L04 complaint:1") is None
    assert desk.services.backups.kept()[0].at.date() == LOOKED_AT


def words(paper: Path) -> str:
    """What stands on a paper, in one line."""
    return " ".join(" ".join(page_texts(paper.read_bytes())).split())
