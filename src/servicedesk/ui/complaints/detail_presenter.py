# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of one complaint shows: how it stands, what is next, what is known of it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.calendars_segments import Count
from servicedesk.domain.complaints import ANSWERED, ComplaintCard, Stage, Wish
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_guards import AGREED, finding_of
from servicedesk.domain.complaints_next import next_due
from servicedesk.domain.complaints_stages import Action, Allowed, not_here
from servicedesk.domain.complaints_standing import (
    ComplaintStand,
    ComplaintStanding,
    stand_of_card,
    stand_words,
)
from servicedesk.domain.complaints_timing import Clock, timing_of
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.people import works_in_short
from servicedesk.domain.promises_rules import named
from servicedesk.domain.support import SupportSheet
from servicedesk.ui.complaints.deeds import AT_ONCE, ComplaintDeeds, Deed
from servicedesk.ui.complaints.detail_told import Entry, Told
from servicedesk.ui.complaints.list_presenter import tone_of
from servicedesk.ui.complaints.minding import Minded, Minding
from servicedesk.ui.complaints.short_view import Line, ShortView, Way
from servicedesk.ui.complaints.words import ends_with_answer, short_text
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import day_said, full_day

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_FOLLOWED = frozenset(
    {
        *(Kind.COMPLAINT, Kind.ACTION, Kind.CUSTOMER, Kind.CONTACT, Kind.LETTER, Kind.PROMISE),
        *(Kind.CLOSURE, Kind.HOLIDAY, Kind.OPENING_HOURS, Kind.PERSON, Kind.FEEDBACK),
    }
)

_USUAL = {
    Stage.INVESTIGATING: Action.DECIDE,
    Stage.WAITING_CUSTOMER: Action.CUSTOMER_REPLIED,
    Stage.WAITING_OTHER: Action.OTHER_REPLIED,
    Stage.REMEDY_PENDING: Action.RESOLVE,
    Stage.RESOLVED: Action.CLOSE,
    Stage.EXTERNAL: Action.OUTSIDE_RESULT,
}
"""The step that is usual at a stage where none is suggested."""

_HEARD = frozenset({Wish.APOLOGY, Wish.EXPLANATION, Wish.CHANGE, Wish.JUST_TELLING})
"""Wishes that an answer fulfils by itself."""

_SAID_ONLY = {Stage.REMEDY_PENDING: (Action.SECOND_LOOK,)}
"""Steps that are looked for where they cannot be taken: whoever wants one is told the way there."""

