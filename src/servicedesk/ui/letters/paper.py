# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The letter beside its fields, as it will print; its pages are turned below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.letters.drawing import Drawn
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.page_image import PageImage
from servicedesk.ui.widgets.text import label


class LetterPane(QFrame):
    """Shows one page of a letter.

    Args:
        theme: its colours.
        labels: words for what did not fit.

    Signals:
        turned: (pages) another page is wanted, so many on, or back.
    """

    turned = Signal(int)

    def __init__(self, theme: Theme, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backdrop")
        self._labels = labels
        self._shown: Drawn | None = None
        self.picture = PageImage(theme.colour("focus"), theme.colour("soft_ink"))
        self.picture.setAccessibleName(self.tr("The letter as it will print"))
        self.picture.show_page(b"", self.tr("Drawing it …"))
        self._place = label("", "small")
        self._before = side_button(self.tr("Page before"))
        self._after = side_button(self.tr("Next page"))
        self._before.clicked.connect(lambda: self.turned.emit(-1))
        self._after.clicked.connect(lambda: self.turned.emit(1))
        self._pager = QWidget()
        pager = QHBoxLayout(self._pager)
        pager.setContentsMargins(8, 0, 8, 0)
        for widget, stretch in ((self._before, 0), (self._place, 1), (self._after, 0)):
            pager.addWidget(widget, stretch)
        self._pager.hide()
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(12, 0, 12, 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 10, 4, 10)
        rows.addWidget(self.picture, 1)
        rows.addWidget(self._pager)
        rows.addLayout(self._notes)

    def show_drawn(self, drawn: Drawn | None) -> None:
        """Show another page; the last one stays until it is there."""
        if drawn is None or drawn == self._shown:
            return
        self._shown = drawn
        self.picture.show_page(drawn.picture, "")
        self.picture.setAccessibleDescription(drawn.words)
        self._pager.setVisible(drawn.has_before or drawn.has_after)
        place = self.tr("{at} of {all}").format(at=drawn.page + 1, all=drawn.pages)
        if drawn.letters > 1:
            place = self.tr("Letter {at} of {all}, page {page}").format(
                at=drawn.letter + 1, all=drawn.letters, page=drawn.page + 1
            )
        self._place.setText(place)
        self._before.setEnabled(drawn.has_before)
        self._after.setEnabled(drawn.has_after)
        self._show_notes(drawn)

    def _show_notes(self, drawn: Drawn) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        notes = [self._labels.say(f"left_out.{part}") for part in drawn.cut]
        if drawn.missing:
            letters = " ".join(drawn.missing)
            notes.append(self._labels.say("left_out.missing", letters=letters))
        for note in notes:
            self._notes.addWidget(Notice("due", note))
