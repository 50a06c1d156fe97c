# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Columns kept under a name: offered when a list has the same headings, kept for the next one."""

from PySide6.QtWidgets import QLineEdit, QWidget

from servicedesk.ui.importing.presenter import ImportingPresenter
from servicedesk.ui.importing.state import ImportingState
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label


class MappingCard(Card):
    """What was kept for lists like this, and a name to keep these columns under.

    Args:
        presenter: is told of every choice.
    """

    def __init__(self, presenter: ImportingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self._offered: tuple[int, ...] = ()
        self.body.addWidget(label(self.tr("A list like this comes again?"), "section"))
        self._said = label("", "quiet")
        self.body.addWidget(self._said)
        self._uses = FlowLayout()
        self.use_buttons: list[QWidget] = []
        self.body.addLayout(self._uses)
        asked = label(self.tr("Name for these columns"), "strong")
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name for these columns"))
        asked.setBuddy(self.name)
        self.keep_button = side_button(self.tr("Keep these columns"))
        self.keep_button.clicked.connect(lambda: presenter.keep_mapping(self.name.text()))
        self.body.addWidget(asked)
        self.body.addWidget(self.name)
        line = FlowLayout()
        line.addWidget(self.keep_button)
        self.body.addLayout(line)
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        self.body.addWidget(self._error)

    def places(self) -> list[QWidget]:
        """From the top down."""
        return [*self.use_buttons, self.name, self.keep_button]

    def show_state(self, state: ImportingState) -> None:
        """Show what is kept for lists like this."""
        offered = tuple(card.id for card in state.mappings)
        if offered != self._offered:
            self._offered = offered
            self._offer(state)
        said = self.tr("Keep the columns under a name, and they are offered next time.")
        if state.mapping:
            said = self.tr("These columns are kept as “{name}”.").format(name=state.mapping)
        elif state.mappings:
            said = self.tr("Columns were kept for lists with these headings.")
        self._said.setText(said)
        error = state.errors.get("name", "")
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self.name.setAccessibleDescription(error)

    def _offer(self, state: ImportingState) -> None:
        for button in self.use_buttons:
            self._uses.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.use_buttons = []
        for card in state.mappings:
            words = self.tr("Use “{name}”").format(name=card.draft.name)
            button = side_button(words)
            button.clicked.connect(lambda _=False, kept=card: self._presenter.use_mapping(kept))
            self._uses.addWidget(button)
            gone = link_button(self.tr("Drop “{name}”").format(name=card.draft.name))
            gone.clicked.connect(lambda _=False, kept=card: self._presenter.drop_mapping(kept))
            self._uses.addWidget(gone)
            self.use_buttons += [button, gone]
