# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The pretend shop has a folder of its own, is made once a day, and touches nobody else's file."""

from datetime import date
from pathlib import Path

import pytest

from servicedesk.app.bootstrap import Program, open_desk
from servicedesk.app.demo import FOLDER, demo_folder, renew_demo
from servicedesk.domain.errors import Trouble
from servicedesk.system.paths import places
from servicedesk.system.preferences import Preferences
from tests.app.windows import OPENED, child
from tests.helpers.builders import RESOURCES, words
from tests.helpers.fakes import FixedClock


@pytest.fixture
def clock():
    return FixedClock(date(2026, 11, 24))


@pytest.fixture
def program(profile, clock):
    owner = places(profile)
    return Program(
        resources=RESOURCES, words=words(), clock=clock, places=places(demo_folder(owner))
    )


def renew(program):
    renew_demo(program, Preferences(program.places.preferences))


def name_in(program):
    desk = open_desk(program)
    try:
        return desk.services.business.answers()["trading_name"]
    finally:
        desk.close()


def rename(program):
    desk = open_desk(program)
    try:
        desk.services.business.save({"trading_name": "Mine"}, "Ruth")
    finally:
        desk.close()


def test_it_is_made_once_a_day_and_anew_on_the_next(program, clock, profile):
    (profile / "servicedesk.db").write_bytes(b"the owner's")
    renew(program)
    assert name_in(program) == "Hollins Hardware"
    rename(program)
    renew(program)
    assert name_in(program) == "Mine"
    clock.set(date(2026, 11, 25))
    renew(program)
    assert name_in(program) == "Hollins Hardware"
    assert len(list(program.places.backups.glob("*.db"))) == 1
    assert (profile / "servicedesk.db").read_bytes() == b"the owner's"


def test_one_that_was_not_finished_is_made_anew(program, monkeypatch):
    from servicedesk.services import demo

    def fail(*given):
        raise Trouble("store_no_room", file="servicedesk.db")

    with monkeypatch.context() as broken:
        broken.setattr(demo, "build_demo", fail)
        with pytest.raises(Trouble):
            renew(program)
    assert program.places.database.exists()
    renew(program)
    assert name_in(program) == "Hollins Hardware"


def test_one_that_cannot_be_taken_away_is_told(program, monkeypatch):
    def held(self, missing_ok=False):
        raise PermissionError(13, "in use", str(self))

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(Trouble) as told:
        renew(program)
    assert told.value.code == "demo_in_the_way"
    assert words().trouble(told.value).happened


def test_it_takes_over_how_the_owner_reads(profile):
    owner = places(profile)
    Preferences(owner.preferences).set("text_size", 150)
    Preferences(owner.preferences).set("theme", "dark")
    made = Preferences(places(demo_folder(owner)).preferences)
    assert (made.get("text_size"), made.get("theme")) == (150, "dark")
    made.set("theme", "light")
    demo_folder(owner)
    assert Preferences(places(demo_folder(owner)).preferences).get("theme") == "light"


def test_what_cannot_be_taken_over_is_left(profile, monkeypatch):
    def full(self, key, value):
        raise Trouble("saving_no_room", file="preferences.toml")

    owner = places(profile)
    Preferences(owner.preferences).set("text_size", 150)
    monkeypatch.setattr(Preferences, "set", full)
    assert demo_folder(owner) == owner.data / FOLDER


def test_it_is_not_asked_for_a_second_folder(program):
    memory = Preferences(program.places.preferences)
    renew_demo(program, memory)
    assert memory.get("second_asked_on") == "2026-11-24"
    assert memory.get("serving") == "Ruth Hollins"


def test_the_window_opens_it_and_says_so(profile):
    look = """        self.look = QTimer()
        self.look.timeout.connect(self.see)
        self.look.start(10)

    def see(self):
        if self.bench is not None:
            self.look.stop()
            print(self.window.ribbon.words)
            self.tell()
            self.leave()
"""
    script = OPENED.replace("        self.tell()\n", look)
    script = script.replace("        QTimer.singleShot(0, self.leave)\n", "")
    script = script.replace("sys.argv[1])", "sys.argv[1]), is_demo=True")
    lines = child(script, profile)
    assert "Nothing here touches your own records" in " ".join(lines)
    assert lines[-2:] == ["shown today", "status 0"]
    assert (profile / FOLDER / "servicedesk.db").exists()
    assert not (profile / "servicedesk.db").exists()
