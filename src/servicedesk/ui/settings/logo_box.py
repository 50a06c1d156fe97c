# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The picture at the head of all papers: looked at, chosen, taken away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from servicedesk.ui.guide.facts_presenter import FactsPresenter
from servicedesk.ui.widgets.ask_file import open_file
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_WIDEST, _HIGHEST = 16, 5
"""Of the picture on the screen, in text heights."""


class LogoBox(Card):
    """The logo of the business.

    Args:
        presenter: keeps it.
    """

    def __init__(self, presenter: FactsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self._build()
        presenter.state_changed.connect(self._show_error)
        self.show_logo()

    def _build(self) -> None:
        self.body.addWidget(label(self.tr("Logo"), "section"))
        self.body.addWidget(
            label(
                self.tr(
                    "A PNG, JPEG or SVG picture. It is kept in your file and backed up with it."
                ),
                "small",
            )
        )
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._picture)
        buttons = FlowLayout()
        self.choose_button = side_button(self.tr("Choose a picture…"))
        self.remove_button = link_button(self.tr("Remove the logo"))
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.remove_button)
        self.body.addLayout(buttons)
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self.body.addWidget(self._error)
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)

    def show_logo(self) -> None:
        """Show the picture that is kept, or that there is none."""
        png = self._presenter.logo()
        picture = QPixmap()
        if png is not None:
            picture.loadFromData(png)
        if picture.isNull():
            self._picture.setText(self.tr("No logo yet. Your name is printed in its place."))
        else:
            self._picture.setPixmap(
                picture.scaled(
                    em(self, _WIDEST),
                    em(self, _HIGHEST),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            self._picture.setAccessibleName(self.tr("Your logo"))
        self.remove_button.setVisible(png is not None)

    def _choose(self) -> None:
        chosen = open_file(
            self, self.tr("Choose a logo"), self.tr("Pictures (*.png *.jpg *.jpeg *.svg)")
        )
        if chosen is None:
            return
        if self._presenter.choose_logo(chosen):
            self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_logo()

    def _remove(self) -> None:
        self._presenter.remove_logo()
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_logo()

    def _show_error(self) -> None:
        sentence = self._presenter.state.errors.get("logo", "")
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.choose_button.setAccessibleDescription(sentence)
        self.show_logo()
