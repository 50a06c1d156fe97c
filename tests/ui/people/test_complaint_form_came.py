# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""When a complaint came in, with its time where it is known, and what privacy may mean."""

from datetime import UTC, date, datetime

import pytest

from tests.helpers.qt import seen_texts
from tests.helpers.records import put_customer
from tests.ui.people.complaint_forms import field, kept, opener, save


@pytest.fixture
def opened(bench, qtbot):
    put_customer(bench.services.units, "Mrs Meena Patel")
    return opener(bench, qtbot)


def test_a_time_can_stand_after_the_day_and_comes_back(bench, opened):
    bench.clock.set(datetime(2026, 11, 25, 15, tzinfo=UTC))
    form = opened(text="the gate squeaks")
    field(form, "received_on").focus_target().setText("yesterday 9.30")
    save(form)
    (card,) = kept(bench)
    assert card.draft.received_at == datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    again = opened(complaint_id=card.id)
    assert "9:30" in field(again, "received_on").value()
    again.text.show_typed("the gate squeaks again")
    save(again)
    (card,) = kept(bench)
    assert card.draft.received_at == datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    once_more = opened(complaint_id=card.id)
    field(once_more, "received_on").focus_target().setText("24/11 2pm")
    save(once_more)
    assert kept(bench)[0].draft.received_at == datetime(2026, 11, 24, 14, tzinfo=UTC)


def test_the_minute_it_was_written_down_is_kept(bench, opened):
    bench.clock.set(datetime(2026, 11, 25, 15, 4, 33, tzinfo=UTC))
    form = opened(text="the gate squeaks")
    assert field(form, "received_on").value() == date(2026, 11, 25)
    save(form)
    bench.clock.set(datetime(2026, 11, 25, 17, tzinfo=UTC))
    (card,) = kept(bench)
    again = opened(complaint_id=card.id)
    again.text.show_typed("the gate squeaks again")
    save(again)
    assert kept(bench)[0].draft.received_at == datetime(2026, 11, 25, 15, 4, 33, tzinfo=UTC)


def test_a_time_yet_to_come_is_refused(bench, opened):
    bench.clock.set(datetime(2026, 11, 25, 15, tzinfo=UTC))
    form = opened(text="the gate squeaks")
    for typed in ("today 5pm", "tomorrow 9.30", "yesterday 25.30"):
        field(form, "received_on").focus_target().setText(typed)
        save(form)
        assert field(form, "received_on").error()
        assert form.isVisible()
    assert kept(bench) == []


def test_privacy_may_be_the_other_sort_and_ticks_nothing(opened):
    form = opened(text="you told my neighbour")
    said = "how you used their information"
    assert not [one for one in seen_texts(form) if said in one]
    form.about.show_typed("privacy")
    form.about.typed.emit()
    assert [one for one in seen_texts(form) if said in one]
    assert field(form, "track").value() == ()
    form.about.show_typed("price")
    form.about.typed.emit()
    assert not [one for one in seen_texts(form) if said in one]
