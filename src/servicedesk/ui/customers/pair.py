# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields that stand beside one another where there is room, and below one another where not."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from servicedesk.ui.widgets.sizes import em

_NARROW = 36
"""Text heights from which on there is room for two."""

_GAP = 20


class Pair(QWidget):
    """Two fields in a row, or in a column."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)

    def put(self, *fields: QWidget) -> None:
        """Take fields in, from the side on which reading begins."""
        for field in fields:
            column = QBoxLayout(QBoxLayout.Direction.TopToBottom)
            column.addWidget(field)
            column.addStretch(1)
            self._row.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when the room changes."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= em(self, _NARROW)
        wanted = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
