# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The pretend shop: a profile of its own, made anew on each day, because its days tell today's."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from servicedesk.domain.errors import Trouble
from servicedesk.system.paths import Places, places
from servicedesk.system.preferences import Preferences

if TYPE_CHECKING:  # the window is painted first
    from datetime import date

    from servicedesk.app.bootstrap import Program
    from servicedesk.services.surroundings import Remembers

FOLDER = "pretend-shop"
"""Where it lies, inside the folder of the owner's own file."""

_MADE_ON = "made-on.txt"
_MOST = 100
"""Bytes of the note that says when it was made."""

_TAKEN_OVER = ("text_size", "theme")


class Steps(Protocol):
    """Hears how far the making is, and says when it is to stop."""

    def step(self, done: int, total: int) -> None:
        """``done`` of ``total`` pieces are ready."""
        ...

    def raise_if_cancelled(self) -> None:
        """Raise what ends the job when somebody asked to stop."""
        ...


class _Unheard:
    """Steps that nobody listens to."""

    def step(self, done: int, total: int) -> None:
        """Tell nobody."""

    def raise_if_cancelled(self) -> None:
        """Never stop."""


def demo_folder(owner: Places) -> Path:
    """The profile of the pretend shop; it begins with the text size and colours of the owner.

    Args:
        owner: places of the owner's own file.
    """
    folder = owner.data / FOLDER
    target = places(folder).preferences
    if not target.exists() and owner.preferences.exists():
        known, mine = Preferences(owner.preferences), Preferences(target)
        for key in _TAKEN_OVER:
            with suppress(Trouble):  # it opens all the same
                mine.set(key, known.get(key))
    return folder


def is_fresh(where: Places, today: "date") -> bool:
    """Whether it was made today, and finished.

    Args:
        where: places of its profile.
        today: the day.
    """
    from servicedesk.system.files import read_whole

    try:
        made_on = read_whole(where.data / _MADE_ON, _MOST).decode("ascii", "replace")
    except Trouble:
        return False
    return where.database.exists() and made_on == today.isoformat()


def renew_demo(program: "Program", memory: "Remembers", progress: Steps | None = None) -> None:
    """Make it anew, unless it was made today.

    Args:
        program: with the places of its profile.
        memory: preferences of its profile.
        progress: hears how far it is, and can stop it; None for nobody.

    Raises:
        Trouble: ``demo_in_the_way`` when that of another day cannot be taken away, or whatever
            keeps the new one from being written.
    """
    today = program.clock.today()
    if is_fresh(program.places, today):
        return
    from servicedesk.system.files import write_whole

    program.places.make()
    _take_away(program.places)
    _make(program, memory, progress or _Unheard())
    memory.set("second_asked_on", today.isoformat())  # a pretend shop needs no second folder
    write_whole(program.places.data / _MADE_ON, today.isoformat().encode())


def _take_away(where: Places) -> None:
    from servicedesk.store.disk import remove_leftovers
    from servicedesk.system.files import empty_folder

    try:
        (where.data / _MADE_ON).unlink(missing_ok=True)
        where.database.unlink(missing_ok=True)
        remove_leftovers(where.database)
    except OSError as error:
        raise Trouble("demo_in_the_way", file=where.database.name) from error
    empty_folder(where.backups)


def _make(program: "Program", memory: "Remembers", progress: Steps) -> None:
    from servicedesk.app.bootstrap import surroundings
    from servicedesk.services import demo
    from servicedesk.services.demo_scene import MovingClock
    from servicedesk.services.registry import open_services
    from servicedesk.store.opening import create_file, open_file

    where = program.places
    create_file(where.database)
    clock = MovingClock(program.clock)
    file = open_file(where.database, backups=where.backups, moment=program.clock.now())
    try:
        shop = open_services(file, surroundings(replace(program, clock=clock), memory))
        demo.build_demo(shop, clock, program.resources, progress)
        memory.set("serving", shop.people.all()[0].name)  # somebody is at the counter already
    finally:
        file.close()
