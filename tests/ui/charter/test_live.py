# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The live page: how each standard is kept, true after ten records, and the ways on from it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.figures_places import records_of
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import PeriodName
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.domain.standards import (
    MeasuredBy,
    StandardChannel,
    StartEvent,
    StopEvent,
)
from servicedesk.ui.charter import live as live_module
from servicedesk.ui.charter.live import LiveCharterPage
from servicedesk.ui.charter.page import CharterPage
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.measures.page import MeasuresPage
from tests.helpers import audits
from tests.helpers.builders import charter_draft, complaint_promises, opening_days, promise
from tests.helpers.qt import seen_texts

TODAY = date(2026, 11, 23)
PUBLISHED = date(2026, 10, 26)

ORDER = promise(
    "order",
    title="Orders are ready in time",
    start_event=StartEvent.ORDER_AGREED,
    stop_event=StopEvent.DONE,
)
EMAIL = promise(
    title="E-mails answered",
    channel=StandardChannel.EMAIL,
    limit=opening_days(1),
    start_event=StartEvent.CONTACT_RECEIVED,
    stop_event=StopEvent.CONTACT_ANSWERED,
)
CALL = promise("call", title="Missed calls returned", measured_by=MeasuredBy.SAMPLE_WEEK)
CHECK = promise("check", title="Tools are tested", measured_by=MeasuredBy.JOB_CHECK)
NONE = promise("none", title="Your details stay here", measured_by=MeasuredBy.NONE)


def publish(bench, *standards):
    ready = charter_draft(standards=(*standards, *complaint_promises()))
    bench.services.charters.publish_draft(ready, "Ruth", lambda _card: None)


def keep(bench, clock, due, done):
    """A promise that was made when the charter was published."""
    made = bench.services.promises.make(
        PromiseDraft(
            text="order in",
            made_on=PUBLISHED,
            due=Due(day=due),
            promiser="Tom",
            standard_key="order",
        ),
        "Ruth",
    ).card
    if done is not None:
        bench.services.promises.done(made.id, done, None, "Ruth")


def first_month(bench, clock):
    """Ten records of a first month: seven promises and three e-mails."""
    clock.set(PUBLISHED)
    publish(bench, ORDER, EMAIL, CALL, CHECK, NONE)
    clock.set(datetime(2026, 11, 23, 14, 31, tzinfo=UTC))
    for week in range(1, 7):
        keep(bench, clock, PUBLISHED + timedelta(days=week), PUBLISHED)
    keep(bench, clock, PUBLISHED + timedelta(days=2), PUBLISHED + timedelta(days=4))
    for minutes in (0, 300, 6000):
        at = datetime(2026, 11, 2, 10, tzinfo=UTC)
        asked = ContactDraft(text="asked", at=at, channel=Channel.EMAIL, answered_minutes=minutes)
        bench.services.contacts.log(asked, "Ruth")


@pytest.fixture
def live(dressed, qtbot):
    made = LiveCharterPage(dressed)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    made.open()
    return made


def found(page):
    """What the audits find, once everything stands where it belongs."""
    for _ in range(3):
        QApplication.processEvents()
    return audits.findings(page)


def button(page, name):
    (one,) = [
        one
        for one in page.findChildren(QPushButton)
        if one.isVisible() and name in (one.text(), one.accessibleName())
    ]
    return one


def test_without_a_charter_there_is_one_sentence_and_one_button(live, heard):
    said = seen_texts(live)
    assert "Once a charter is on the wall, you see here how well it is kept." in said
    assert live.print_job() is None
    assert live.presenter.evidence_job() is None
    assert live.first_focus().text() == "Write our charter"
    live.first_focus().click()
    assert heard.places[-1] == Place(room="charter", part="write")
    button(live, "Back to our charter").click()
    assert heard.places[-1] == Place(room="charter")
    assert found(live) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_after_ten_records_the_page_says_something_true_and_useful(
    live, bench, clock, qtbot, percent
):
    bench.theme.set_percent(percent)
    first_month(bench, clock)
    live.open()
    said = seen_texts(live)
    assert "2 of 7 standards of version 1 have a result." in said
    assert "86 %" in said
    assert "of the 7 promises we wrote down" in said
    assert "early sign" in said
    assert "1 was late" in said
    lines = live.presenter.state.lines
    assert {line.tone for line in lines if line.words.standing == "not always kept"} == {"due"}
    assert "2 of 3" in said
    assert any("Plan one: a tally sheet" in one for one in said)
    assert "Not measured" in said
    assert not any("likely" in one for one in said)
    button(live, "How sure is this?: Orders are ready in time").click()
    assert any("48.7 % and 97.4 %" in one for one in seen_texts(live))
    assert found(live) == []


