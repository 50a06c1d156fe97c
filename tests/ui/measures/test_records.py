# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The records behind a figure: which they are, Enter opens one, Esc leads back to the figure."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from servicedesk.domain.errors import Trouble
from servicedesk.domain.figures import RecordLine, RecordLines, Which
from servicedesk.domain.figures_places import item_of
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.ui.core.rooms import Place
from tests.helpers import audits
from tests.helpers.qt import seen_texts
from tests.helpers.reports import DAY, at
from tests.ui.widgets.made import press

KEPT = item_of(at(Kind.PROMISE, Which.KEPT))


def lines(count):
    return [
        RecordLine(
            kind=Kind.PROMISE,
            id=number,
            on=DAY - timedelta(days=number),
            who="Mrs Meena Patel" if number % 2 else "",
            what="Ring back about\nthe wet saw " + "again " * 60 * (number == 1),
            room="promises",
            item=str(number),
        )
        for number in range(1, count + 1)
    ]


@pytest.fixture
def records(figures):
    """Sets how many records there are, of whatever is asked for."""

    def there_are(count):
        every = lines(count)

        def read(_at, limit, after=0):
            shown = tuple(every[after : after + limit])
            return RecordLines(lines=shown, total=count, last=after + len(shown))

        figures.records = read

    there_are(3)
    return there_are


@pytest.fixture
def page(opened, records):
    return opened("records", KEPT)


def test_the_list_says_what_it_is_of_which_days_and_how_many(page):
    texts = seen_texts(page)
    assert "Promises that were kept" in texts
    assert "26 August to 23 November 2026 · 3 records" in texts


def test_a_list_that_a_figure_leads_to_names_the_figure(opened, records):
    page = opened()
    page.arrive(Place(room="measures", part="records", item=KEPT))
    assert "Promises kept · 26 August to 23 November 2026 · 3 records" in seen_texts(page)


def test_feedback_shows_its_mark_and_says_where_it_has_no_words(opened, figures):
    said = [("Slow", 2), ("", 4), ("Fine", None), ("", None)]
    found = tuple(
        RecordLine(kind=Kind.FEEDBACK, id=at, on=DAY, what=what, mark=mark, room="feedback")
        for at, (what, mark) in enumerate(said, 1)
    )
    figures.records = lambda _at, limit, after=0: RecordLines(lines=found, total=4, last=4)
    page = opened("records", item_of(at(Kind.FEEDBACK, Which.SCORED)))
    shown = [line.what for line in page.records.presenter.state.lines]
    without = "A mark without words"
    assert shown == ["2 of 5 · Slow", f"4 of 5 · {without}", "Fine", without]


def test_every_line_has_its_day_who_and_what(page):
    model = page.records.model
    assert model.sentence(1) == "Ring back about the wet saw, Sat 21 Nov 2026"
    shown = page.records.presenter.state.lines[0]
    assert (shown.day, shown.who) == ("Sun 22 Nov 2026", "Mrs Meena Patel")
    assert shown.what.endswith("…")
    assert "\n" not in shown.what


def test_enter_opens_the_record(page, heard):
    page.records.list.setFocus()
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Return)
    assert heard.places[-1] == Place(room="promises", item="2")


def test_the_way_back_leads_to_the_figure(page, bench, qtbot):
    with qtbot.waitSignal(bench.navigator.back_wanted):
        page.records.back_button.click()


def test_more_than_a_page_of_records_is_read_page_by_page(opened, records):
    records(450)
    page = opened("records", KEPT)
    shown = page.records.presenter
    assert len(shown.state.lines) == 200
    assert page.records.more_button.isVisible()
    page.records.more_button.click()
    page.records.more_button.click()
    assert [line.key for line in shown.state.lines] == [
        (Kind.PROMISE, number) for number in range(1, 451)
    ]
    assert not page.records.more_button.isVisible()


def test_a_change_is_read_anew_and_the_choice_stays(page, bench, records):
    page.records.list.choose((Kind.PROMISE, 2))
    records(2)
    bench.changes.announce(ChangeSet({Kind.PROMISE: {3}}))
    assert len(page.records.presenter.state.lines) == 2
    assert page.records.list.current.key == (Kind.PROMISE, 2)


def test_without_records_the_way_back_has_the_keyboard(opened, records):
    records(0)
    page = opened("records", KEPT)
    assert not page.records.list.isVisible()
    assert page.first_focus() is page.records.back_button
    assert page.print_job() is None


def test_an_item_that_names_no_records_says_so(opened, records):
    page = opened("records", "nothing")
    assert "These records are not known any more." in seen_texts(page)
    page.records.presenter.more()
    assert page.records.presenter.state.lines == ()


def test_a_choice_of_a_room_of_its_own_is_named_by_its_kind(opened, records):
    from servicedesk.domain.figures import RecordsAt
    from tests.helpers.reports import USUAL

    at_standard = RecordsAt(kind=Kind.PROMISE, which="own_words", period=USUAL)
    page = opened("records", item_of(at_standard))
    assert page.records.presenter.state.title == bench_words(page, Kind.PROMISE)


def bench_words(page, kind):
    return page._bench.labels.enum(kind)


def test_records_that_cannot_be_read_are_told(page, figures, heard, bench):
    def fail(_at, limit, after=0):
        raise Trouble("sqlite_unfit", name="synchronous")

    figures.records = fail
    bench.changes.announce(ChangeSet({Kind.PROMISE: {3}}))
    page.records.presenter.more()
    assert len(heard.troubles) == 2
    assert len(page.records.presenter.state.lines) == 3


def test_the_list_prints_as_it_is_shown(page):
    assert page.print_job().title == "Promises that were kept"


@pytest.mark.parametrize(("percent", "wide"), [(100, 1160), (200, 1230), (200, 700)])
def test_the_list_is_whole_in_every_size(opened, records, bench, qapp, percent, wide):
    bench.theme.set_percent(percent)
    bench.theme.apply(qapp)
    page = opened("records", KEPT, wide=wide)
    assert audits.findings(page) == []
    assert audits.too_small(page, percent) == []