_BEGINS = frozenset({Action.LOG, Action.LOG_SORTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailState:
    """What the page shows.

    Args:
        card: the complaint; None for none.
        title: what happened, in short.
        came: number, when, who works on it: on one line.
        due: by when the answer is due, or when it was given.
        stand: how that stands, in a few words.
        tone: of that.
        has_why: the answer is still due, and its day can say why.
        next_words: what is to happen next and by when; "" for nothing.
        main: the next step; None where nothing is left to do.
        can_sort: "It's sorted" is offered.
        more: the other steps.
        minded: what should be seen before anything is done.
        harm: what is to be done after an injury or damage; empty for neither.
        sheet: what helps the customer, or None.
        lines: the nine of the short view.
        entries: what happened, the newest first.
        has_file: the whole file stands below the nine lines without anybody asking for it.
        gone: a sentence in the place of a complaint that cannot be shown.
        is_kept: it names somebody who works here, and waits for the owner's PIN.
    """

    card: ComplaintCard | None = None
    title: str = ""
    came: str = ""
    due: str = ""
    stand: str = ""
    tone: str = "quiet"
    has_why: bool = False
    next_words: str = ""
    main: Way | None = None
    can_sort: bool = False
    more: tuple[Way, ...] = ()
    minded: tuple[Minded, ...] = ()
    harm: tuple[Minded, ...] = ()
    sheet: SupportSheet | None = None
    lines: tuple[Line, ...] = ()
    entries: tuple[Entry, ...] = ()
    has_file: bool = False
    gone: str = ""
    is_kept: bool = False


class DetailPresenter(QObject):
    """Feeds the page of one complaint.

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
        self.deeds = ComplaintDeeds(bench, self)
        self._short = ShortView(bench, self)
        self._minding = Minding(bench, self)
        self._told = Told(bench, self)
        self._bench = bench
        self._complaint_id: int | None = None
        self._missing: dict[Action, Refusal] = {}
        self._brings: dict[Action, Way] = {}
        self._is_shown = False
        bench.changes.follow(_FOLLOWED, self._on_change)

    def arrive(self) -> None:
        """The page is shown: what changed meanwhile is read."""
        self._is_shown = True
        self._read()

    def leave(self) -> None:
        """The page is hidden."""
        self._is_shown = False

    def look_again(self) -> None:
        """Read it anew: the PIN was given."""
        self._read()

    def show(self, complaint_id: int | None) -> None:
        """Show a complaint, or none."""
        if complaint_id != self._complaint_id:
            self._complaint_id = complaint_id
            self._read()

    def lacking(self, deed: Action | Deed) -> str:
        """What a step still lacks, as a sentence; "" for nothing, or where it asks that itself."""
        if deed is Action.CLOSE:
            return ""
        refusal = self._missing.get(deed) if isinstance(deed, Action) else None
        return "" if refusal is None else self._bench.labels.refusal(refusal)

    def asks_for_more(self, deed: Action | Deed) -> bool:
        """Whether finishing it asks for what is still missing."""
        return deed is Action.CLOSE and deed in self._missing

    def brings(self, deed: Action | Deed) -> Way | None:
        """What brings what a step still lacks, or None."""
        return self._brings.get(deed) if isinstance(deed, Action) else None

    def way(self, deed: Action | Deed, remedy_id: int | None = None) -> Way:
        """Something that can be done, in words."""
        return self._short.way(deed, remedy_id)

    def why(self) -> Count | None:
        """What the day of the answer is made of, or None; a refusal is said at large."""
        card, bench = self.state.card, self._bench
        if card is None:
            return None
        try:
            return bench.services.complaints.why(card.id).counts[Clock.DECIDE].count
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            return None

    def paper_job(self) -> "PrintJob | None":
        """The complaint on paper, for whoever works on it; why not is said."""
        card, bench = self.state.card, self._bench
        if card is None:
            return None
        try:
            return bench.services.complaint_papers.job(card.id)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None

    def _read(self) -> None:
        if self._complaint_id is None:
            self._show(DetailState())
            return
        bench, services = self._bench, self._bench.services
        try:
            file = services.complaints.file(self._complaint_id)
            allowed = services.complaints.allowed(file.card.id)
            calendar = services.calendars.calendar()
            contacts = services.contacts.about(file.card.id)
            customer_id = file.card.draft.customer_id
            sheet = None if customer_id is None else services.support.of(customer_id)
            owner = str(services.business.answers().get("owner_name") or "")
            letters = self._told.letters(file.card)
            has_file = not works_in_short(services.people.all())
        except Refusal as refusal:
            self._show(DetailState(gone=bench.labels.refusal(refusal)))
            return
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        self._see_what_lacks(file, allowed)
        card = file.card
        if card.draft.staff and not bench.services.owner_pin.is_open():
            self._show(DetailState(is_kept=True))
            return
        stand = stand_of_card(card, bench.today, calendar)
        main = self._main(file, allowed)
        self._show(
            DetailState(
                card=card,
                title=short_text(card, bench.labels),
                came=self._came(card, calendar, owner),
                due=self._due(card, stand),
                stand=self._stand(card, stand),
                tone=tone_of(stand),
                has_why=card.stage not in ANSWERED,
                next_words=self._next(file, calendar),
                main=main,
                can_sort=self._can_sort(card, allowed),
                more=tuple(self._more(file, allowed, main)),
                minded=self._minding.minded(file, self._lacks(main), calendar),
                harm=self._minding.harm(card),
                sheet=sheet,
                lines=self._short.lines(file, allowed, contacts, calendar),
                entries=self._told.entries(file, contacts, letters, owner),
                has_file=has_file,
            )
        )

    def _see_what_lacks(self, file: ComplaintFile, allowed: tuple[Allowed, ...]) -> None:
        """Know of each step what it lacks, and what brings that."""
        self._missing = {one.action: one.missing[0] for one in allowed if one.missing}
        for action in _SAID_ONLY.get(file.card.stage, ()):
            self._missing[action] = not_here(file.card.stage, action, file.card.ref)
        first = {one: self._minding.way_on(file, lacks) for one, lacks in self._missing.items()}
        self._brings = {
            one: self.way(deed, remedy_id)
            for one, (deed, remedy_id) in first.items()
            if deed is not None
        }

    def _came(self, card: ComplaintCard, calendar: WorkingCalendar, owner: str) -> str:
        day = full_day(local_date(calendar, card.draft.received_at), self._bench.today)
        handler = named(card.draft.handler, owner) if self.deeds.names() else ""
        parts = (
            card.ref,
            self.tr("came in {day}").format(day=day),
            self.tr("with {name}").format(name=handler) if handler else "",
        )
        return " · ".join(part for part in parts if part)

    def _due(self, card: ComplaintCard, stand: ComplaintStand) -> str:
        """By when the answer is due, in words, or when it was given; "" while the clock rests."""
        today, decided = self._bench.today, card.dates.answered_on or card.dates.decided_on
        if card.stage in ANSWERED:
            said = self.tr("Answered {day}")
            return "" if decided is None else said.format(day=day_said(decided, today))
        if stand.standing is ComplaintStanding.WAITING:
            return ""  # the day moves on until they reply
        due = card.dues.decide_on
        words = self.tr("Answer was due {day}") if due < today else self.tr("Answer due {day}")
        return words.format(day=day_said(due, today))

    def _stand(self, card: ComplaintCard, stand: ComplaintStand) -> str:
        if card.stage in ANSWERED and card.dates.decided_on is None:
            return ""
        return stand_words(stand, self._bench.labels)

    def _next(self, file: ComplaintFile, calendar: WorkingCalendar) -> str:
        """What is to happen first, where that is not the answer itself."""
        found = next_due(file.card.dues, timing_of(file), calendar)
        if found is None or found.clock is Clock.DECIDE:
            return ""
        words = self._bench.labels.enum(found.clock)
        is_over = found.on < self._bench.today
        said = self.tr("Next: {what}, was due {day}") if is_over else self.tr("Next: {what}, {day}")
        return said.format(what=words, day=day_said(found.on, self._bench.today))

    def _main(self, file: ComplaintFile, allowed: tuple[Allowed, ...]) -> Way | None:
        """The step that seems to be next, or the usual one."""
        if _is_owed(file):
            return self._short.way(Deed.REMEDY)
        wanted = next((one.action for one in allowed if one.is_suggested), None)
        if wanted is None:
            usual = _USUAL.get(file.card.stage)
            wanted = usual if any(one.action is usual for one in allowed) else None
        if wanted is Action.RESOLVE and ends_with_answer(file):
            return Way(deed=wanted, words=self.tr("End it with this answer"))
        return None if wanted is None else self._short.way(wanted)

    def _lacks(self, main: Way | None) -> Refusal | None:
        deed = None if main is None else main.deed
        return self._missing.get(deed) if isinstance(deed, Action) else None

    def _can_sort(self, card: ComplaintCard, allowed: tuple[Allowed, ...]) -> bool:
        can = any(one.action is Action.SORT_OUT and not one.missing for one in allowed)
        return can and card.stage not in ANSWERED

    def _more(
        self, file: ComplaintFile, allowed: tuple[Allowed, ...], main: Way | None
    ) -> list[Way]:
        """The other steps, and what else can be written down at this stage."""
        stage, way = file.card.stage, self._short.way
        left_out = {*_BEGINS, None if main is None else main.deed}
        if self._can_sort(file.card, allowed):
            left_out.add(Action.SORT_OUT)
        if file.card.dates.acknowledged_at is not None:
            left_out.add(Action.ACKNOWLEDGE)  # once is enough
        found = [way(one.action) for one in allowed if one.action not in left_out]
        found += map(way, _SAID_ONLY.get(stage, ()))
        extra: list[Deed] = []
        if stage is Stage.WAITING_CUSTOMER:
            extra.append(Deed.REMIND)
        if stage not in ANSWERED or stage is Stage.EXTERNAL:
            extra.append(Deed.UPDATE)
        if file.card.is_open and stage not in (Stage.DECIDED, Stage.EXTERNAL):
            extra.append(Deed.OUTSIDE)  # after the answer it is a step, which goes outside itself
        if file.card.is_open and Deed.REMEDY not in left_out:
            extra.append(Deed.REMEDY)
        if stage in ANSWERED and stage not in (Stage.WITHDRAWN, Stage.DUPLICATE):
            extra += [Deed.CAUSE, Deed.CHANGE]
        if stage in (Stage.RESOLVED, Stage.CLOSED):
            extra.append(Deed.FOLLOW_UP)
        last = [one for one in found if one.deed is Action.UNDO]
        first = [one for one in found if one.deed is not Action.UNDO]
        return [*first, *map(way, extra), *self._dated(allowed), *last]

    def _dated(self, allowed: tuple[Allowed, ...]) -> list[Way]:
        """What is taken with one press, for whoever writes it down later than it was."""
        said = self.tr("{step}, on another day")
        found = [self._short.way(one.action) for one in allowed if one.action in AT_ONCE]
        return [replace(way, words=said.format(step=way.words), is_dated=True) for way in found]

    def _on_change(self) -> None:
        if self._is_shown:
            self._read()

    def _show(self, state: DetailState) -> None:
        self.state = state
        self.state_changed.emit()


def _is_owed(file: ComplaintFile) -> bool:
    """They were told that they are right, and nobody has said yet what puts it right."""
    card, wishes = file.card, file.card.draft.wishes
    is_right = card.stage is Stage.DECIDED and finding_of(file) in AGREED
    is_only_heard = bool(wishes) and _HEARD.issuperset(wishes)
    return is_right and not file.remedies and not is_only_heard
