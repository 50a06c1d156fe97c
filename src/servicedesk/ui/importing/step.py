# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of an import asks of each of its steps."""

from PySide6.QtWidgets import QWidget

from servicedesk.ui.importing.state import ImportingState


class StepView(QWidget):
    """One step of an import."""

    def first_focus(self) -> QWidget | None:
        """The widget that gets the keyboard when the step is shown."""
        return None

    def places(self) -> list[QWidget]:
        """Its parts in the order in which Tab is to come to them."""
        return [self]

    def show_state(self, state: ImportingState) -> None:
        """Show where the import is."""
