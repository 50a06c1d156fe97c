# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Advice about a text while it is typed: lines under the field, and the words they speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to say about a text.

    Args:
        text: the sentence.
        tone: "ok", "due", "late" or "quiet".
        span: (first, after last) character of the words it speaks of; None for the whole.
        action_text: of the link beside it; "" for none.
    """

    text: str
    tone: str = "due"
    span: tuple[int, int] | None = None
    action_text: str = ""


def spans_within(notices: Sequence[Notice], length: int) -> Iterator[tuple[Notice, int, int]]:
    """Notices with the first character of what they speak of, and the one after its last.

    Args:
        notices: may be of a text that has changed since.
        length: of the text, in characters; spans outside it are left out.
    """
    for notice in notices:
        if notice.span is not None and 0 <= notice.span[0] < notice.span[1] <= length:
            yield notice, *notice.span


class _Line(QWidget):
    """One notice on the screen."""

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        self._words = MarkedLabel(notice.text, notice.tone, f"said_{notice.tone}")
        self._words.setWordWrap(True)
        self.action: QPushButton = link_button(notice.action_text)
        rows.addWidget(self._words)
        line = FlowLayout()
        rows.addLayout(line)
        line.addWidget(self.action)
        self.action.setVisible(bool(notice.action_text))


class NoticeLines(QWidget):
    """Notices, one below the other.

    Signals:
        acted: (position) the link of a notice was chosen.
    """

    acted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: tuple[Notice, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self.hide()

    def notices(self) -> tuple[Notice, ...]:
        """What is said now."""
        return self._notices

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Say these and nothing else."""
        said = tuple((n.text, n.tone, n.action_text) for n in notices)
        was = tuple((n.text, n.tone, n.action_text) for n in self._notices)
        self._notices = tuple(notices)
        if said == was:
            return
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for position, notice in enumerate(self._notices):
            line = _Line(notice)
            line.action.clicked.connect(lambda _=False, at=position: self.acted.emit(at))
            self._lines.addWidget(line)
        self.setVisible(bool(self._notices))
