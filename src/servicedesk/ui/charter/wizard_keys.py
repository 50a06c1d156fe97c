# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The keys of the charter's room: heard by the wizard, named in the one list of keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.actions import Actions

NEXT = "wizard.next"
ON = "wizard.on"
BACK = "wizard.back"

_HEARD = {NEXT: "Ctrl+Return", ON: "Ctrl+PgDown", BACK: "Ctrl+PgUp"}


def hear_keys(page: QWidget, runs: Mapping[str, Callable[[], object]]) -> None:
    """Let a page hear the keys that walk through it.

    Args:
        page: hears them while anything in it has the keyboard.
        runs: NEXT, ON and BACK: what each of them does.
    """
    for id, run in runs.items():
        action = QAction(page)
        keys = _HEARD[id]
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False, do=run: do())
        page.addAction(action)


def note_keys(keys: Actions) -> None:
    """Put the keys of the charter's room on the list of keys, opened or not."""
    say = QCoreApplication.translate
    group = say("CharterKeys", "Writing the charter")
    keys.note(NEXT, say("CharterKeys", "Next page; this one is read"), _HEARD[NEXT], group)
    keys.note(ON, say("CharterKeys", "Next page; this one can wait"), _HEARD[ON], group)
    keys.note(BACK, say("CharterKeys", "Page before"), _HEARD[BACK], group)
    keys.note("wizard.up", say("CharterKeys", "Move a promise up"), "Alt+Up", group)
    keys.note("wizard.down", say("CharterKeys", "Move a promise down"), "Alt+Down", group)
    copy = say("CharterKeys", "Copy a day to the days below it")
    keys.note("hours.copy", copy, "Ctrl+Down", say("CharterKeys", "Opening hours"))
