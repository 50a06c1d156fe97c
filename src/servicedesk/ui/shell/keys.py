# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The keys of the window; F1's list is made from them."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from servicedesk.ui.core.actions import Actions
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.rooms import rooms

if TYPE_CHECKING:
    from servicedesk.ui.shell.open_shell import OpenShell
    from servicedesk.ui.shell.window import Shell


def add_keys(open_shell: "OpenShell", shell: "Shell", bench: Workbench) -> Actions:
    """Give the window its keys for as long as the file is open.

    Args:
        open_shell: does what they ask for.
        shell: the window that hears them.
        bench: of the open file.
    """
    actions = Actions(shell)
    say = shell.tr
    add = actions.add
    add("new", say("New"), "Ctrl+N", open_shell.open_new, shell, say("Everywhere"))
    find = open_shell.open_search
    add("search", say("Search"), ("Ctrl+K", "Ctrl+F"), find, shell, say("Everywhere"))
    add("print", say("Print this page"), "Ctrl+P", open_shell.print_page, shell, say("Everywhere"))
    undoing = open_shell.undoing
    add("undo", say("Undo"), "Ctrl+Z", undoing.undo, shell, say("Everywhere"))
    add("redo", say("Redo"), "Ctrl+Shift+Z", undoing.redo, shell, say("Everywhere"))
    add("back", say("Back to where you were"), "Alt+Left", shell.back, shell, say("Everywhere"))
    serving = open_shell.open_serving
    add("serving", say("Say who is serving"), "Ctrl+Shift+S", serving, shell, say("Everywhere"))
    add("close", say("Close the window"), ("Ctrl+Q", "Ctrl+W"), shell.close, shell, say("Everywhere"))
    for room in rooms():
        if room.key is not None:
            key = f"Alt+{room.key}"
            here = Place(room=room.id)
            add(room.id, room.title, key, lambda at=here: shell.go(at), shell, say("Pages"))
    navigator = bench.navigator
    add("help", say("Help"), "F1", lambda: navigator.open("help"), shell, say("Everywhere"))
    return actions
