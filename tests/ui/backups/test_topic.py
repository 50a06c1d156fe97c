# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of backups: what it says, and what its buttons do."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.backups import topic as topic_module
from servicedesk.ui.backups.said import moment_words, path_words, size_words, status_words
from servicedesk.ui.backups.topic import BackupTopic, put_back
from servicedesk.ui.widgets.scroll import ScrollPage
from tests.helpers import audits
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british, words
from tests.services.backups_made import NoSteps
from tests.ui.backups.benches import bench_in, heard

TODAY = date(2026, 11, 24)
BUTTON = BackupReason.BUTTON


@pytest.fixture(autouse=True)
def british():
    speak_british()


@pytest.fixture
def bench(tmp_path, qtbot):
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        made.services.business.save({"trading_name": "Hollins Hardware"}, "Ruth")
        yield made


@pytest.fixture
def topic(bench, qtbot):
    return shown(bench, qtbot)


def shown(bench, qtbot):
    made = BackupTopic(bench)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.arrive()
    made.show()
    return made


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "BACKUP"
    folder.mkdir()
    return folder


def back_up(bench):
    return bench.services.backups.back_up(BUTTON, NoSteps())


def test_without_a_backup_it_says_so_and_makes_one(topic, bench, qtbot):
    first = "The first backup is made by itself, soon after the first change."
    assert first in seen_texts(topic)
    assert topic.first_focus() is topic.now_button
    listened = heard(bench)
    topic.now_button.setFocus()
    with qtbot.waitSignal(bench.tasks.idle):
        topic.now_button.click()
        assert topic.stop_button.isVisible()
        assert not topic.now_button.isVisible()
        topic.presenter.back_up()  # one at a time
    assert len(bench.services.backups.kept()) == 1
    assert listened.said == ["Backed up."]
    local = bench.clock.now().astimezone()
    said = f"Backed up today at {local:%H:%M}, on this computer only."
    assert said in seen_texts(topic)
    assert any(text.startswith("One backup is kept") for text in seen_texts(topic))
    assert topic.now_button.isVisible()


def test_a_backup_can_be_stopped(topic, bench, qtbot, stick, monkeypatch):
    bench.services.backups.set_second_folder(stick)
    real = bench.services.backups.back_up
    listened = heard(bench)

    def stopped(reason, progress):
        topic.presenter.cancel()
        return real(reason, progress)

    monkeypatch.setattr(bench.services.backups, "back_up", stopped)
    with qtbot.waitSignal(bench.tasks.idle):
        topic.now_button.click()
    assert listened.said == ["Stopped."]
    assert bench.services.backups.kept() == ()
    assert topic.now_button.isVisible()


def test_a_backup_that_fails_is_told_in_words(topic, bench, qtbot, monkeypatch):
    listened = heard(bench)

    def full(*_):
        raise Trouble("disk_full", name="backup")

    monkeypatch.setattr(bench.services.backups, "back_up", full)
    with qtbot.waitSignal(bench.tasks.idle):
        topic.now_button.click()
    assert len(listened.troubles) == 1
    assert topic.now_button.isVisible()


def test_the_first_folder_can_be_opened(topic, bench):
    topic.open_button.click()
    assert bench.doors.went == [("folder", bench.services.backups.folder)]


def test_a_second_folder_is_chosen_told_about_and_forgotten(topic, bench, stick, monkeypatch):
    monkeypatch.setattr(topic_module, "choose_folder", lambda *_: stick)
    topic.choose_button.click()
    texts = seen_texts(topic)
    assert any(text.startswith("BACKUP, in ") for text in texts)
    assert any("on the same disk" in text for text in texts)
    assert topic.choose_button.text() == "Choose another folder…"
    topic.forget_button.click()
    assert "None chosen yet." in seen_texts(topic)
    monkeypatch.setattr(topic_module, "choose_folder", lambda *_: None)
    topic.choose_button.click()
    assert bench.services.backups.second_folder is None


def test_a_folder_that_will_not_do_is_refused_beside_it(topic, bench, monkeypatch):
    data = bench.services.backups.folder.parent
    monkeypatch.setattr(topic_module, "choose_folder", lambda *_: data)
    topic.choose_button.click()
    (said,) = [text for text in seen_texts(topic) if "where your file" in text]
    assert topic.choose_button.accessibleDescription() == said
    topic.forget_button.click()
    assert said not in seen_texts(topic)


