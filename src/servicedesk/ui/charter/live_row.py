# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One standard on the live page: its figure, what that rests on, and what to do about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.charter.live_presenter import CHECKS, LiveLine, LivePresenter
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_FIGURE = 6
"""Width of the column of figures, in text heights."""

_WIDE = 38
"""Width from which the chip stands at the right, in text heights."""

_MARGIN = 14
_GAP = 16


class LiveRow(QFrame):
    """One standard with its result.

    Args:
        line: what it shows.
        presenter: opens records.
    """

    def __init__(
        self, line: LiveLine, presenter: LivePresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._presenter = presenter
        self._is_wide: bool | None = None
        self._build()

    def _build(self) -> None:
        words = self._line.words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self._figure = label(words.figure or "–", "title")
        self._figure.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        if not words.figure:
            self._figure.setAccessibleName(words.standing)
        self._title = label(self._line.title, "strong")
        self._chip = Chip(_sentence(words.standing), self._line.tone)
        self._inside = QWidget()
        self._below = QVBoxLayout(self._inside)
        self._below.setContentsMargins(0, 2, 0, 0)
        self._below.setSpacing(4)
        self._say_result()
        self._build_ways()
        self._arrange(is_wide=True)

    def _say_result(self) -> None:
        words = self._line.words
        base = words.few or words.base
        said = ", ".join(part for part in (base, words.note, words.undecided) if part)
        versions = "" if self._line.is_first or not self._line.base else words.versions
        if said:
            self._below.addWidget(label(said))
        if words.caution:
            self._below.addWidget(Chip(words.caution, "due"), 0, Qt.AlignmentFlag.AlignLeft)
        for text in (_sentence(words.missed), versions, words.hint):
            if text:
                self._below.addWidget(label(text, "quiet"))
        if words.held_back:
            self._below.addWidget(Notice("due", words.held_back))

    def _build_ways(self) -> None:
        """The ways to the records, and to where a standard is counted by hand."""
        line = self._line
        row = FlowLayout(gap=_GAP)
        if line.opens is not None:
            text = self.tr("Open the {number} records").format(number=line.base)
            if line.base == 1:
                text = self.tr("Open the record")
            self._way(text, row, partial(self._presenter.look_at, line.opens))
        if line.opens_missed is not None:
            text = self.tr("Look at the {number} missed or overdue").format(number=line.missed)
            if line.missed == 1:
                text = self.tr("Look at the one missed or overdue")
            self._way(text, row, partial(self._presenter.look_at, line.opens_missed))
        if line.part:
            check = self.tr("Check ten jobs")
            text = check if line.part == CHECKS else self.tr("Plan a sample week")
            self._way(text, row, lambda: self._presenter.count_by_hand(line.part))
        self._below.addLayout(row)
        if line.words.how and line.is_measured:
            self._build_fold(row)

    def _build_fold(self, row: FlowLayout) -> None:
        """What is there for whoever asks; never on customers' paper."""
        line = self._line
        sure, counted = self.tr("How sure is this?"), self.tr("How is it counted?")
        asked = self._way(sure if line.words.sure else counted, row, lambda: None)
        asked.setCheckable(True)
        self._fold = QWidget()
        inside = QVBoxLayout(self._fold)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        words = line.words
        versions = words.versions if line.is_first else ""
        remedy = words.remedy
        if remedy:
            remedy = self.tr("What the charter says for each that was missed: {remedy}").format(
                remedy=remedy
            )
        formula = self.tr("How it is counted: {formula}.").format(formula=words.formula)
        for text in (words.sure, words.how, formula, versions, remedy):
            if text:
                inside.addWidget(label(text, "quiet"))
        self._below.addWidget(self._fold)
        self._fold.hide()
        asked.toggled.connect(self._fold.setVisible)

    def _way(self, text: str, row: FlowLayout, act: Callable[[], None]) -> QPushButton:
        button = link_button(text)
        button.setAccessibleName(self.tr("{way}: {title}").format(way=text, title=self._line.named))
        button.clicked.connect(lambda: act())
        row.addWidget(button)
        return button

    # --- laying out -------------------------------------------------------------------------

    def _arrange(self, *, is_wide: bool) -> None:
        """Stand figure, words and chip side by side, or all below one another."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        for part in (self._figure, self._title, self._chip, self._inside):
            self._grid.removeWidget(part)
        top, left = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
        if is_wide:
            self._grid.addWidget(self._figure, 0, 0, 2, 1, top)
            self._grid.addWidget(self._title, 0, 1)
            self._grid.addWidget(self._chip, 0, 2, top)
            self._grid.addWidget(self._inside, 1, 1, 1, 2)
            self._figure.setAlignment(top | Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addWidget(self._figure, 0, 0, 1, 2)
            self._grid.addWidget(self._title, 1, 0, 1, 2)
            self._grid.addWidget(self._chip, 2, 0, 1, 2, left)
            self._grid.addWidget(self._inside, 3, 0, 1, 2)
            self._figure.setAlignment(top | left)
        self._grid.setColumnMinimumWidth(0, em(self, _FIGURE) if is_wide else 0)
        self._grid.setColumnStretch(0, 0 if is_wide else 1)
        self._grid.setColumnStretch(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._arrange(is_wide=self.width() >= em(self, _WIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts it from the one above."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Midlight))
        painter.drawLine(1, 0, self.width() - 2, 0)
        painter.end()


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
