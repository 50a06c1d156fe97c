# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A file that goes astray while it is open: asked once, saved where it was said, told in words."""

from datetime import date

import pytest

from servicedesk.app import astray as module
from servicedesk.app.astray import Astray
from servicedesk.domain.errors import Trouble
from servicedesk.services.backup_shelf import Shelf
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.store.files import on_disk
from tests.ui.backups.benches import bench_in


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(date(2026, 11, 24))) as made:
        made.services.business.save({"trading_name": "Hollins"}, "Ruth")
        home = tmp_path / "data" / "servicedesk.db"
        yield made
        away = home.with_name("moved.db")
        if away.exists():
            away.rename(home)


class Asked:
    """Somebody who answers; what was said to them is kept."""

    def __init__(self, monkeypatch, *, says_yes=True, folder=None):
        self.said = []
        monkeypatch.setattr(
            module.messages, "ask", lambda words, *_rest: self._ask(words, says_yes)
        )
        monkeypatch.setattr(
            module.messages, "show_trouble", lambda words, _w=None: self._told(words)
        )
        monkeypatch.setattr(module, "choose_folder", lambda *_asked: folder)

    def _ask(self, words, says_yes):
        self.said.append(f"{words.happened} {words.safe} {words.do}")
        return says_yes

    def _told(self, words):
        self.said.append(words.happened)


def move(tmp_path):
    home = tmp_path / "data" / "servicedesk.db"
    home.rename(home.with_name("moved.db"))


def test_in_its_place_nobody_is_asked(bench, monkeypatch):
    asked = Asked(monkeypatch)
    Astray(bench).look()
    assert asked.said == []


def test_the_copy_lies_where_it_was_said_and_the_way_back_is_told(
    bench, monkeypatch, tmp_path, qtbot
):
    out = tmp_path / "out"
    out.mkdir()
    asked = Asked(monkeypatch, folder=out)
    watch = Astray(bench)
    move(tmp_path)
    watch.look()
    qtbot.waitUntil(lambda: len(asked.said) == 2)
    assert "for as long as it stays open" in asked.said[0]
    assert "read back: it is good" in asked.said[1]
    (card,) = Shelf(out, tmp_path / "data" / "servicedesk.db").cards()
    assert "Hollins" in on_disk(out / card.name)["trading_name"]
    watch.look()
    assert len(asked.said) == 2, "once is enough"


def test_whoever_says_no_is_not_asked_again_until_it_was_back(bench, monkeypatch, tmp_path):
    asked = Asked(monkeypatch, says_yes=False)
    watch = Astray(bench)
    move(tmp_path)
    watch.look()
    watch.look()
    assert len(asked.said) == 1
    home = tmp_path / "data" / "servicedesk.db"
    home.with_name("moved.db").rename(home)
    watch.look()
    move(tmp_path)
    watch.look()
    assert len(asked.said) == 2


def test_no_folder_and_one_that_will_not_do_leave_the_offer_open(
    bench, monkeypatch, tmp_path, qtbot
):
    asked = Asked(monkeypatch)
    watch = Astray(bench)
    move(tmp_path)
    watch.look()
    assert len(asked.said) == 1
    monkeypatch.setattr(module, "choose_folder", lambda *_asked: tmp_path / "nowhere")
    watch.look()
    qtbot.waitUntil(lambda: len(asked.said) == 3)
    watch.look()
    qtbot.waitUntil(lambda: len(asked.said) == 5)  # asked again, and told again


def test_a_trouble_that_is_shown_has_it_looked_at(bench, monkeypatch, tmp_path, qtbot):
    asked = Asked(monkeypatch, says_yes=False)
    watch = Astray(bench)
    move(tmp_path)
    bench.bar.trouble(bench.labels.trouble(Trouble("file_missing", name="x", folder="y")))
    qtbot.waitUntil(lambda: len(asked.said) == 1)
    assert watch is not None