def test_the_newest_backup_is_copied_to_a_folder_as_soon_as_it_is_chosen(
    topic, bench, stick, qtbot, monkeypatch
):
    card = back_up(bench)
    topic.arrive()
    monkeypatch.setattr(topic_module, "choose_folder", lambda *_: stick)
    listened = heard(bench)
    with qtbot.waitSignal(bench.tasks.idle):
        topic.choose_button.click()
    assert (stick / card.name).exists()
    assert listened.said == ["The newest backup is on BACKUP too."]
    assert any(text.endswith("also on BACKUP.") for text in seen_texts(topic))


def test_a_copy_that_does_not_come_out_is_told_on_the_page(topic, bench, stick, qtbot, monkeypatch):
    back_up(bench)
    topic.arrive()
    monkeypatch.setattr(topic_module, "choose_folder", lambda *_: stick)
    real = bench.services.backups.copy_newest
    monkeypatch.setattr(
        bench.services.backups, "copy_newest", lambda steps: stick.rmdir() or real(steps)
    )
    listened = heard(bench)
    with qtbot.waitSignal(bench.tasks.idle):
        topic.choose_button.click()
    assert listened.said == []
    assert any(text.endswith("not on BACKUP yet.") for text in seen_texts(topic))


def test_a_stick_that_is_gone_is_told(topic, bench, stick):
    bench.services.backups.set_second_folder(stick)
    stick.rmdir()
    back_up(bench)
    topic.arrive("second")
    assert any("cannot be reached" in text for text in seen_texts(topic))
    assert topic.focusWidget() is topic.choose_button


def test_what_is_kept_is_listed_pinned_and_let_go(topic, bench):
    for _ in range(3):
        back_up(bench)
        bench.clock.advance(hours=1)
    topic.arrive()
    assert topic.list.model().rowCount() == 3
    assert topic.list.current.card == bench.services.backups.kept()[0]
    topic.pin_button.click()
    assert bench.services.backups.kept()[0].is_pinned
    assert topic.pin_button.text() == "Let it go again"
    row = topic.list.current
    assert topic._kept_words(row) == "for good"
    assert topic._row_sentence(row).endswith("kept for good")
    topic.pin_button.click()
    assert not bench.services.backups.kept()[0].is_pinned


def test_a_backup_that_went_away_meanwhile_is_told(topic, bench):
    card = back_up(bench)
    topic.arrive()
    Path(card.path).unlink()
    listened = heard(bench)
    topic.pin_button.click()
    assert len(listened.troubles) == 1
    assert topic.list.model().rowCount() == 0


def test_trials_and_checks_are_told_good_or_bad(topic, bench):
    card = back_up(bench)
    backups = bench.services.backups
    backups.try_newest(NoSteps())
    backups.check_file(NoSteps())
    topic.arrive()
    assert any(text.endswith("the backup can be put back.") for text in seen_texts(topic))
    assert any(text.endswith("it is whole.") for text in seen_texts(topic))
    with Path(card.path).open("r+b") as file:
        file.write(b"x" * 5000)
    backups.try_newest(NoSteps())
    topic.arrive()
    assert topic.presenter.state.trial_tone == "late"
    assert any("cannot be put back" in text for text in seen_texts(topic))


def test_a_bad_check_is_told(topic, bench, monkeypatch):
    monkeypatch.setattr("servicedesk.services.backup.find_damage_in", lambda *_, **__: "row 3")
    bench.services.backups.check_file(NoSteps())
    topic.arrive()
    assert any("has a fault inside" in text for text in seen_texts(topic))


def test_it_follows_what_is_done_by_itself(topic, bench, qtbot):
    with qtbot.waitSignal(bench.tasks.idle):
        bench.tasks.run("x", lambda _: back_up(bench), lambda _: None, lambda _: None)
    assert topic.list.model().rowCount() == 1


def test_a_file_that_cannot_be_read_is_told(topic, bench, monkeypatch):
    def gone():
        raise Trouble("file_missing", name="servicedesk.db", folder="/data")

    listened = heard(bench)
    monkeypatch.setattr(bench.services.backups, "status", gone)
    topic.arrive()
    assert len(listened.troubles) == 1


def test_the_way_to_putting_back_stands_in_the_first_card(topic, bench, qtbot):
    topic.resize(700, 500)
    topic.activateWindow()
    assert not topic.to_list_button.isVisible()  # nothing yet that could be put back
    back_up(bench)
    topic.arrive()
    qtbot.waitUntil(topic.isActiveWindow)
    qtbot.waitUntil(topic.to_list_button.isVisible)
    assert not topic.put_back_button.visibleRegion().boundingRect().isValid()
    bar = topic.findChild(ScrollPage).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)  # laid out with the list in it
    topic.to_list_button.click()
    assert topic.put_back_button.hasFocus()
    assert topic.put_back_button.visibleRegion().boundingRect().height() > 0
    assert topic.list.current is not None


