# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of letters: the signature, and the words of each letter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.letters_wordings import LetterWording
from servicedesk.ui.letters.topic_presenter import WordingsPresenter
from servicedesk.ui.letters.wording import WordingDialog
from servicedesk.ui.widgets.ask_file import open_file
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip, MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench

_WIDEST, _HIGHEST = 16, 4
"""Of the signature on the screen, in text heights."""


class LettersTopic(QWidget):
    """Whose words the letters have.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = WordingsPresenter(bench, self)
        self._shown: tuple[LetterWording, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self._page = ScrollPage()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        body = self._page.body
        body.addWidget(label(self.tr("Letters"), "title"))
        body.addWidget(self._signature_card())
        body.addWidget(label(self.tr("The words of each letter"), "section"))
        body.addWidget(
            label(
                self.tr(
                    "They are yours to change. Letters that have gone out stay as they were, and "
                    "our words can be put back at any time."
                ),
                "quiet",
            )
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        body.addLayout(self._rows)
        body.addStretch(1)
        self.presenter.state_changed.connect(self._show_state)

    def arrive(self, item: str = "") -> None:
        """Read afresh, and open the letter that is meant."""
        self.presenter.load()
        if item in self.buttons:
            self.buttons[item].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """There is nothing typed to keep."""

    def first_focus(self) -> QWidget | None:
        """The button for the signature."""
        return self.choose_button

    def _signature_card(self) -> QWidget:
        card = Card()
        card.body.addWidget(label(self.tr("Your signature"), "section"))
        card.body.addWidget(
            label(
                self.tr(
                    "A PNG, JPEG or SVG picture of it is printed over your name. Without one "
                    "there is the space to sign by hand."
                ),
                "small",
            )
        )
        self._picture = QLabel()
        card.body.addWidget(self._picture)
        row = FlowLayout()
        self.choose_button = side_button(self.tr("Choose a picture…"))
        self.remove_button = link_button(self.tr("Remove the signature"))
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)
        card.body.addLayout(row)
        self._fault = MarkedLabel("", Tone.LATE, "error")
        self._fault.setWordWrap(True)
        card.body.addWidget(self._fault)
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        return card

    def _choose(self) -> None:
        chosen = open_file(
            self,
            self.tr("Choose a picture of your signature"),
            self.tr("Pictures (*.png *.jpg *.jpeg *.svg)"),
        )
        if chosen is not None:
            self.presenter.choose_signature(chosen)

    def _remove(self) -> None:
        self.presenter.remove_signature()
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        state = self.presenter.state
        picture = QPixmap()
        if state.signature is not None:
            picture.loadFromData(state.signature)
        if picture.isNull():
            self._picture.clear()
        else:
            self._picture.setPixmap(
                picture.scaled(
                    em(self, _WIDEST),
                    em(self, _HIGHEST),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            self._picture.setAccessibleName(self.tr("Your signature"))
        self._picture.setVisible(not picture.isNull())
        self.remove_button.setVisible(state.signature is not None)
        self._fault.setText(state.fault)
        self._fault.setVisible(bool(state.fault))
        if state.letters != self._shown:
            self._shown = state.letters
            self._show_letters()

    def _show_letters(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.buttons = {}
        for one in self._shown:
            self._rows.addWidget(self._row(one))

    def _row(self, one: LetterWording) -> QWidget:
        template = one.template
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(14)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(label(template.title, "strong"))
        told.addWidget(label(template.when_to_use, "small"))
        line.addLayout(told, 1)
        if template.is_behind:
            line.addWidget(Chip(self.tr("ours has changed since"), Tone.DUE))
        elif template.is_own:
            line.addWidget(Chip(self.tr("your own words"), Tone.OK))
        button = side_button(self.tr("Change"))
        button.setAccessibleName(self.tr("Change: {title}").format(title=template.title))
        button.clicked.connect(lambda _=False, this=template.id: self._change(this))
        line.addWidget(button)
        card.body.addLayout(line)
        self.buttons[template.id] = button
        return card

    def _change(self, template_id: str) -> None:
        dialog = WordingDialog(self._bench, template_id, self)
        if dialog.exec():
            self.presenter.load()
        dialog.deleteLater()
        self.buttons[template_id].setFocus(Qt.FocusReason.OtherFocusReason)
