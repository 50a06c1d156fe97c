# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How we do waits under More until the file holds ten records, and is on the rail from then on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.ui.core.rooms import Room
from servicedesk.ui.shell.window import Shell
from tests.helpers.audits import findings
from tests.ui.shell.shells import SmallPage


class Enough:
    """In the place of the service that counts records."""

    def __init__(self):
        self.enough = False

    def is_reached(self):
        return self.enough


@pytest.fixture
def figures(bench):
    bench.services.figures_enough = Enough()
    return bench.services.figures_enough


@pytest.fixture
def shell(qtbot, bench, small, figures):
    """The window with a file that holds too little for the room of figures."""
    room = Room(
        id="measures",
        title="How we do",
        icon="chart-column",
        key=7,
        build=lambda _bench: SmallPage("How we do"),
        waits=True,
    )
    made = Shell(bench.theme, rooms=(*small()[:2], room, *small()[2:]))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.opened(bench)
    yield made
    made.let_go()


def more(shell):
    shell.band.more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {entry.text(): entry for entry in menu.actions() if not entry.isSeparator()}
    menu.close()
    return entries


def look(shell):
    shell._open.state.look_for_enough()


def test_with_little_in_the_file_it_stands_under_more_with_its_key(shell):
    look(shell)
    assert not shell.rail.entries["measures"].isVisible()
    entry = more(shell)["How we do"]
    assert entry.shortcut().toString(QKeySequence.SequenceFormat.PortableText) == "Alt+7"
    entry.trigger()
    assert shell.here.room == "measures"


def test_its_key_works_all_the_same(shell, qtbot):
    qtbot.keyClick(shell, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert shell.here.room == "measures"


def test_with_ten_records_it_is_on_the_rail_and_stays(shell, figures):
    look(shell)
    figures.enough = True
    look(shell)
    assert shell.rail.entries["measures"].isVisible()
    assert "How we do" not in more(shell)
    figures.enough = False
    look(shell)
    assert shell.rail.entries["measures"].isVisible()
    assert findings(shell.rail) == []


def test_a_change_looks_again_before_long(shell, bench, figures, qtbot):
    figures.enough = True
    bench.changes.announce(ChangeSet({Kind.PROMISE: {1}}))
    qtbot.waitUntil(lambda: shell.rail.entries["measures"].isVisible())


def test_a_file_that_cannot_be_read_leaves_it_where_it_is(shell, figures):
    def fail():
        raise Trouble("sqlite_unfit", name="synchronous")

    figures.is_reached = fail
    look(shell)
    assert not shell.rail.entries["measures"].isVisible()


def test_folded_to_icons_it_waits_too(shell):
    shell.resize(600, 700)
    QApplication.processEvents()
    assert shell.rail.is_folded
    assert not shell.rail.entries["measures"].isVisible()
    shell.rail.show_doors(True)
    assert not shell.rail.entries["measures"].isVisible()
