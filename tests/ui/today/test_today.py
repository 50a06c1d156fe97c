# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Today: what it says, what its buttons do, and that it keeps still while somebody works."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.errors import Trouble
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.today import presenter as presenter_module
from servicedesk.ui.today.page import TodayPage
from servicedesk.ui.today.presenter import TodayPresenter
from tests.helpers import audits
from tests.helpers.builders import charter_draft
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british, words
from tests.ui.backups.benches import bench_in, heard

RUTH = "Ruth"
TODAY = date(2026, 11, 24)
HERE = Place(room="today")
INSURANCE = RegistrationDraft(
    kind=RegistrationKind.INSURANCE, body="Harbour Mutual", ends_on=TODAY - timedelta(days=3)
)


@pytest.fixture(autouse=True)
def british():
    speak_british()


@pytest.fixture
def bench(tmp_path, qtbot):
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        yield made


@pytest.fixture
def page(bench, qtbot):
    made = TodayPage(bench)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.arrive(HERE)
    made.show()
    yield made
    made.leave()


def button(page, name):
    return next(one for one in page.buttons() if one.accessibleName() == name)


def lines(presenter):
    return [line for block in presenter.state.blocks for line in block.lines]


def busy(bench: Workbench) -> None:
    """Something of every kind."""
    services = bench.services
    services.business.save({"trading_name": "Hollins Hardware"}, RUTH)
    services.registrations.add(INSURANCE, RUTH)
    closure = ClosureDraft(first=TODAY + timedelta(days=10), reason="for stocktaking")
    services.calendars.add_closure(closure, RUTH)
    services.charters.publish_draft(charter_draft(), RUTH, lambda _: None)
    draft = replace(charter_draft(), answers={"trading_name": "Hollins"})
    services.charters.keep_draft(draft, RUTH)
    with services.units.change("type", RUTH) as unit:
        unit.keep_draft("charter", "{}", "2")


def test_a_new_shop_is_told_where_to_begin(page, bench):
    texts = seen_texts(page)
    for said in ("Today", "Start here", "Write your charter", "Try it with a pretend shop"):
        assert said in texts
    assert page.first_focus() is button(page, "Write your charter: Write your charter")


def test_buttons_go_where_they_say(page, bench):
    listened = heard(bench)
    button(page, "Write your charter: Write your charter").click()
    button(page, "Fill in: Give your opening hours").click()
    assert listened.places == [
        Place(room="charter", part="begin"),
        Place(room="settings", part="hours", item="opening_hours"),
    ]
    button(page, "Try it: Try it with a pretend shop").click()
    assert bench.doors.went == [("demo", None)]


def test_what_is_late_comes_first_in_words(page, bench):
    bench.services.registrations.add(INSURANCE, RUTH)
    page.arrive(HERE)
    state = page.presenter.state
    assert state.summary == "One thing needs you now."
    first = state.blocks[0].lines[0]
    assert (first.chip, first.tone, first.title) == ("Ended", "late", "Harbour Mutual")
    assert first.sentence.startswith("This insurance ended on 21 November 2026.")


def test_one_late_thing_and_none_are_said_so(bench, qtbot):
    presenter = TodayPresenter(bench)
    presenter.reload()
    assert presenter.state.summary == "Nothing is late. A good moment for your charter."
    bench.services.registrations.add(INSURANCE, RUTH)
    presenter.reload()
    assert presenter.state.summary == "One thing needs you now."
    bench.clock.advance(minutes=6)
    presenter.reload()
    assert presenter.state.summary == "2 things need you now."


def test_it_follows_changes_while_it_is_shown_and_not_behind_another_page(page, bench):
    def add():
        return bench.services.registrations.add(INSURANCE, RUTH)

    assert bench.do(add) is not None
    assert "Harbour Mutual" in seen_texts(page)
    page.leave()
    before = page.presenter.state
    bench.do(lambda: bench.services.business.save({"trading_name": "Hollins"}, RUTH))
    assert page.presenter.state == before
    page.arrive(HERE)
    assert page.presenter.state != before


