# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every screen of the program is among the pictures, so that none is released unseen."""

import importlib
import pkgutil
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QDialog

from servicedesk import ui
from servicedesk.ui.shell.rooms import quiet_rooms, rooms
from servicedesk.ui.shell.settings_pages import topics
from tests.helpers.builders import RESOURCES, charter_guide
from tests.shots.screens import every_screen


@pytest.fixture
def screens(qapp):
    """All screens, of a window that is only asked what it has."""
    versions = [SimpleNamespace(number=number, id=number) for number in (2, 1)]
    services = SimpleNamespace(
        charter_writing=SimpleNamespace(guide=charter_guide()),
        charters=SimpleNamespace(versions=lambda: versions),
    )
    stand = SimpleNamespace(
        window=SimpleNamespace(rooms=rooms()), bench=SimpleNamespace(services=services)
    )
    return list(every_screen(stand))


def dialogs():
    """Every dialog class of the program."""
    for module in pkgutil.walk_packages(ui.__path__, "servicedesk.ui."):
        importlib.import_module(module.name)
    found, open_ = set(), [QDialog]
    while open_:
        for kind in open_.pop().__subclasses__():
            if kind.__module__.startswith("servicedesk."):
                found.add(kind.__name__)
            open_.append(kind)
    return found


def test_no_two_pictures_have_one_name(screens):
    names = [screen.name for screen in screens]
    assert len(set(names)) == len(names)


def test_every_room_topic_and_page_has_its_picture(screens):
    names = {screen.name for screen in screens}
    wanted = {room.id for room in (*rooms(), *quiet_rooms())}
    wanted |= {f"settings-{topic.id}" for topic in topics()}
    wanted |= {f"help-{path.stem}" for path in (RESOURCES / "help" / "en").glob("*.md")}
    assert wanted - names == set()
    for page in charter_guide().pages:
        assert [name for name in names if name.endswith(f"-{page.id}")], page.id


def test_every_dialog_has_its_picture(screens):
    shown = frozenset[str]().union(*(screen.classes for screen in screens))
    assert dialogs() - shown == set()