def test_putting_back_asks_first_and_goes_through_the_door(topic, bench, monkeypatch):
    card = back_up(bench)
    topic.arrive()
    asked = []

    def answer(dialog, wanted):
        bench.tasks._pool.waitForDone()
        QApplication.processEvents()
        asked.append(dialog.chosen)
        return wanted

    code = topic_module.RestoreDialog.DialogCode
    for wanted, went in ((code.Rejected, []), (code.Accepted, [("put back", Path(card.path))])):
        monkeypatch.setattr(
            topic_module.RestoreDialog, "exec", lambda dialog, wanted=wanted: answer(dialog, wanted)
        )
        topic.put_back_button.click()
        assert bench.doors.went == went
    assert asked == [Path(card.path)] * 2
    monkeypatch.setattr(topic_module.RestoreDialog, "exec", lambda dialog: code.Accepted)
    topic.file_button.click()  # nothing chosen, so nothing is put back
    assert len(bench.doors.went) == 1


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Refusal("backup_empty", name="b.db"), "“b.db” is empty"),
        (Trouble("restore_failed", name="b.db"), "b.db did not come out right"),
    ],
)
def test_what_comes_in_the_way_of_the_door_is_told_in_a_box(monkeypatch, fault, said):
    told = []
    monkeypatch.setattr(topic_module, "show_trouble", told.append)

    def door(_):
        raise fault

    put_back(door, Path("b.db"), words())
    assert told[0].happened.startswith(said)


def test_moments_sizes_and_paths_are_said_as_people_say_them(bench):
    now = bench.clock.now()
    local = now.astimezone()
    assert moment_words(now, TODAY) == f"today at {local:%H:%M}"
    assert moment_words(now - timedelta(days=1), TODAY) == f"yesterday at {local:%H:%M}"
    assert moment_words(now - timedelta(days=9), TODAY).startswith("Sun 15 November 2026, ")
    assert [size_words(size) for size in (1, 2345, 2_345_678)] == ["1 kB", "2 kB", "2.3 MB"]
    assert path_words("/home/ruth") == "home › ruth"
    assert path_words("C:\\Users\\ruth") == "C: › Users › ruth"


def test_every_state_has_its_sentence(bench, stick):
    backups = bench.services.backups
    assert status_words(backups.status(), TODAY).startswith("The first backup is made by itself")
    bench.services.business.save({"trading_name": "Hollins"}, "Ruth")
    bench.clock.advance(minutes=6)
    assert status_words(backups.status(), TODAY) == "There is no backup yet."
    backups.set_second_folder(stick)
    back_up(bench)
    assert status_words(backups.status(), TODAY).endswith("also on BACKUP.")
    bench.clock.advance(days=3)
    bench.services.business.save({"trading_name": "Hollins & Co"}, "Ruth")
    assert status_words(backups.status(), TODAY).endswith("That is too old.")
    backups.set_second_folder(None)
    back_up(bench)
    assert status_words(backups.status(), TODAY).endswith("on this computer only.")


@pytest.mark.parametrize(
    ("scheme", "percent"), [("light", 100), ("dark", 100), ("high_contrast", 100), ("light", 200)]
)
def test_everybody_can_read_and_reach_it(tmp_path, qtbot, scheme, percent):
    """Demands 4, 21, 22 and 23: text size, keyboard, dark mode, screen readers."""
    with bench_in(tmp_path, FixedClock(TODAY), scheme, percent) as bench:
        bench.theme.apply(QApplication.instance())
        folder = tmp_path / "BACKUP"
        folder.mkdir()
        bench.services.backups.set_second_folder(folder)
        back_up(bench)
        folder.rename(tmp_path / "away")
        back_up(bench)
        made = BackupTopic(bench)
        qtbot.addWidget(made)
        made.resize(QSize(900, 702))
        made.arrive()
        made.presenter.set_second(tmp_path / "nowhere")
        made.show()
        qtbot.waitExposed(made)
        qtbot.waitUntil(lambda: bool(made.presenter.state.chosen))  # it comes a moment later
        qtbot.waitUntil(lambda: audits.findings(made) == [])
        made.leave()
