# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter may be about that is on record already, so that nobody types it again."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.letters import LetterStage
from servicedesk.ui.letters.state import LetterState
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.day_field import long_day
from servicedesk.ui.widgets.text import label

_MOST = 5
"""So many of somebody's open promises, or of the offers, are offered."""


class LetterOffered(QWidget):
    """A button for each promise or offer that the letter may be about.

    Args:
        state: of the letter.

    Signals:
        promise_chosen: (number of the promise) the letter is about it.
        offer_chosen: (number of the offer) the letter is about it.
    """

    promise_chosen = Signal(int)
    offer_chosen = Signal(int)

    def __init__(self, state: LetterState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        promised = (
            (
                card.id,
                self.tr("{text}, due {day}").format(
                    text=card.draft.text, day=long_day(card.due.day)
                ),
            )
            for card in state.promises[:_MOST]
        )
        self._offer(self.tr("About what you promised them?"), promised, self.promise_chosen)
        plans = ((card.id, card.draft.name) for card in state.offers[:_MOST])
        self._offer(self.tr("About which offer or plan?"), plans, self.offer_chosen)
        if _may_go_to_many(state):
            words = self.tr("To tell many at once, choose them in Customers, then Letter.")
            self._rows.addWidget(label(words, "quiet"))
        self.setVisible(self._rows.count() > 0)

    def _offer(self, title: str, cards: Iterable[tuple[int, str]], chosen: SignalInstance) -> None:
        for place, (number, words) in enumerate(cards):
            if place == 0:
                self._rows.addWidget(label(title, "strong"))
            button = side_button(words.replace("&", "&&"))
            button.clicked.connect(lambda _=False, this=number: chosen.emit(this))
            self._rows.addWidget(button)


def _may_go_to_many(state: LetterState) -> bool:
    """A notice of a new price to nobody yet, which seldom goes to one customer alone."""
    is_notice = state.template is not None and state.template.stage is LetterStage.PRICE_CHANGE
    about = state.about
    return is_notice and about.customer_id is None and not about.customer_ids
