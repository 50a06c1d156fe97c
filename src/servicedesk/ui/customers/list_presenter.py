# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the list of customers shows: who is wanted, how many there are, and what is done to many."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from servicedesk.domain.customers_lists import CustomerChip, CustomerCounts, CustomerFilter
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.labels import SpokenTrouble
from servicedesk.ui.core.workbench import Step, Workbench
from servicedesk.ui.people.printed_words import listed

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.customers import CustomerRow
    from servicedesk.domain.printing import PrintJob

_SHOWN = frozenset({Kind.CUSTOMER, Kind.PROMISE})


MANY = 300
"""Customers from which on a step for all of them is taken beside the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """What the list shows.

    Args:
        wanted: which customers.
        ids: their numbers, in the order of names.
        counts: how many there are of each sort.
        said: how many of how many, in words.
        trouble: what is said instead when the file cannot be read.
    """

    wanted: CustomerFilter = field(default_factory=CustomerFilter)
    ids: Sequence[int] = ()
    counts: CustomerCounts = field(default_factory=CustomerCounts)
    said: str = ""
    trouble: SpokenTrouble | None = None

    @property
    def is_empty_file(self) -> bool:
        """There is no customer at all yet."""
        return not (self.counts.all or self.counts.archived or self.trouble)


class ListPresenter(QObject):
    """Feeds the list of customers.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = ListState()
        self._bench = bench
        self._is_shown = False
        self._is_busy = False
        bench.changes.follow(_SHOWN, self._on_change)

    def arrive(self) -> None:
        """The page is shown: read everything anew."""
        self._is_shown = True
        self.reload()

    def leave(self) -> None:
        """The page is hidden: what changes meanwhile is read on the next arrival."""
        self._is_shown = False

    def rows(self, ids: Sequence[int]) -> "Sequence[CustomerRow]":
        """The lines of these customers, in this order."""
        return self._bench.services.customer_lists.rows(ids)

    def search(self, text: str) -> None:
        """Show those whose name, phone or reference fits."""
        self._want(replace(self.state.wanted, text=text))

    def choose_chip(self, chip: CustomerChip) -> None:
        """Show a part of them."""
        self._want(replace(self.state.wanted, chip=chip))

    def choose_tag(self, tag: str) -> None:
        """Show those with a short word of the owner's; "" for any."""
        self._want(replace(self.state.wanted, tag=tag))

    def show_all(self) -> None:
        """Show everybody in use."""
        self._want(CustomerFilter())

    def reload(self) -> None:
        """Read everything anew."""
        try:
            counts = self._bench.services.customer_lists.counts()
        except Trouble as trouble:
            self._show(replace(self.state, trouble=self._bench.labels.trouble(trouble)))
            return
        wanted = self.state.wanted
        if wanted.tag and wanted.tag not in {tag for tag, _ in counts.tags}:
            wanted = replace(wanted, tag="")
        self.state = replace(self.state, counts=counts)
        self._want(wanted)

    def tag(self, ids: Sequence[int], word: str) -> str:
        """Give a short word to customers; what is wrong with it, or ""."""
        said = self.tr("{word}: given to {count}.").format(word=word.strip(), count=len(ids))
        customers, who = self._bench.services.customers, self._bench.who
        return self._do_to(ids, lambda: customers.tag(ids, (word,), (), who), said)

    def untag(self, ids: Sequence[int], word: str) -> str:
        """Take a short word from customers; what is wrong, or ""."""
        said = self.tr("{word}: taken from {count}.").format(word=word.strip(), count=len(ids))
        customers, who = self._bench.services.customers, self._bench.who
        return self._do_to(ids, lambda: customers.tag(ids, (), (word,), who), said)

    def archive(self, ids: Sequence[int], *, on: bool) -> str:
        """Take customers out of the lists, or put them back; what is wrong, or ""."""
        count = QLocale().toString(len(ids))
        if on:
            said = self.tr("Archived: {count}. They are still found.").format(count=count)
        else:
            said = self.tr("Back in the list: {count}.").format(count=count)
        customers, who = self._bench.services.customers, self._bench.who
        return self._do_to(ids, lambda: customers.archive(ids, on, who), said)

    def bin(self, ids: Sequence[int]) -> str:
        """Put customers into the bin; what is wrong, or ""."""
        said = self.tr("Put into the bin: {count}.").format(count=QLocale().toString(len(ids)))
        customers, who = self._bench.services.customers, self._bench.who
        return self._do_to(ids, lambda: customers.bin(ids, who), said)

    def list_job(self) -> "PrintJob | None":
        """The list as it stands, on its way to paper."""
        state = self.state
        if not state.ids:
            return None
        head = (self.tr("Name"), self.tr("Place"), self.tr("Phone or e-mail"), self.tr("Tags"))
        rows = [
            (row.shown_name, row.place, row.reach, ", ".join(row.tags))
            for row in self.rows(state.ids)
        ]
        wanted, title = state.wanted, self.tr("Customers")
        if wanted.chip is not CustomerChip.ALL:
            chip = self._bench.labels.enum(wanted.chip)
            title = self.tr("Customers: {chip}").format(chip=chip)
        said = listed(wanted.text.strip(), state.said)
        if wanted.tag:
            said = (self.tr("Tag: {tag}").format(tag=wanted.tag), *said)
        return self._bench.services.lists.table(title, head, rows, said)

    def sentence(self, row: "CustomerRow") -> str:
        """All that a screen reader says of a line."""
        parts = [row.shown_name, row.place, row.reach, self.news(row)[0]]
        if row.remember:
            parts.append(self.tr("Remember: {line}").format(line=row.remember))
        if row.is_archived:
            parts.append(self.tr("archived"))
        return ", ".join(part for part in parts if part)

    def news(self, row: "CustomerRow") -> tuple[str, str]:
        """What the chip of a line says, and its tone; "" for none."""
        if row.late:
            return self.tr("{count} late").format(count=row.late), "late"
        if row.due_today:
            return self.tr("today"), "due"
        return "", "quiet"

    def _want(self, wanted: CustomerFilter) -> None:
        is_alike = False
        try:
            ids: Sequence[int] = self._bench.services.customer_lists.ids(wanted)
            if not ids and wanted.text.strip() and wanted == CustomerFilter(text=wanted.text):
                ids = self._alike(wanted.text)
                is_alike = bool(ids)
        except Trouble as trouble:
            self._show(replace(self.state, trouble=self._bench.labels.trouble(trouble)))
            return
        counts = self.state.counts
        self._show(
            replace(
                self.state,
                wanted=wanted,
                ids=ids,
                said=self._said_alike(len(ids))
                if is_alike
                else self._said(len(ids), counts, wanted),
                trouble=None,
            )
        )

    def _alike(self, text: str) -> tuple[int, ...]:
        """Those whose names were nearly typed."""
        return tuple(row.id for row in self._bench.services.search.people(text))

    def _said_alike(self, found: int) -> str:
        if found == 1:
            return self.tr("Nobody is written so. This one is alike.")
        return self.tr("Nobody is written so. These {count} are alike.").format(count=found)

    def _said(self, found: int, counts: CustomerCounts, wanted: CustomerFilter) -> str:
        number = QLocale().toString
        total = counts.archived if wanted.chip is CustomerChip.ARCHIVED else counts.all
        if found == total == 1:
            return self.tr("1 customer")
        if found == total:
            return self.tr("{count} customers").format(count=number(found))
        said = self.tr("{found} of {count} customers")
        return said.format(found=number(found), count=number(total))

    def _do_to(self, ids: Sequence[int], step: Callable[[], Step], said: str) -> str:
        """Take a step for some customers at once, and for many of them beside the screen."""
        if self._is_busy:
            return self.tr("One moment: the last step is still under way.")
        if len(ids) < MANY:
            return self._do(step, said)
        self._is_busy = True
        self._bench.bar.say(self.tr("One moment …"))
        self._bench.tasks.run(
            said,
            lambda _progress: step(),
            lambda done: self._end(lambda: done, said),
            lambda fault: self._end(lambda: _raised(fault), said),
            self,
        )
        return ""

    def _end(self, outcome: Callable[[], Step], said: str) -> None:
        self._is_busy = False
        if wrong := self._do(outcome, said):
            self._bench.bar.say(wrong)

    def _do(self, step: Callable[[], Step], said: str) -> str:
        try:
            self._bench.do(step, said=said)
        except Refusal as refusal:
            return self._bench.labels.refusal(refusal)
        return ""

    def _on_change(self) -> None:
        if self._is_shown:
            self.reload()

    def _show(self, state: ListState) -> None:
        self.state = state
        self.state_changed.emit()


def _raised(fault: Exception) -> "Step":
    """Raise, where it is told, what went wrong beside the screen."""
    raise fault