def test_each_figure_opens_its_very_records(live, bench, clock, heard):
    first_month(bench, clock)
    live.open()
    button(live, "Open the 7 records: Orders are ready in time").click()
    place = heard.places[-1]
    records = records_of(place.item)
    assert (place.room, place.part, records.kind) == ("measures", "records", Kind.STANDARD)
    assert len(bench.services.charters_live.cases(records)) == 7
    button(live, "Look at the one missed or overdue: Orders are ready in time").click()
    assert len(bench.services.charters_live.cases(records_of(heard.places[-1].item))) == 1
    button(live, "Plan a sample week: Missed calls returned").click()
    assert heard.places[-1] == Place(room="measures", part="samples")
    button(live, "Check ten jobs: Tools are tested").click()
    assert heard.places[-1] == Place(room="measures", part="checks")
    live._sample.click()
    assert heard.places[-1] == Place(room="measures", part="samples")


def test_another_period_and_what_changed_elsewhere_are_shown(live, bench, clock):
    first_month(bench, clock)
    live.open()
    live._periods.chips[1].click()
    assert live.presenter.state.period is PeriodName.THIS_MONTH
    before = live.presenter.state.lines[0].base
    done = bench.do(
        lambda: bench.services.promises.make(
            PromiseDraft(text="more", made_on=TODAY, due=Due(day=TODAY), standard_key="order"),
            "Ruth",
        ),
        said="",
    )
    bench.do(lambda: bench.services.promises.done(done.card.id, TODAY, None, "Ruth"), said="")
    assert live.presenter.state.lines[0].base == before + 1
    live.close_down()


def test_a_held_back_result_says_why_and_leads_to_what_is_to_be_decided(live, bench, clock):
    first_month(bench, clock)
    keep(bench, clock, PUBLISHED + timedelta(days=3), None)
    live.open()
    said = seen_texts(live)
    assert any(one.startswith("Not for the wall yet: 1 is overdue") for one in said)
    button(live, "Look at the 2 missed or overdue: Orders are ready in time")
    assert found(live) == []


def test_what_an_earlier_version_promised_keeps_its_own_line(live, bench, clock):
    first_month(bench, clock)
    publish(bench, replace(ORDER, limit=opening_days(1)), EMAIL, CALL)
    live.open()
    assert "As earlier versions said it" in seen_texts(live)
    assert [one.title for one in live.presenter.state.earlier] == ["Orders are ready in time"]
    assert found(live) == []


def test_its_papers_are_ready_to_print(live, bench, clock, monkeypatch):
    first_month(bench, clock)
    live.open()
    shown = []
    monkeypatch.setattr(live_module, "show_print", lambda job, *_: shown.append(job.first))
    button(live, "Print the page for the wall").click()
    button(live, "Evidence list for an adviser").click()
    assert shown == ["charter_wall", "charter_evidence"]
    assert live.print_job() is not None


def test_the_home_of_the_charter_leads_there(dressed, clock, heard, qtbot):
    first_month(dressed, clock)
    page = CharterPage(dressed)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    page.arrive(Place(room="charter"))
    button(page, "How we are doing").click()
    assert heard.places[-1] == Place(room="charter", part="live")
    page.arrive(heard.places[-1])
    assert "How we are doing against our charter" in seen_texts(page)
    assert page.first_focus() is not None
    assert page.print_job() is not None
    page.leave()


def test_the_list_of_records_is_named_after_the_standard(live, bench, clock, heard, qtbot):
    first_month(bench, clock)
    live.open()
    button(live, "Look at the one missed or overdue: Orders are ready in time").click()
    page = MeasuresPage(bench)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    page.arrive(heard.places[-1])
    assert "Orders are ready in time: late, not done or overdue" in seen_texts(page)
    assert page.records.presenter.state.lines[0].key == (Kind.PROMISE, 7)
    page.leave()
