# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One small complaint sorted in two days without a letter, by keyboard, in the real program.

Written down within the keys that experience.md 2 allows, sorted by a call, taken back and done
again, its cause asked for later. Each scene is a process of its own.
"""

from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.complaints import Content, Priority, Serious, Stage
from servicedesk.domain.complaints_assessing import priority_of
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_clocks import late_days
from servicedesk.domain.complaints_sorting import is_on_the_spot
from servicedesk.domain.customers import Channel
from tests.journeys import small_complaint
from tests.journeys.living import keys_of, live_all, set_up
from tests.journeys.small_complaint import DID, REF, WHAT

CAME, SORTED = date(2026, 10, 12), date(2026, 10, 13)


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Path:
    """The folder of the journey once all of it is lived."""
    folder = tmp_path_factory.mktemp("small")
    set_up(folder, owner_name="Ruth Day")
    live_all(folder, small_complaint)
    return folder


def test_it_ends_sorted_on_the_second_day_and_on_time(lived, file, desk, record_property):
    record_property("keys", f"A small complaint: {keys_of(lived, small_complaint)}")
    card, calendar = file.card, desk.services.calendars.calendar()
    assert (card.ref, card.draft.text, card.stage) == (REF, WHAT, Stage.CLOSED)
    assert card.draft.serious is Serious.SMALL
    assert priority_of(card.assessment) is Priority.P3
    assert card.dates.acknowledged_at is not None  # the call was the first word of us
    assert card.dates.acknowledged_at.date() == SORTED
    dates = card.dates
    assert {dates.decided_on, dates.resolved_on, dates.closed_on} == {SORTED}
    assert card.dues.decide_on == date(2026, 11, 2)
    assert late_days(card.dues.decide_on, SORTED, calendar) == 0
    assert is_on_the_spot(CAME, SORTED, calendar)
    assert (card.outcome_words, card.told_by, card.content) == (DID, Channel.PHONE, Content.YES)
    assert not file.pauses


def test_its_history_holds_the_step_back_and_the_step_done_again(file):
    told = [(step.action, step.before, step.after) for step in file.steps]
    assert told == [
        ("log", None, Stage.RECEIVED),
        ("sort_out", Stage.RECEIVED, Stage.CLOSED),
        ("undo", Stage.CLOSED, Stage.RECEIVED),
        ("redo", Stage.RECEIVED, Stage.CLOSED),
    ]
    assert [step.happened_on for step in file.steps] == [CAME, SORTED, SORTED, SORTED]
    written = [step.written_at for step in file.steps]
    assert written == sorted(written)
    _, sorted_out, back, again = file.steps
    assert (back.reverses, again.reverses) == (sorted_out.id, back.id)


def test_its_cause_was_given_later_and_no_letter_was_written(file, desk):
    assert file.card.learning.causes == (Cause.PART_STOCK,)
    assert not desk.services.letters_writing.of(complaint_id=1)
    assert desk.services.drafts.kept("complaints", "") is None
