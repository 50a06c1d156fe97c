# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lines of an overview: what waits, each a link to where it is seen to, what is late marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.core.ways import WayLine
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.way_cards import CardGrid


class WayLines(QWidget):
    """Lines, one under the other.

    Args:
        bench: of the open file.

    Attributes:
        links: the link of each line.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.links: list[QPushButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)

    def put(self, lines: Sequence[WayLine]) -> None:
        """Show other lines."""
        clear(self._rows)
        self.links = [self._line(line) for line in lines]
        self.setVisible(bool(lines))

    def _line(self, line: WayLine) -> QPushButton:
        row = FlowLayout()
        button = link_button(line.text.replace("&", "&&"))
        button.setAccessibleName(line.text)
        place = line.place
        button.clicked.connect(
            lambda: self._bench.navigator.open(place.room, place.part, place.item)
        )
        holder = QWidget()
        holder.setLayout(row)
        if line.is_late:
            row.addWidget(MarkedLabel(self.tr("late"), "late", "chip_late"))
        row.addWidget(button)
        self._rows.addWidget(holder)
        return button


def focused_way(page: QWidget, lines: WayLines, grid: CardGrid) -> str | None:
    """The key of the card whose button has the keyboard; "" for a line, None for neither."""
    at = page.focusWidget()
    if at in lines.links:
        return ""
    return next((card.key for card in grid.cards if card.way_button is at), None)


def lead_back(key: str | None, grid: CardGrid, otherwise: QWidget) -> None:
    """Give the keyboard back to what stands where it was.

    Args:
        key: as ``focused_way`` gave it before the lines and cards were made anew.
        grid: the cards.
        otherwise: gets it where that card is gone, or it was a line.
    """
    if key is None:
        return
    found = next((card.way_button for card in grid.cards if card.key == key), None)
    (found or otherwise).setFocus(Qt.FocusReason.OtherFocusReason)
