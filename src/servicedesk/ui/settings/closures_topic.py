# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of closures: the list, and what is promised in the days of the chosen one."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.calendars_shifting import Shift
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.closures_presenter import ClosuresPresenter, PromiseLine
from servicedesk.ui.settings.records_presenter import RecordLine
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_MOST = 8
"""Promises that are named; the others are counted."""


class NamedPromises(QWidget):
    """A heading, a sentence, and a line for each of the first promises; hidden for none.

    Signals:
        opened: (number) a promise was chosen.

    Args:
        hint: the sentence.
    """

    opened = Signal(int)

    def __init__(self, hint: str) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._head = label("", "section")
        whole.addWidget(self._head)
        whole.addWidget(label(hint, "quiet"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        whole.addLayout(self._lines)
        self.more = label("", "quiet")
        whole.addWidget(self.more)

    @property
    def head(self) -> str:
        """The heading."""
        return self._head.text()

    def show_lines(self, head: str, lines: Sequence[PromiseLine], count: int) -> None:
        """Name some promises.

        Args:
            head: over them.
            lines: those that are named, in order.
            count: how many there are.
        """
        self._head.setText(head)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            link = link_button(line.words.replace("&", "&&"))
            link.setAccessibleName(line.words)
            link.setAccessibleDescription(line.remember)
            link.clicked.connect(partial(self.opened.emit, line.id))
            held = QWidget()
            FlowLayout(held).addWidget(link)  # it breaks words that are longer than the line
            self._lines.addWidget(held)
            if line.remember:
                self._lines.addWidget(label(line.remember, "small"))
        left = count - len(lines)
        self.more.setText(self.tr("and {n} more").format(n=left))
        self.more.setVisible(left > 0)
        self.setVisible(count > 0)


class ClosuresTopic(RecordsTopic):
    """Closures, with the promises that are due in them and those that moved for them.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        self._closures = ClosuresPresenter(bench)
        self._shown: object = None
        super().__init__(bench, self._closures)

    def _build(self) -> None:
        super()._build()
        self.touched_card = Card()
        self.touched = NamedPromises(
            self.tr("They stay due then. Tell these customers before you close.")
        )
        self.moved = NamedPromises(self.tr("Tell these customers of the new day."))
        self.touched_card.body.addWidget(self.touched)
        self.touched_card.body.addWidget(self.moved)
        self.write_button = side_button(self.tr("Write to them"))
        self.touched_card.body.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.insertWidget(self.body.count() - 1, self.touched_card)

    def _wire(self) -> None:
        super()._wire()
        self.write_button.clicked.connect(self._write)
        for part in (self.touched, self.moved):
            part.opened.connect(self._closures.open_promise)

    def _show_removal(self, line: RecordLine | None, shift: Shift) -> None:
        """Say what removing moves; by name it stands in the card, as it moved for the closure."""
        self._say_removal(shift)
        moved = tuple(move.taken_back for move in shift.moves)
        touched = () if line is None else self._closures.touched.get(line.id, ())
        self.touched_card.setVisible(bool(touched or moved))
        if (touched, moved) == self._shown:
            return
        self._shown = touched, moved
        for part, key, lines, found in (
            (self.touched, "touches", map(self._closures.touched_line, touched[:_MOST]), touched),
            (self.moved, "moved_for_it", map(self._closures.moved_line, moved[:_MOST]), moved),
        ):
            count = Decimal(len(found))
            head = self._bench.labels.count(f"calendar.shift.{key}", count)
            part.show_lines(head, tuple(lines), len(found))
        order_tabs([self.list, self.touched, self.moved, self.write_button])

    def _write(self) -> None:
        line = self.list.current
        if isinstance(line, RecordLine):
            self._closures.write_to_them(line.id)
