# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The keys of the window; F1's list is made from them."""

from functools import partial
from typing import Protocol

from servicedesk.ui.charter.wizard_keys import note_keys
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.room import note_keys as note_customer_keys
from servicedesk.ui.help.fitting import page_for
from servicedesk.ui.selfcheck.keys import note_keys as note_check_keys
from servicedesk.ui.settings.look_keys import add_look_keys
from servicedesk.ui.shell.frame import Frame
from servicedesk.ui.shell.undoing import Undoing


class Deeds(Protocol):
    """What the keys ask for."""

    @property
    def undoing(self) -> Undoing:
        """Takes steps back."""
        ...

    def open_new(self) -> None:
        """Offer what can be begun."""
        ...

    def open_complaint(self) -> None:
        """Open the form of a complaint."""
        ...

    def open_feedback(self) -> None:
        """Open the form of a comment or compliment."""
        ...

    def open_promise(self) -> None:
        """Open the form of a promise."""
        ...

    def open_contact(self) -> None:
        """Open the contact note."""
        ...

    def open_search(self) -> None:
        """Put the keyboard into the search box."""
        ...

    def open_serving(self) -> None:
        """Offer who serves."""
        ...

    def print_page(self) -> None:
        """Print what the page shows."""
        ...


def add_keys(deeds: Deeds, shell: Frame, bench: Workbench) -> None:
    """Give the window its keys; those of a file that was open before go.

    Args:
        deeds: does what they ask for.
        shell: the window that hears them.
        bench: of the open file.
    """
    add = shell.keys.add
    everywhere, pages = shell.tr("Everywhere"), shell.tr("Pages")
    find, serving = deeds.open_search, deeds.open_serving
    undo, redo = deeds.undoing.undo, deeds.undoing.redo

    def show_help() -> None:
        """Open the help at the page that fits what is on the screen."""
        bench.navigator.open("help", page_for(shell.here) if shell.here is not None else "")

    add("new", shell.tr("New"), "Ctrl+N", deeds.open_new, shell, everywhere)
    add("complaint", shell.tr("Complaint"), "F2", deeds.open_complaint, shell, everywhere)
    said = shell.tr("Comment or compliment")
    add("feedback_form", said, "F8", deeds.open_feedback, shell, everywhere)
    add("promise", shell.tr("Promise"), "F7", deeds.open_promise, shell, everywhere)
    add("contact", shell.tr("Contact note"), "F9", deeds.open_contact, shell, everywhere)
    customer = partial(shell.go, Place(room="customers", part="new"))
    add("customer", shell.tr("New customer"), "Ctrl+Shift+N", customer, shell, everywhere)
    add("search", shell.tr("Search"), ("Ctrl+K", "Ctrl+F"), find, shell, everywhere)
    add("print", shell.tr("Print"), "Ctrl+P", deeds.print_page, shell, everywhere)
    add("undo", shell.tr("Undo"), "Ctrl+Z", undo, shell, everywhere)
    add("redo", shell.tr("Redo"), "Ctrl+Shift+Z", redo, shell, everywhere)
    add("back", shell.tr("Back to where you were"), "Alt+Left", shell.back, shell, everywhere)
    add("serving", shell.tr("Say who is serving"), "Ctrl+Shift+S", serving, shell, everywhere)
    add("help", shell.tr("Help"), "F1", show_help, shell, everywhere)
    close = shell.tr("Close the window")
    add("close", close, ("Ctrl+Q", "Ctrl+W"), shell.close, shell, everywhere)
    add_look_keys(shell.keys, shell, bench, everywhere)
    for room in shell.rooms:
        if room.key is not None:
            go = partial(shell.go, Place(room=room.id))
            add(room.id, room.title, f"Alt+{room.key}", go, shell, pages)
    for quiet, title in _without_key(shell):
        add(quiet, title, "", partial(shell.go, Place(room=quiet)), shell, pages)
    note_keys(shell.keys)
    note_customer_keys(shell.keys)
    note_check_keys(shell.keys)


def _without_key(shell: Frame) -> tuple[tuple[str, str], ...]:
    """Pages that only the More menu and other pages lead to, with what they are called there."""
    return (
        ("privacy", shell.tr("Privacy desk")),
        ("taking_out", shell.tr("Take it all with you")),
    )
