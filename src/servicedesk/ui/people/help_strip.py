# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The strip "How to help": what helps a customer and what to mind, in plain words, never why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from servicedesk.domain.support import SafetyCard, SupportSheet
from servicedesk.domain.support_words import help_words
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.day_field import long_day
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label, single_line

_MARGINS = (12, 8, 12, 8)
_GAP = 10
_NARROW = 38
"""Text heights under which the parts stand below one another."""


class HelpStrip(QFrame):
    """Stands at the top of a customer, quietly; it is not there where nothing is kept.

    Args:
        bench: of the open file.

    Signals:
        change_wanted: somebody wants to see all of it, or change it.
    """

    change_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.setObjectName("notice_quiet")
        self._build()
        self.hide()

    def _build(self) -> None:
        across = QBoxLayout.Direction.LeftToRight
        self._whole = QBoxLayout(across, self)
        self._whole.setContentsMargins(*_MARGINS)
        self._whole.setSpacing(_GAP)
        rows = QVBoxLayout()
        rows.setSpacing(2)
        self._whole.addLayout(rows, 1)
        self._heads = (
            single_line(self.tr("How to help:"), "strong"),
            single_line(self.tr("To mind:"), "strong"),
        )
        self._words: tuple[QLabel, QLabel] = (label(""), label(""))
        self._lines = (QBoxLayout(across), QBoxLayout(across))
        top = Qt.AlignmentFlag.AlignTop
        for line, head, words in zip(self._lines, self._heads, self._words, strict=True):
            line.setSpacing(_GAP)
            line.addWidget(head, 0, top)
            line.addWidget(words, 1)
            rows.addLayout(line)
        self.button = link_button(self.tr("Change what helps"))
        self.button.clicked.connect(self.change_wanted)
        self._whole.addWidget(self.button, 0, top)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below one another where there is no room for all in a line."""
        super().resizeEvent(event)
        is_wide = self.width() >= em(self, _NARROW)
        wanted = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        for line in (self._whole, *self._lines):
            if line.direction() is not wanted:
                line.setDirection(wanted)
                line.setSpacing(_GAP if is_wide else 0)
        self.updateGeometry()

    def show_sheet(self, sheet: SupportSheet | None) -> None:
        """Show what is kept of a customer, or nothing.

        Args:
            sheet: of the customer; None for nobody.
        """
        needs: tuple[str, ...] = ()
        safety: tuple[str, ...] = ()
        if sheet is not None:
            needs = help_words(sheet.needs, self._bench.labels, self._bench.today)
            safety = tuple(map(self._safety, sheet.safety))
        between = self._bench.labels.say("support.between")
        for head, words, parts in zip(self._heads, self._words, (needs, safety), strict=True):
            words.setText(between.join(parts))
            head.setVisible(bool(parts))
            words.setVisible(bool(parts))
        self.setVisible(bool(needs or safety))

    def text(self) -> str:
        """What it says, line by line; "" while it is hidden."""
        lines = zip(self._heads, self._words, strict=True)
        return "\n".join(f"{h.text()} {w.text()}" for h, w in lines if w.text())

    def _safety(self, card: SafetyCard) -> str:
        draft = card.draft
        kind = self._bench.labels.enum(draft.kind)
        said = self.tr("{kind}: {text}").format(kind=kind, text=draft.text)
        if draft.tested_on is not None:
            said = self.tr("{said} ({result}, tested {day})").format(
                said=said, result=draft.result, day=long_day(draft.tested_on)
            )
        if card.has_ended(self._bench.today):
            return self.tr("{said}, kept until {day}: ask again").format(
                said=said, day=long_day(draft.ends_on)
            )
        return said