def test_a_refresh_leaves_the_keyboard_where_it_is(page, bench):
    wanted = button(page, "Fill in: Give your opening hours")
    wanted.setFocus()
    bench.do(lambda: bench.services.registrations.add(INSURANCE, RUTH))
    again = button(page, "Fill in: Give your opening hours")
    assert again is not wanted
    assert page.focusWidget() is again


def test_how_far_the_charter_has_come_is_told_a_little_later(page, bench, qtbot):
    bench.services.charters.keep_draft(charter_draft(), RUTH)
    page.arrive(HERE)
    assert "Being written" in seen_texts(page)
    with qtbot.waitSignal(bench.tasks.idle):
        page.presenter.look_at_charter()
    assert "Poster ready" in seen_texts(page)
    line = next(line for line in lines(page.presenter) if line.chip == "Poster ready")
    assert " pages done." in line.sentence


def test_the_poster_is_printed_from_here(bench, qtbot):
    bench.services.charters.publish_draft(charter_draft(), RUTH, lambda _: None)
    presenter = TodayPresenter(bench)
    presenter.reload()
    line = next(line for line in lines(presenter) if line.title == "Version 1")
    with qtbot.waitSignal(presenter.print_wanted) as shown:
        presenter.act(line.buttons[0].action)
    (job,) = shown.args
    assert isinstance(job, PrintJob)
    assert job.first == "poster"
    bench.services.charters.withdraw(RUTH)
    with qtbot.assertNotEmitted(presenter.print_wanted):
        presenter.act(line.buttons[0].action)


def test_a_backup_can_be_made_from_here(page, bench, qtbot):
    bench.services.business.save({"trading_name": "Hollins"}, RUTH)
    bench.clock.advance(minutes=6)
    page.arrive(HERE)
    listened = heard(bench)
    wanted = button(page, "Back up now: Nothing is backed up yet")
    with qtbot.waitSignal(bench.tasks.idle):
        wanted.click()
        assert not button(page, "Back up now: Nothing is backed up yet").isEnabled()
        page.presenter.act(page.presenter.state.blocks[0].lines[0].buttons[0].action)
    assert listened.said == ["Backed up."]
    assert len(bench.services.backups.kept()) == 1
    assert "Nothing is backed up yet" not in seen_texts(page)


def test_the_first_backup_is_nobodys_task_and_the_charter_has_the_main_button(page, bench):
    bench.do(lambda: bench.services.business.save({"trading_name": "Hollins"}, RUTH))
    assert page.presenter.state.summary == "Nothing is late. A good moment for your charter."
    mains = [one.text() for one in page.buttons() if one.objectName() == "main"]
    assert mains == ["Write your charter"]


def test_a_backup_that_was_made_by_itself_takes_its_card_away(page, bench, qtbot):
    bench.services.business.save({"trading_name": "Hollins"}, RUTH)
    bench.clock.advance(minutes=6)
    page.arrive(HERE)
    assert "Nothing is backed up yet" in seen_texts(page)
    back_up = bench.services.backups.back_up
    with qtbot.waitSignal(bench.tasks.idle):
        bench.tasks.run("", lambda progress: back_up(BackupReason.START, progress), print, print)
    assert "Nothing is backed up yet" not in seen_texts(page)


def test_a_backup_that_fails_is_told_in_words(page, bench, qtbot, monkeypatch):
    bench.services.business.save({"trading_name": "Hollins"}, RUTH)
    bench.clock.advance(minutes=6)
    page.arrive(HERE)
    listened = heard(bench)

    def full(*_):
        raise Trouble("disk_full", name="backup")

    monkeypatch.setattr(bench.services.backups, "back_up", full)
    with qtbot.waitSignal(bench.tasks.idle):
        button(page, "Back up now: Nothing is backed up yet").click()
    assert "no room left" in listened.troubles[0].happened
    assert button(page, "Back up now: Nothing is backed up yet").isEnabled()


