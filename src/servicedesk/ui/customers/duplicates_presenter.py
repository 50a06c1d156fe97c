# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers who may be in the file twice: the pairs, and what somebody says of each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.customers_alike import Pair
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """Two who may be one.

    Args:
        id: of the line: the numbers of both.
        one: as shown, with what tells them from others.
        other: as shown.
        why: the reason in words.
        remember: what to remember about each of whom there is something, in words.
    """

    id: tuple[int, int]
    one: str
    other: str
    why: str
    remember: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[int, int]:
        """Numbers of both."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicatesState:
    """The pairs as they stand.

    Args:
        lines: the likeliest at the head.
        is_known: everybody was compared; before that, no lines say nothing.
    """

    lines: tuple[PairLine, ...] = ()
    is_known: bool = False


class DuplicatesPresenter(QObject):
    """The list of pairs.

    Args:
        bench: of the open file.

    Signals:
        state_changed: other pairs.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._is_seen = False
        self.state = DuplicatesState()
        bench.changes.follow(frozenset({Kind.CUSTOMER, Kind.BUSINESS}), self._follow)

    def _follow(self) -> None:
        """Everybody is compared with everybody: only while somebody looks."""
        if self._is_seen:
            self.load()

    def look(self, is_seen: bool) -> None:
        """Somebody looks at the list, or no longer does."""
        self._is_seen = is_seen
        if is_seen:
            self.load()

    def load(self) -> None:
        """Compare them all, beside the screen: with many customers it takes a moment."""
        alike = self._bench.services.customers_alike
        self._bench.tasks.run(
            self.tr("Looking for customers who are there twice"),
            lambda _progress: alike.possible_duplicates(),
            self._show_pairs,
            self._tell,
            self,
        )

    def _tell(self, fault: Exception) -> None:
        if not isinstance(fault, Trouble):
            raise fault
        self._bench.bar.trouble(self._bench.labels.trouble(fault))

    def _show_pairs(self, pairs: "tuple[Pair, ...]") -> None:
        say = self._bench.labels.enum
        lines = tuple(
            PairLine(
                id=(one.id, other.id),
                one=_words(one),
                other=_words(other),
                why=say(reason),
                remember=tuple(self._remember(row) for row in (one, other) if row.remember),
            )
            for one, other, reason in pairs
        )
        self._show(DuplicatesState(lines=lines, is_known=True))

    def _show(self, state: DuplicatesState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()

    def _remember(self, row: CustomerRow) -> str:
        said = self.tr("Remember about {name}: {words}")
        return said.format(name=row.shown_name, words=row.remember)

    def sentence(self, line: PairLine) -> str:
        """What is said of a pair to those who listen."""
        said = self.tr("{one}; may be the same: {other}; {why}")
        pair = said.format(one=line.one, other=line.other, why=line.why)
        return "; ".join((pair, *line.remember))

    def keep_apart(self, line: PairLine) -> None:
        """They are two customers, and not shown as a pair again."""
        alike, who = self._bench.services.customers_alike, self._bench.who
        said = self.tr("Noted: they are two customers.")
        done = self._bench.do(lambda: alike.not_the_same(*line.ids, who), said=said, initiator=self)
        if done is not None:
            others = tuple(one for one in self.state.lines if one != line)
            self._show(DuplicatesState(lines=others, is_known=True))
            self.load()

    def list_job(self) -> "PrintJob | None":
        """The list on its way to paper; None while there is nothing in it."""
        if not self.state.lines:
            return None
        title = self.tr("Possible duplicates")
        heads = (self.tr("Customer"), self.tr("May be the same"), self.tr("Why"))
        rows = [(line.one, line.other, line.why) for line in self.state.lines]
        return self._bench.services.lists.table(title, heads, rows)


def _words(row: CustomerRow) -> str:
    return ", ".join(part for part in (row.shown_name, row.reach, row.place) if part)
