# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The keys of a check: heard where questions are asked, named in the one list of keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.actions import Actions

NEXT = "selfcheck.next"
ON = "selfcheck.on"
BACK = "selfcheck.back"

_HEARD = {NEXT: "Ctrl+Return", ON: "Ctrl+PgDown", BACK: "Ctrl+PgUp"}


def hear_keys(page: QWidget, runs: Mapping[str, Callable[[], object]]) -> None:
    """Let a page hear the keys that walk through a check.

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
    """Put the keys of a check on the list of keys, opened or not."""
    say = QCoreApplication.translate
    group = say("CheckKeys", "Checking yourself")
    keys.note("selfcheck.yes", say("CheckKeys", "Answer yes"), "Y", group)
    keys.note("selfcheck.partly", say("CheckKeys", "Answer partly"), "P", group)
    keys.note("selfcheck.no", say("CheckKeys", "Answer no"), "N", group)
    keys.note("selfcheck.never", say("CheckKeys", "It does not apply"), "D", group)
    keys.note("selfcheck.none", say("CheckKeys", "Take an answer back"), "Del", group)
    keys.note(NEXT, say("CheckKeys", "Next topic, and at the end the result"), _HEARD[NEXT], group)
    keys.note(ON, say("CheckKeys", "Next topic"), _HEARD[ON], group)
    keys.note(BACK, say("CheckKeys", "Topic before"), _HEARD[BACK], group)
