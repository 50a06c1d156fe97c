# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of one customer shows: how to reach them, what helps, figures, what happened."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from servicedesk.domain.customers import CustomerCard, CustomerStatus, ReachKind
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.support import SupportSheet
from servicedesk.domain.timeline import TimelineChip, TimelineEntry, TimelineFigures
from servicedesk.ui.core.workbench import Step, Workbench
from servicedesk.ui.customers.own_words import OwnWords

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_SHOWN = frozenset(
    {
        Kind.CUSTOMER,
        Kind.PROMISE,
        Kind.COMPLAINT,
        Kind.FEEDBACK,
        Kind.CONTACT,
        Kind.LETTER,
        Kind.ATTACHMENT,
        Kind.OWN_FIELD,
    }
)
PAGE = 100
"""Entries that are read at once."""

_NOTES_SHOWN = 600
"""Characters of the notes that the page of a customer has room for."""

_PRINTED = 500
"""Entries that a record on paper has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailState:
    """What the page of a customer shows.

    Args:
        card: the customer; None for nobody.
        sheet: what helps them and what to mind; None for nobody.
        help_line: what helps them, in words, or "".
        figures: in numbers.
        chip: which entries are shown.
        entries: those read so far, the newest first.
        has_more: there are more entries.
        gone: a sentence in the place of a customer who cannot be shown.
        is_forgotten: a row without a name is left of them, for what is counted.
    """

    card: CustomerCard | None = None
    sheet: SupportSheet | None = None
    help_line: str = ""
    figures: TimelineFigures = field(default_factory=TimelineFigures)
    chip: TimelineChip = TimelineChip.ALL
    entries: tuple[TimelineEntry, ...] = ()
    has_more: bool = False
    gone: str = ""
    is_forgotten: bool = False


class DetailPresenter(QObject):
    """Feeds the page of one customer.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = DetailState()
        self._bench = bench
        self._is_shown = False
        self._customer_id: int | None = None
        self._own = OwnWords(bench, self)
        bench.changes.follow(_SHOWN, self._on_change)

    def arrive(self) -> None:
        """The page is shown: what changed meanwhile is read."""
        self._is_shown = True
        if self._customer_id is not None:
            self._read()

    def leave(self) -> None:
        """The page is hidden."""
        self._is_shown = False

    def show(self, customer_id: int | None) -> None:
        """Show a customer, or nobody; the chip stays."""
        if customer_id == self._customer_id and (self.state.card or customer_id is None):
            return
        self._customer_id = customer_id
        self._read()

    def choose_chip(self, chip: TimelineChip) -> None:
        """Show one sort of entry."""
        self.state = replace(self.state, chip=chip)
        self._read()

    def more(self) -> None:
        """Read the next entries, if there are any."""
        state = self.state
        if state.card is None or not state.has_more:
            return
        last = state.entries[-1].place
        try:
            found = self._bench.services.timeline.of(state.card.id, state.chip, last, PAGE)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        entries = (*state.entries, *found)
        self._show(replace(state, entries=entries, has_more=len(found) == PAGE))

    def was_in(self) -> None:
        """They are here today."""
        self._note_visit(bought_else=False, said=self.tr("Noted: was in today."))

    def bought_else(self) -> None:
        """They are here today, and bought something else as well."""
        self._note_visit(
            bought_else=True, said=self.tr("Noted: was in today, and bought something else.")
        )

    @property
    def is_in_today(self) -> bool:
        """It is written down that they were here today."""
        card = self.state.card
        return card is not None and card.last_visit_on == self._bench.today

    def archive(self, *, on: bool) -> None:
        """Take the customer out of the lists, or put them back."""
        card = self.state.card
        if card is not None:
            said = self.tr("Archived. They are still found.")
            if not on:
                said = self.tr("Back in the list.")
            customers = self._bench.services.customers
            self._do(lambda: customers.archive((card.id,), on, self._bench.who), said)

    def bin(self) -> None:
        """Put the customer into the bin."""
        card = self.state.card
        if card is not None:
            customers = self._bench.services.customers
            said = self.tr("{name} is in the bin.").format(name=card.shown_name)
            self._do(lambda: customers.bin((card.id,), self._bench.who), said)

    def bring_back(self) -> None:
        """Take the customer out of the bin."""
        card = self.state.card
        if card is not None:
            customers = self._bench.services.customers
            said = self.tr("{name} is back.").format(name=card.shown_name)
            self._do(lambda: customers.bring_back((card.id,), self._bench.who), said)

    def told_copied(self, words: str) -> None:
        """Say that something lies ready to be pasted."""
        self._bench.bar.say(self.tr("Copied: {words}").format(words=words))

    # In words.

    def place_line(self) -> str:
        """The address on one line."""
        card = self.state.card
        if card is None or not card.draft.addresses:
            return ""
        address = card.draft.addresses[0]
        lines = [line.strip() for line in address.lines.splitlines() if line.strip()]
        return ", ".join((*lines, address.postcode)).strip(", ")

    def also_line(self) -> str:
        """Number, what they prefer, tags, other names: on one line."""
        card = self.state.card
        if card is None:
            return ""
        draft, parts = card.draft, [card.ref]
        if draft.status is CustomerStatus.ASKED:
            parts.append(self._bench.labels.enum(draft.status))
        if draft.ask_for:
            parts.append(self.tr("ask for {name}").format(name=draft.ask_for))
        if draft.prefers is not None:
            how = self._bench.labels.enum(draft.prefers)
            parts.append(self.tr("prefers: {how}").format(how=how))
        if draft.best_time:
            parts.append(self.tr("best time: {time}").format(time=draft.best_time))
        if draft.heard_from:
            parts.append(self.tr("heard of us from: {who}").format(who=draft.heard_from))
        if draft.tags:
            parts.append(self.tr("tags: {tags}").format(tags=", ".join(draft.tags)))
        parts.extend(self._own.lines(draft))
        if card.also_known_as:
            names = ", ".join(card.also_known_as)
            parts.append(self.tr("also known as {names}").format(names=names))
        return " · ".join(parts)

    def notes_line(self) -> str:
        """The notes, as much of them as the page has room for; all of them are in the form."""
        notes = "" if self.state.card is None else self.state.card.draft.notes
        if len(notes) <= _NOTES_SHOWN:
            return notes
        return self.tr("{beginning}… (the rest is behind Change)").format(
            beginning=notes[:_NOTES_SHOWN].rstrip()
        )

    def figures(self) -> tuple[tuple[str, str], ...]:
        """The figures: what each is, and what it says."""
        figures = self.state.figures
        heard = self.tr("not yet")
        if figures.heard_on is not None:
            heard = self.day(figures.heard_on)
            if figures.heard_by is not None:
                how = self._bench.labels.enum(figures.heard_by)
                heard = f"{heard}, {how}"
        since = ""
        if figures.first_on is not None:
            first = figures.first_on
            since = QLocale().toString(QDate(first.year, first.month, 1), "MMMM yyyy")
        return (
            (self.tr("Promises ended"), self._ended(figures)),
            (self.tr("Still open"), self._open(figures)),
            (self.tr("Complaints"), str(figures.complaints) if figures.complaints else ""),
            (self.tr("Feedback"), str(figures.feedback) if figures.feedback else ""),
            (self.tr("Last heard from"), heard),
            (self.tr("Customer since"), since),
        )

    def day(self, day: date) -> str:
        """A day in few letters; with its year where it is long ago."""
        near = abs((day - self._bench.today).days) < 200
        shown = QDate(day.year, day.month, day.day)
        return QLocale().toString(shown, "ddd d MMM" if near else "d MMM yyyy")

    def sentence(self, entry: TimelineEntry) -> str:
        """All that a screen reader says of an entry."""
        return ", ".join(self._said_of(entry))

    def _said_of(self, entry: TimelineEntry) -> list[str]:
        parts = (self.day(entry.day), entry.title, entry.chip_text, entry.detail)
        return [part for part in parts if part]

    def record_job(self) -> "PrintJob | None":
        """The customer on paper: nothing of what staff keep for themselves."""
        state = self.state
        card = state.card
        if card is None:
            return None
        reach = [self.place_line()]
        for one in card.draft.reaches:
            kind = self.tr("Phone") if one.kind is ReachKind.PHONE else self.tr("E-mail")
            reach.append(self.tr("{kind}: {shown}").format(kind=kind, shown=one.shown))
        reach += [card.ref, state.help_line]
        groups = [(self.tr("How to reach them"), [line for line in reach if line])]
        if own := self._own.lines(card.draft):
            groups.append((self.tr("Your own fields"), list(own)))
        said = [f"{name}: {words}" for name, words in self.figures() if words]
        groups.append((self.tr("In figures"), said))
        entries = self._bench.services.timeline.of(card.id, state.chip, None, _PRINTED)
        told = [" · ".join(self._said_of(entry)) for entry in entries]
        if len(told) == _PRINTED:
            told.append(self.tr("What was before that is not printed here."))
        if told:
            groups.append((self.tr("What happened"), told))
        lists, kind = self._bench.services.lists, self._bench.labels.say("paper.customer_record")
        return lists.groups(card.shown_name, groups, "customer_record", (kind,))

    def _ended(self, figures: TimelineFigures) -> str:
        parts = [self.tr("{count} kept").format(count=figures.kept)]
        if figures.late:
            parts.append(self.tr("{count} late").format(count=figures.late))
        if figures.broken:
            parts.append(self.tr("{count} broken").format(count=figures.broken))
        return " · ".join(parts)

    def _open(self, figures: TimelineFigures) -> str:
        if not (figures.open_promises or figures.enquiries or figures.open_complaints):
            return self.tr("nothing")
        parts = []
        if figures.open_promises:
            words = "customers_room.promises_open"
            parts.append(self._bench.labels.count(words, Decimal(figures.open_promises)))
        if figures.overdue:
            parts.append(self.tr("{count} past its day").format(count=figures.overdue))
        if figures.open_complaints:
            words = "customers_room.complaints_open"
            parts.append(self._bench.labels.count(words, Decimal(figures.open_complaints)))
        if figures.enquiries:
            words = "customers_room.enquiries_open"
            parts.append(self._bench.labels.count(words, Decimal(figures.enquiries)))
        return " · ".join(parts)

    def _note_visit(self, *, bought_else: bool, said: str) -> None:
        card = self.state.card
        if card is not None and not self.state.is_forgotten:
            bench = self._bench
            customers = bench.services.customers
            self._do(lambda: customers.was_in(card.id, bench.today, bought_else, bench.who), said)

    def _do(self, step: Callable[[], Step], said: str) -> None:
        try:
            self._bench.do(step, said=said)
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))

    def _read(self) -> None:
        wanted, chip = self._customer_id, self.state.chip
        if wanted is None:
            self._show(DetailState(chip=chip))
            return
        services = self._bench.services
        try:
            card = services.customers.get(wanted)
            sheet = services.support.of(card.id)
            entries = services.timeline.of(card.id, chip, None, PAGE)
            figures = services.timeline.figures(card.id)
            is_forgotten = card.archived_on is not None and services.forgetting.is_forgotten(
                card.id
            )
        except Refusal as refusal:
            self._show(DetailState(chip=chip, gone=self._bench.labels.refusal(refusal)))
            return
        except Trouble as trouble:
            told = self._bench.labels.trouble(trouble)
            self._show(DetailState(chip=chip, gone=f"{told.happened} {told.safe} {told.do}"))
            return
        self._customer_id = card.id
        self._show(
            DetailState(
                card=card,
                sheet=sheet,
                help_line=services.support.help_line(sheet),
                figures=figures,
                chip=chip,
                entries=entries,
                has_more=len(entries) == PAGE,
                is_forgotten=is_forgotten,
            )
        )

    def _on_change(self) -> None:
        if self._is_shown and self._customer_id is not None:
            self._read()

    def _show(self, state: DetailState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
