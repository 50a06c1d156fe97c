# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the shell asks of every page it shows."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.places import Place

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob


class Page(QWidget):
    """One page, to the right of the rail.

    Attributes:
        has_own_header: True when the page brings its own bar, so that the shell hides the one
            with the search box; the shortcuts of search work all the same.
    """

    has_own_header = False

    def arrive(self, place: Place) -> None:
        """The page is about to be shown, or asked for again while it is shown.

        Args:
            place: whose room is this page's.
        """

    def leave(self) -> None:
        """Another page is about to be shown, or the program ends: keep what was typed."""

    def first_focus(self) -> QWidget | None:
        """The widget that gets the keyboard on arrival; None for the first that takes it."""
        return None

    def print_job(self) -> "PrintJob | None":
        """What Ctrl+P prints here; None where there is nothing to print."""
        return None

    def customer_id(self) -> int | None:
        """The customer that the page is about now: whom a note or a promise begins with."""
        return None

    def complaint_id(self) -> int | None:
        """The complaint that the page is about now: what a note is about."""
        return None
