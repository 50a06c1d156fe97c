# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A settings page of facts by which days are counted: what would move due dates is asked about."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from servicedesk.domain.calendars_shifting import DueMove
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.counted_presenter import CountedPresenter
from servicedesk.ui.settings.facts_topic import FactsTopic
from servicedesk.ui.settings.moves_list import MovesList
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.tab_order import order_tabs

_BELOW = 12
_MARGIN = 22
"""As wide as that of the page above."""


class WaitingBox(QFrame):
    """Says what saving will move, and asks for a yes or a no; hidden while nothing waits.

    Args:
        theme: colours and measures, alive.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_due")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 10, 12, 12)
        self._words = MarkedLabel("", Tone.DUE, "notice_words")
        self._words.setWordWrap(True)
        inside.addWidget(self._words)
        self.moves = MovesList(theme)
        inside.addWidget(self.moves)
        self.save_button = main_button(self.tr("Save and move them"))
        self.leave_button = side_button(self.tr("Leave it as it was"))
        buttons = FlowLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.leave_button)
        inside.addLayout(buttons)
        self.hide()

    def say(self, sentence: str, moves: Sequence[DueMove] = ()) -> None:
        """Show a sentence, and what moves by name; "" hides the box."""
        self._words.setText(sentence)
        self.moves.show_moves(moves)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """What it says; "" while it is hidden."""
        return self._words.text()


class CountedTopic(FactsTopic):
    """Facts, and at the foot of the page, always in sight, what saving would move.

    Args:
        bench: of the open file.
        page_ids: pages of the settings guide, in order.
    """

    def __init__(self, bench: Workbench, page_ids: Sequence[str]) -> None:
        self._counted = CountedPresenter(bench)
        super().__init__(bench, page_ids, self._counted)
        self.waiting_box = WaitingBox(bench.theme)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._foot.addWidget(self.waiting_box)
        self._whole.addLayout(self._foot)
        self.waiting_box.save_button.clicked.connect(self._counted.confirm)
        self.waiting_box.leave_button.clicked.connect(self._counted.let_go)
        self._counted.state_changed.connect(self._show_waiting)

    def leave(self) -> None:
        """Take what is being typed as said, and what waits for a yes too; Undo is on the bar."""
        super().leave()
        self._counted.confirm()

    def _show_waiting(self) -> None:
        self.waiting_box.say(self._counted.foretold, self._counted.moves)
        below = _BELOW if self._counted.foretold else 0
        self._foot.setContentsMargins(_MARGIN, 0, _MARGIN, below)
        if self._counted.foretold:
            order_tabs([self._page, self.waiting_box])
