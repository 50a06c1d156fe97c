# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The question where a second copy goes: at the first end after there is work, then monthly."""

import pytest

from servicedesk.app import second_folder
from servicedesk.domain.errors import Trouble
from servicedesk.ui.core import messages
from tests.helpers.fakes import FixedClock
from tests.ui.charter.benches import bench_in


@pytest.fixture
def bench(qtbot, tmp_path):
    shop = tmp_path / "shop"
    shop.mkdir()
    with bench_in(shop, FixedClock()) as made:
        made.memory.set("second_folder", "")
        yield made


@pytest.fixture
def asked(monkeypatch):
    """What was asked and told; ``answer`` and ``folder`` are what the person says."""

    class Person:
        answer, folder, heard = False, None, []

    person = Person()
    person.heard = []
    monkeypatch.setattr(
        messages, "ask", lambda words, *_: person.heard.append(words.happened) or person.answer
    )
    monkeypatch.setattr(
        messages, "show_trouble", lambda words, _window: person.heard.append(words.happened)
    )
    monkeypatch.setattr(second_folder, "choose_folder", lambda *_: person.folder)
    return person


def work(bench):
    bench.services.business.save({"trading_name": "Hollins"}, "Ruth")


def test_with_nothing_to_lose_nothing_is_asked(bench, asked):
    second_folder.ask_for_second(bench, None)
    assert asked.heard == []


def test_it_is_asked_once(bench, asked):
    work(bench)
    for _ in range(2):
        second_folder.ask_for_second(bench, None)
    assert asked.heard == ["Your backups lie on this computer only."]
    assert bench.services.backups.second_folder is None


def test_the_folder_that_is_chosen_is_used(bench, asked, tmp_path):
    work(bench)
    asked.answer, asked.folder = True, tmp_path / "stick"
    asked.folder.mkdir()
    second_folder.ask_for_second(bench, None)
    assert bench.services.backups.second_folder == asked.folder


def test_no_folder_chosen_is_no_folder(bench, asked):
    work(bench)
    asked.answer = True
    second_folder.ask_for_second(bench, None)
    assert bench.services.backups.second_folder is None


def test_a_folder_that_does_not_do_is_said(bench, asked, tmp_path):
    work(bench)
    asked.answer, asked.folder = True, tmp_path / "nowhere"
    second_folder.ask_for_second(bench, None)
    assert len(asked.heard) == 2
    assert bench.services.backups.second_folder is None


def test_a_choice_that_cannot_be_kept_is_told(bench, asked, tmp_path, monkeypatch):
    work(bench)
    asked.answer, asked.folder = True, tmp_path

    def full(_folder):
        raise Trouble("backup_folder_gone", folder="x")

    monkeypatch.setattr(bench.services.backups, "set_second_folder", full)
    second_folder.ask_for_second(bench, None)
    assert asked.heard[1] == "The folder for backups cannot be reached: x."


def test_a_file_that_cannot_be_read_asks_nothing(bench, asked, monkeypatch):
    def gone():
        raise Trouble("backup_folder_gone", folder="x")

    monkeypatch.setattr(bench.services.backups, "status", gone)
    second_folder.ask_for_second(bench, None)
    assert asked.heard == []
