# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Choosing the trade that a charter begins from: found by any word for it, one yes to begin."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Trouble
from servicedesk.domain.guides import question_by_id
from servicedesk.domain.names import fold

if TYPE_CHECKING:
    from servicedesk.domain.trades import Trade
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginState:
    """What the page shows.

    Args:
        trades: those that fit what is typed, the likeliest first.
        total: how many there are.
        typed: what is typed.
        chosen: id of the trade that would be begun from; "" for none.
        facts: labels of what is known already and will be filled in.
        has_draft: a charter is being written; its own words go along.
    """

    trades: "tuple[Trade, ...]" = ()
    total: int = 0
    typed: str = ""
    chosen: str = ""
    facts: tuple[str, ...] = ()
    has_draft: bool = False

    @property
    def title(self) -> str:
        """Title of the chosen trade; "" for none."""
        return next((trade.title for trade in self.trades if trade.id == self.chosen), "")

    @property
    def found_by(self) -> dict[str, str]:
        """For each trade, the other word for it that fits what is typed, where it is not its title.

        So that whoever types "ironmonger" sees why a hardware shop is offered.
        """
        typed = _plain(self.typed)
        return {
            trade.id: next((word for word in trade.aliases if typed in _plain(word)), "")
            for trade in self.trades
            if typed and typed not in _plain(trade.title)
        }


class BeginPresenter(QObject):
    """Feeds the page that chooses a trade.

    Signals:
        state_changed: ``state`` is another one.
        begun: a charter is begun.
    """

    state_changed = Signal()
    begun = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = BeginState()
        self._bench = bench
        self._trades: tuple[Trade, ...] = ()

    def open(self) -> None:
        """Read the trades and what is known of the business."""
        writing = self._bench.services.charter_writing
        try:
            self._trades = writing.trades()
            known = writing.known()
            has_draft = writing.current() is not None
            trade = self._bench.services.business.answers().get("trade")
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        is_one = isinstance(trade, str) and any(one.id == trade for one in self._trades)
        self.state = BeginState(
            trades=self._trades,
            total=len(self._trades),
            chosen=str(trade) if is_one else "",
            facts=tuple(
                label
                for question_id in known
                if (label := question_by_id(writing.guide, question_id).label)
            ),
            has_draft=has_draft,
        )
        self.state_changed.emit()

    def type(self, words: str) -> None:
        """Look for a trade by its title or any other word for it."""
        found = matching(self._trades, words)
        kept = self.state.chosen if any(one.id == self.state.chosen for one in found) else ""
        likeliest = found[0].id if found and words.strip() else kept
        self.state = replace(self.state, trades=found, typed=words, chosen=likeliest)
        self.state_changed.emit()

    def choose(self, trade_id: str) -> None:
        """This trade it would be."""
        if trade_id != self.state.chosen:
            self.state = replace(self.state, chosen=trade_id)
            self.state_changed.emit()

    def begin(self) -> None:
        """Begin from the chosen trade; nothing happens while none is chosen."""
        chosen = self.state.chosen
        if not chosen:
            return
        done = self._bench.do(
            lambda: self._bench.services.charter_writing.begin(chosen, self._bench.who),
            initiator=self,
        )
        if done is not None:
            self.begun.emit()


def matching(trades: "tuple[Trade, ...]", words: str) -> "tuple[Trade, ...]":
    """The trades that fit what is typed, the likeliest first.

    Args:
        trades: all of them.
        words: part of a title or of another word for it; case and accents do not matter.

    Returns:
        Those that begin so, then those with a word that begins so, then those that hold it.
    """
    typed = _plain(words)
    if not typed:
        return trades
    ranked = [(_rank(trade, typed), trade) for trade in trades]
    fitting = [one for one in ranked if one[0] is not None]
    return tuple(trade for _, trade in sorted(fitting, key=lambda one: one[0] or 0))


def _rank(trade: "Trade", typed: str) -> int | None:
    names = [_plain(name) for name in (trade.title, *trade.aliases)]
    if any(name.startswith(typed) for name in names):
        return 0
    if any(f" {typed}" in name for name in names):
        return 1
    return 2 if any(typed in name for name in names) else None


def _plain(words: str) -> str:
    return " ".join(fold(words).replace("-", " ").replace("_", " ").split())
