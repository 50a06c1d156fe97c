# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The keys of the window; F1's list is made from them."""

from functools import partial
from typing import TYPE_CHECKING

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.help.fitting import page_for

if TYPE_CHECKING:
    from servicedesk.ui.shell.open_shell import OpenShell
    from servicedesk.ui.shell.window import Shell


def add_keys(open_shell: "OpenShell", shell: "Shell", bench: Workbench) -> None:
    """Give the window its keys; those of a file that was open before go.

    Args:
        open_shell: does what they ask for.
        shell: the window that hears them.
        bench: of the open file.
    """
    add = shell.keys.add
    everywhere, pages = shell.tr("Everywhere"), shell.tr("Pages")
    find, serving = open_shell.open_search, open_shell.open_serving
    undo, redo = open_shell.undoing.undo, open_shell.undoing.redo

    def show_help() -> None:
        """Open the help at the page that fits what is on the screen."""
        bench.navigator.open("help", page_for(shell.here) if shell.here is not None else "")

    add("new", shell.tr("New"), "Ctrl+N", open_shell.open_new, shell, everywhere)
    add("search", shell.tr("Search"), ("Ctrl+K", "Ctrl+F"), find, shell, everywhere)
    add("print", shell.tr("Print"), "Ctrl+P", open_shell.print_page, shell, everywhere)
    add("undo", shell.tr("Undo"), "Ctrl+Z", undo, shell, everywhere)
    add("redo", shell.tr("Redo"), "Ctrl+Shift+Z", redo, shell, everywhere)
    add("back", shell.tr("Back to where you were"), "Alt+Left", shell.back, shell, everywhere)
    add("serving", shell.tr("Say who is serving"), "Ctrl+Shift+S", serving, shell, everywhere)
    add("help", shell.tr("Help"), "F1", show_help, shell, everywhere)
    close = shell.tr("Close the window")
    add("close", close, ("Ctrl+Q", "Ctrl+W"), shell.close, shell, everywhere)
    for room in shell.rooms:
        if room.key is not None:
            go = partial(shell.go, Place(room=room.id))
            add(room.id, room.title, f"Alt+{room.key}", go, shell, pages)