def test_a_file_that_cannot_be_read_is_told_on_the_page(page, bench, monkeypatch):
    def gone():
        raise Trouble("file_missing", name="servicedesk.db", folder="/data")

    monkeypatch.setattr(bench.services.home, "today", gone)
    page.arrive(HERE)
    assert any("is not in /data any more" in text for text in seen_texts(page))
    monkeypatch.undo()
    page.arrive(HERE)
    assert not any("is not in /data any more" in text for text in seen_texts(page))


def test_a_poster_that_cannot_be_read_is_told(bench, qtbot, monkeypatch):
    bench.services.charters.publish_draft(charter_draft(), RUTH, lambda _: None)
    presenter = TodayPresenter(bench)
    presenter.reload()
    line = next(line for line in lines(presenter) if line.title == "Version 1")
    listened = heard(bench)

    def gone():
        raise Trouble("disk_error", name="servicedesk.db")

    monkeypatch.setattr(bench.services.charters, "published", gone)
    presenter.act(line.buttons[0].action)
    assert len(listened.troubles) == 1


def test_days_far_away_have_their_year(bench, qtbot):
    presenter = TodayPresenter(bench)
    assert presenter._spoken(TODAY, is_short=True) == "Tue 24 Nov"
    assert presenter._spoken(date(2028, 1, 5), is_short=True) == "5 Jan 2028"
    assert presenter._spoken(date(2028, 1, 5)) == "5 January 2028"
    yesterday = bench.clock.now() - timedelta(days=1)
    assert presenter._spoken(yesterday) == "Saved on 23 November 2026."


@pytest.mark.parametrize(
    ("scheme", "percent"), [("light", 100), ("dark", 100), ("high_contrast", 100), ("light", 200)]
)
def test_everybody_can_read_and_reach_it(tmp_path, qtbot, scheme, percent):
    """Demands 4, 21, 22 and 23: text size, keyboard, dark mode, screen readers."""
    with bench_in(tmp_path, FixedClock(TODAY), scheme, percent) as bench:
        bench.theme.apply(QApplication.instance())
        busy(bench)
        page = TodayPage(bench)
        qtbot.addWidget(page)
        page.resize(QSize(1286, 702))
        page.arrive(HERE)
        page.show()
        qtbot.waitExposed(page)
        QApplication.processEvents()
        assert audits.findings(page) == []
        page.leave()


def test_hostile_words_are_shown_as_they_are(page, bench):
    hostile = "<img src=file:///etc/passwd> & {saved} %s"
    draft = replace(INSURANCE, body=hostile)
    bench.do(lambda: bench.services.registrations.add(draft, RUTH))
    assert hostile in seen_texts(page)


def test_what_is_looked_at_later_waits_until_the_start_is_over(bench, qtbot, monkeypatch):
    bench.services.charters.keep_draft(charter_draft(), RUTH)
    presenter = TodayPresenter(bench)
    presenter.arrive()
    assert presenter._later.isActive()
    assert presenter_module._PAGES_AFTER_MS > 0
    presenter.leave()
    assert not presenter._later.isActive()


def test_the_list_prints_as_it_stands(page, bench, qtbot, monkeypatch):
    """Demand 12: print any record."""
    bench.do(lambda: bench.services.registrations.add(INSURANCE, RUTH))
    job = page.print_job()
    assert job.title == "Today, Tuesday 24 November 2026"
    printed = job.make(PaperChoice(paper="today_list", size=PaperSize.A4))
    (text,) = bench.services.printing.texts(printed.data)
    for said in ("Needs you now", "Harbour Mutual", "Give your opening hours"):
        assert said in text
    large = job.make(PaperChoice(paper="today_list", size=PaperSize.LETTER, large=True))
    assert large.missing == ()
    shown = []
    monkeypatch.setattr(
        "servicedesk.ui.printing.preview.show_print", lambda job, *_: shown.append(job.title)
    )
    page.print_button.click()
    assert shown == [job.title]
    assert words().say("paper.today_list")


def test_there_is_nothing_to_print_before_anything_was_read(bench, qtbot):
    made = TodayPage(bench)
    qtbot.addWidget(made)
    assert made.print_job() is None
    assert made.first_focus() is None
