# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of one promise shows: how it stands, what belongs to it, what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.calendars_segments import Count
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldOn
from servicedesk.domain.promises import Due, Every, PromiseCard, PromiseKind
from servicedesk.domain.promises_history import HistoryLine, PromiseEvent
from servicedesk.domain.promises_repeating import RepeatCard
from servicedesk.domain.promises_rules import named
from servicedesk.domain.promises_standing import (
    Stand,
    Timing,
    broken_words,
    stand_of,
    stand_words,
)
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import clock_said, due_said, full_day
from servicedesk.ui.people.promise_deeds import PromiseDeeds
from servicedesk.ui.promises.list_presenter import tone_of

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.rounds import Rounds

_FOLLOWED = frozenset(
    {Kind.PROMISE, Kind.CUSTOMER, Kind.LETTER, Kind.CLOSURE, Kind.HOLIDAY, Kind.OPENING_HOURS}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryWords:
    """One line of the history, in words.

    Args:
        when: the day it happened.
        title: what happened.
        detail: who wrote it down, and when; what was said.
    """

    when: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailState:
    """What the page shows.

    Args:
        card: the promise; None for none.
        title: what was promised.
        made: number, when, by whom, how: on one line.
        due: by when, such as "Due Friday, 17.30".
        stand: how it stands, in a few words.
        tone: of that.
        has_why: the day was worked out, and can say why.
        notices: tone and sentence of what should be seen before anything is done.
        suggests_broken: it is asked whether it was broken.
        facts: label and words of what else is known.
        history: the newest first.
        gone: a sentence in the place of a promise that cannot be shown.
    """

    card: PromiseCard | None = None
    title: str = ""
    made: str = ""
    due: str = ""
    stand: str = ""
    tone: str = "quiet"
    has_why: bool = False
    notices: tuple[tuple[str, str], ...] = ()
    suggests_broken: bool = False
    facts: tuple[tuple[str, str], ...] = ()
    history: tuple[HistoryWords, ...] = ()
    gone: str = ""


class DetailPresenter(QObject):
    """Feeds the page of one promise.

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
        self.deeds = PromiseDeeds(bench, self)
        self._bench = bench
        self._promise_id: int | None = None
        self._owner = ""
        self._is_shown = False
        bench.changes.follow(_FOLLOWED, self._on_change)

    def arrive(self) -> None:
        """The page is shown: what changed meanwhile is read."""
        self._is_shown = True
        self._read()

    def leave(self) -> None:
        """The page is hidden."""
        self._is_shown = False

    def show(self, promise_id: int | None) -> None:
        """Show a promise, or none."""
        if promise_id != self._promise_id:
            self._promise_id = promise_id
            self._read()

    def why(self) -> Count | None:
        """What the day was worked out from, or None; a refusal is said at large."""
        card, bench = self.state.card, self._bench
        if card is None or card.draft.allowance is None:
            return None
        try:
            return bench.services.calendars.why(card.draft.allowance)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            return None

    def slip_job(self) -> "PrintJob | None":
        """What was promised, on a slip of paper for the customer; nothing of ours stands on it."""
        card = self.state.card
        return None if card is None else self._paper(lambda rounds: rounds.slips((card.id,)))

    def sheet_job(self) -> "PrintJob | None":
        """The sheet of the job, for whoever does it: what helps the customer, what to mind."""
        card = self.state.card
        return None if card is None else self._paper(lambda rounds: rounds.job_sheet(card.id))

    def _paper(self, make: "Callable[[Rounds], PrintJob]") -> "PrintJob | None":
        bench = self._bench
        try:
            return make(bench.services.rounds)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None

    def _read(self) -> None:
        if self._promise_id is None:
            self._show(DetailState())
            return
        bench, promises = self._bench, self._bench.services.promises
        try:
            card = promises.get(self._promise_id)
            history = promises.history(card.id)
            series = promises.repeat_of(card.id) if card.repeat_id is not None else None
            calendar = bench.services.calendars.calendar()
            self._owner = str(bench.services.business.answers().get("owner_name") or "")
        except Refusal as refusal:
            self._show(DetailState(gone=bench.labels.refusal(refusal)))
            return
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        ending = card.ending
        timing = Timing(
            due=card.due,
            counts=card.counts,
            outcome=None if ending is None else ending.outcome,
            ended_on=None if ending is None else ending.on,
            ended_at=None if ending is None else ending.at,
        )
        stand = stand_of(timing, bench.clock.now(), bench.today, calendar)
        due = self.tr("Due {due}") if card.is_open else self.tr("Was due {due}")
        self._show(
            DetailState(
                card=card,
                title=card.draft.text[:1].upper() + card.draft.text[1:],
                made=self._made(card),
                due=due.format(due=due_said(card.due, bench.today, bench.labels)),
                stand=stand_words(stand, bench.labels),
                tone=tone_of(stand),
                has_why=card.draft.allowance is not None,
                notices=tuple(self._notices(card, stand)),
                suggests_broken=stand.is_suggested_broken,
                facts=tuple(self._facts(card, series)),
                history=tuple(self._told(line) for line in reversed(history)),
            )
        )

    def _made(self, card: PromiseCard) -> str:
        draft, labels = card.draft, self._bench.labels
        day = full_day(draft.made_on, self._bench.today)
        name = named(draft.promiser, self._owner)
        said = self.tr("promised {day} by {name}") if name else self.tr("promised {day}")
        parts = [
            card.ref,
            said.format(day=day, name=name),
            "" if draft.channel is None else labels.enum(draft.channel),
            draft.job_ref,
        ]
        return " · ".join(part for part in parts if part)

    def _notices(self, card: PromiseCard, stand: Stand) -> list[tuple[str, str]]:
        today, labels = self._bench.today, self._bench.labels
        found = []
        if card.binned_at is not None:
            found.append(("quiet", self.tr("It is in the bin.")))
        if card.remember:
            found.append(("due", self.tr("Remember: {words}").format(words=card.remember)))
        if not card.is_open:
            return found
        if stand.was_missed and card.counts is not None:
            words = self.tr("It was promised for {due}, and counts as late.")
            found.append(("late", words.format(due=due_said(card.counts, today, labels))))
        if stand.is_suggested_broken:
            found.append(("late", broken_words(labels)))
        if card.draft.waiting_for:
            waits = self.tr("Waiting for {what}").format(what=card.draft.waiting_for)
            found.append(("quiet", waits))
        if card.snoozed_until is not None and card.snoozed_until > today:
            day = full_day(card.snoozed_until, today)
            found.append(("quiet", self.tr("Out of Today until {day}.").format(day=day)))
        return found

    def _facts(self, card: PromiseCard, series: RepeatCard | None) -> list[tuple[str, str]]:
        draft, bench = card.draft, self._bench
        labels = bench.labels
        facts = [
            (self.tr("Sort"), "" if draft.kind is PromiseKind.OTHER else labels.enum(draft.kind)),
            (self.tr("On one condition"), draft.condition),
            (self.tr("If it is missed"), draft.remedy),
            (self.tr("From our charter"), self._standard(card)),
            (self.tr("First promised for"), self._first(card)),
            (self.tr("Comes again"), self._again(series)),
        ]
        facts += [
            (field.draft.name, draft.own.get(str(field.id), ""))
            for field in bench.services.own_fields.all(OwnFieldOn.PROMISE)
        ]
        facts.append((self.tr("Notes"), draft.notes))
        return [(name, words) for name, words in facts if words]

    def _standard(self, card: PromiseCard) -> str:
        if card.charter_version_id is None:
            return ""
        version = self._bench.services.charters.version(card.charter_version_id)
        for standard in version.draft.standards:
            if standard.key == card.draft.standard_key:
                said = self.tr("{title} (version {number})")
                return said.format(title=standard.title, number=version.number)
        return ""

    def _first(self, card: PromiseCard) -> str:
        if card.first_due == card.due:
            return ""
        said = due_said(card.first_due, self._bench.today, self._bench.labels)
        return self.tr("{due}, moved by agreement").format(due=said) if card.is_revised else said

    def _again(self, series: RepeatCard | None) -> str:
        if series is None or series.stopped_on is not None:
            return ""
        repeat = series.repeat
        every = self._bench.labels.enum(Every(repeat.every))
        if repeat.step == 1:
            return self.tr("every {step}").format(step=every)
        return self.tr("every {count} {step}s").format(count=repeat.step, step=every)

    def _told(self, line: HistoryLine) -> HistoryWords:
        today, labels = self._bench.today, self._bench.labels
        title = labels.enum(line.event)
        if line.event is PromiseEvent.ENDED and line.outcome is not None:
            title = labels.enum(line.outcome)
        elif line.event is PromiseEvent.MOVED and line.before and line.after and line.reason:
            title = self.tr("{before} became {after}, {reason}").format(
                before=_dated(line.before, today, labels),
                after=_dated(line.after, today, labels),
                reason=labels.enum(line.reason),
            )
        return HistoryWords(
            when=full_day(line.happened_on, today), title=title, detail=self._written(line, today)
        )

    def _written(self, line: HistoryLine, today: date) -> str:
        written = line.written_at.astimezone(LONDON)
        when = self.tr("{day}, {time}").format(
            day=full_day(written.date(), today), time=f"{written:%H:%M}"
        )
        who = named(line.who, self._owner)
        said = self.tr("written down {when} by {who}") if who else self.tr("written down {when}")
        said = said.format(when=when, who=who)
        return " · ".join(part for part in (line.words, said) if part)

    def _on_change(self) -> None:
        if self._is_shown:
            self._read()

    def _show(self, state: DetailState) -> None:
        self.state = state
        self.state_changed.emit()


def _dated(due: Due, today: date, labels: Labels) -> str:
    """A deadline that is told long after, such as "Fri 27 Nov, 17.30"."""
    day, clock = full_day(due.day, today), clock_said(due, labels)
    return f"{day}, {clock}" if clock else day
