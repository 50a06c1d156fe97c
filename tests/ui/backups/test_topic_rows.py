# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the settings page of backups says of the one that is chosen in its list."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.backups import BackupReason, FolderKind
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.backup_shelf import read_notes, write_notes
from servicedesk.ui.backups.said import size_words
from servicedesk.ui.backups.topic import BackupTopic
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.backups_made import NoSteps
from tests.ui.backups.benches import bench_in, heard


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(date(2026, 11, 24))) as made:
        made.services.business.save({"trading_name": "Hollins Hardware"}, "Ruth")
        yield made


@pytest.fixture
def topic(bench, qtbot):
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
    return bench.services.backups.back_up(BackupReason.BUTTON, NoSteps())


def test_large_sizes_are_said_in_gigabytes(bench):
    assert size_words(10_000_000_000) == "10.0 GB"
    assert size_words(999_000_000) == "999.0 MB"


def test_what_is_in_the_chosen_one_is_said_once_it_was_counted(topic, bench, stick, qtbot):
    bench.services.backups.set_second_folder(stick)
    card = back_up(bench)
    asked = []
    real = bench.services.backups.counts_in

    def counted(name):
        asked.append(name)
        return real(name)

    bench.services.backups.counts_in = counted
    topic.presenter.reload()
    qtbot.waitUntil(lambda: "No records are in it yet." in topic.presenter.state.chosen)
    assert "It is in BACKUP too." in topic.presenter.state.chosen
    topic.presenter.reload()
    bench.tasks.wait()
    QApplication.processEvents()
    assert asked == [card.name]
    assert any("No records are in it yet." in text for text in seen_texts(topic))


def test_one_that_cannot_be_read_says_so(topic, bench, qtbot):
    card = back_up(bench)
    Path(card.path).write_bytes(b"no good")
    topic.presenter.reload()
    qtbot.waitUntil(lambda: topic.presenter.state.chosen == "What is in it cannot be read.")


def test_the_chosen_one_is_tried_and_told_good_or_bad(topic, bench, qtbot):
    card = back_up(bench)
    topic.presenter.reload()
    topic.try_button.click()
    qtbot.waitUntil(lambda: topic.presenter.state.tried.startswith("Tried"))
    assert topic.presenter.state.tried == "Tried just now: it can be put back."
    Path(card.path).write_bytes(b"no good")
    topic.try_button.click()
    qtbot.waitUntil(lambda: "cannot be put back" in topic.presenter.state.tried)
    assert topic.presenter.state.tried_tone == "late"


@pytest.mark.parametrize(
    "fault",
    [Refusal("backup_password_needed", "password", name="x"), Trouble("disk_full", name="x")],
)
def test_what_keeps_one_from_being_tried_is_told(topic, bench, qtbot, monkeypatch, fault):
    back_up(bench)
    topic.presenter.reload()
    said = heard(bench)

    def fail(name, progress):
        raise fault

    monkeypatch.setattr(bench.services.backups, "try_one", fail)
    topic.try_button.click()
    if isinstance(fault, Refusal):
        qtbot.waitUntil(lambda: "password" in topic.presenter.state.tried)
    else:
        qtbot.waitUntil(lambda: bool(said.troubles))
        assert topic.presenter.state.tried == ""


def test_how_much_they_take_and_may_take_is_said(topic, bench):
    back_up(bench)
    topic.presenter.reload()
    assert "They may take up to" in topic.presenter.state.amount
    assert "One backup is kept" in topic.presenter.state.amount


@pytest.mark.parametrize("kind", [FolderKind.REMOVABLE, FolderKind.SYNCED, FolderKind.NETWORK])
@pytest.mark.parametrize("is_set", [True, False])
def test_a_place_that_others_get_at_is_told_with_what_they_can_read_while_they_can(
    topic, bench, stick, monkeypatch, kind, is_set
):
    bench.services.backups.set_second_folder(stick)
    folder = bench.services.backups.folder
    write_notes(folder, replace(read_notes(folder), second_kind=kind))
    monkeypatch.setattr(type(bench.services.password), "is_set", lambda _: is_set)
    topic.presenter.reload()
    QApplication.processEvents()
    said = topic.presenter.state.second.about
    assert ("no password yet" in said) is not is_set
    assert said.startswith("This")
