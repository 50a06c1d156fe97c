# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The short view of a complaint: nine lines, each with what is known or with what does it now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QObject

from servicedesk.domain.actions import ActionCard
from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.complaints import ANSWERED, ENDED, Content, Finding, Stage
from servicedesk.domain.complaints_clocks import days_used
from servicedesk.domain.complaints_file import ComplaintFile, RemedyCard
from servicedesk.domain.complaints_guards import AGREED, ANSWERS, finding_of, running_pause
from servicedesk.domain.complaints_stages import Action, Allowed
from servicedesk.domain.complaints_timing import standing_steps, timing_of
from servicedesk.domain.contacts import ContactCard
from servicedesk.ui.complaints.deeds import Deed
from servicedesk.ui.complaints.file_learnt import days_words
from servicedesk.ui.complaints.words import pounds
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import day_said, full_day

_POINTS_MOST = 6
"""Separate points that the line of what was found names at most."""

_SORTING = frozenset({Action.SORT_OUT, Action.LOG_SORTED})
"""Steps that answer and put right in one."""

_SAME_TIME = timedelta(minutes=1)
"""A letter, and that they know of the complaint by it, are written one after the other."""

_ON_HOLD = frozenset({Stage.WITHDRAWN, Stage.DUPLICATE})
"""Stages after which nothing is asked any more."""

_LOOKING = frozenset({Stage.INVESTIGATING, Stage.WAITING_CUSTOMER, Stage.WAITING_OTHER})
"""Stages in which what is found gets written down."""

_PUT_RIGHT = _ON_HOLD | {Stage.RESOLVED, Stage.CLOSED}
"""Stages in which what was put right is not looked into again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Something that can be done.

    Args:
        deed: what.
        words: of its button.
        remedy_id: of what was done, for REMEDY_DONE.
        is_dated: on which day is asked, where it would happen today.
    """

    deed: Action | Deed
    words: str
    remedy_id: int | None = None
    is_dated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that a line says, with what can be done about it.

    Args:
        words: "" for a button alone.
        way: or None.
        is_quiet: it says that there is nothing yet.
    """

    words: str = ""
    way: Way | None = None
    is_quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One of the nine.

    Args:
        title: what it is about.
        parts: what is known of it; at least one.
    """

    title: str
    parts: tuple[Part, ...]


class ShortView(QObject):
    """Says what is known of a complaint.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench

    def lines(
        self,
        file: ComplaintFile,
        allowed: tuple[Allowed, ...],
        contacts: tuple[ContactCard, ...],
        calendar: WorkingCalendar,
    ) -> tuple[Line, ...]:
        """The nine lines.

        Args:
            file: of the complaint.
            allowed: steps that it can take now.
            contacts: about it, the first one at the head.
            calendar: of the business.
        """
        self._file, self._card = file, file.card
        self._contacts, self._calendar = contacts, calendar
        self._can = {one.action for one in allowed if not one.missing}
        said = (
            (self.tr("What happened"), self._happened()),
            (self.tr("They know we have it"), self._told()),
            (self.tr("Looked into"), self._looked_into()),
            (self.tr("Answered"), self._answered()),
            (self.tr("Put right"), self._put_right()),
            (self.tr("The customer knows"), self._knows()),
            (self.tr("Why it went wrong"), self._cause()),
            (self.tr("What changes"), self._changes()),
            (self.tr("Happy with it now?"), self._content()),
        )
        not_yet = (Part(words=self.tr("Not yet"), is_quiet=True),)
        return tuple(Line(title=title, parts=tuple(parts) or not_yet) for title, parts in said)

    def way(self, deed: Action | Deed, remedy_id: int | None = None) -> Way:
        """Something that can be done, in words."""
        labels = self._bench.labels
        if isinstance(deed, Action):
            return Way(deed=deed, words=labels.enum(deed))
        words = labels.say(f"complaints_room.deed.{deed.value}")
        return Way(deed=deed, words=words, remedy_id=remedy_id)

    def _happened(self) -> Iterator[Part]:
        draft, labels = self._card.draft, self._bench.labels
        yield Part(
            words=self.tr("{day}, {how}").format(
                day=self._moment(draft.received_at), how=labels.enum(draft.channel)
            )
        )
        if draft.called and draft.customer_id is None:
            yield Part(words=self.tr("From {name}").format(name=draft.called))
        if draft.text:
            yield Part(words=draft.text)
        about = "" if draft.about is None else labels.enum(draft.about)
        worth = "" if draft.amount_pence is None else pounds(draft.amount_pence)
        facts = (about, draft.product, draft.job_ref, worth)
        if any(facts):
            yield Part(words=" · ".join(fact for fact in facts if fact), is_quiet=True)
        wishes = [labels.enum(wish) for wish in draft.wishes]
        wishes += [draft.wish_words] if draft.wish_words else []
        if wishes:
            wanted = self.tr("What would put it right: {wishes}")
            yield Part(words=wanted.format(wishes=", ".join(wishes)))

    def _told(self) -> Iterator[Part]:
        told_at = self._card.dates.acknowledged_at
        if told_at is not None:
            how = self._how_told(told_at)
            said = self.tr("{day}, {how}") if how else self.tr("{day}")
            yield Part(words=said.format(day=self._moment(told_at), how=how))
        elif Action.ACKNOWLEDGE in self._can:
            yield Part(way=self.way(Action.ACKNOWLEDGE))
        elif self._card.stage in _ON_HOLD:
            yield self._nothing()

    def _how_told(self, told_at: datetime) -> str:
        """How they first heard from us: as written with the step, or of the note about it."""
        for step in standing_steps(self._file.steps):
            if step.action == Action.ACKNOWLEDGE and step.note:
                return step.note
        labels = self._bench.labels
        for contact in self._contacts:
            if abs(contact.draft.at - told_at) < _SAME_TIME:
                return labels.enum(contact.draft.channel)
        told_by = self._card.told_by
        on = self._card.dates.decided_on
        is_same = on is not None and local_date(self._calendar, told_at) == on
        return labels.enum(told_by) if told_by is not None and is_same else ""

    def _looked_into(self) -> Iterator[Part]:
        card, labels = self._card, self._bench.labels
        if Action.INVESTIGATE in self._can:
            yield Part(way=self.way(Action.INVESTIGATE))
            return
        yield from self._waiting()
        for issue in self._file.issues[:_POINTS_MOST]:
            found = issue.draft.finding
            said = self.tr("open") if found is None else labels.enum(found)
            words = self.tr("{place}. {point}: {found}")
            yield Part(words=words.format(place=issue.place, point=issue.draft.text, found=said))
        finding = finding_of(self._file)
        is_sorted = self._is_just_sorted()
        if is_sorted and finding is Finding.NO_FINDING:
            finding = None  # nobody said that they cannot tell
        if finding is not None and not self._file.issues:
            yield Part(words=labels.enum(finding))
        if is_sorted:
            yield Part(words=labels.enum(Action.SORT_OUT), is_quiet=True)
        elif card.outcome_words:
            yield Part(words=card.outcome_words)
        notes = len(self._file.entries)
        if notes:
            counted = labels.count("complaints_room.notes", Decimal(notes))
            yield Part(words=counted, is_quiet=True)
        since = self._since(Action.INVESTIGATE)
        if finding is None and not is_sorted and not notes and since is not None:
            yield Part(words=self.tr("since {day}").format(day=self._day(since)), is_quiet=True)
        elif since is None and card.stage in _ON_HOLD and not (self._file.issues or notes):
            yield self._nothing()
        if card.stage in _LOOKING:
            yield Part(way=self.way(Deed.NOTE))

    def _is_just_sorted(self) -> bool:
        """It was said to be sorted, without an answer step by step before."""
        taken = {step.action for step in standing_steps(self._file.steps)}
        return bool(taken & _SORTING) and not taken & ANSWERS

    def _waiting(self) -> Iterator[Part]:
        stage, pause = self._card.stage, running_pause(self._file)
        if stage is Stage.WAITING_CUSTOMER and pause is not None:
            words = self.tr("Asked {day}: {question}")
            asked = words.format(day=self._day(pause.from_on), question=pause.question)
            yield Part(words=asked, way=self.way(Action.CUSTOMER_REPLIED))
            if pause.reminded_on is None:
                yield Part(way=self.way(Deed.REMIND))
            else:
                reminded = self.tr("Reminded {day}").format(day=self._day(pause.reminded_on))
                yield Part(words=reminded, is_quiet=True)
        elif stage is Stage.WAITING_OTHER:
            words = self.tr("Waiting for {whom}").format(whom=self._card.waiting_for)
            yield Part(words=words, way=self.way(Action.OTHER_REPLIED))

    def _answered(self) -> Iterator[Part]:
        card = self._card
        first, last = card.dates.decided_on, card.dates.answered_on
        if card.stage in ANSWERED and first is not None:
            how = "" if card.told_by is None else self._bench.labels.enum(card.told_by)
            said = self.tr("{day}, {how}") if how else self.tr("{day}")
            words = said.format(day=self._day(last or first), how=how)
            yield Part(words=words if last != first else self._with_days(words, first))
        if first is not None and first != last:
            before = self.tr("The first answer was given {day}").format(day=self._day(first))
            yield Part(words=self._with_days(before, first), is_quiet=True)
        elif first is None and card.stage in _ON_HOLD:
            yield self._nothing()
        for action in (Action.DECIDE, Action.DECIDE_ON_WHAT_WE_HAVE):
            if action in self._can:
                yield Part(way=self.way(action))

    def _with_days(self, words: str, until: date) -> str:
        """With the working days from the day it came, those of waiting for them apart."""
        known = NamedCalendar(days=self._calendar)
        taken = days_used(timing_of(self._file), until, known).amount
        return self.tr("{words} ({days})").format(words=words, days=days_words(taken))

    def _put_right(self) -> Iterator[Part]:
        stage, remedies = self._card.stage, self._file.remedies
        for remedy in remedies:
            is_open = remedy.draft.done_on is None and stage not in ENDED
            way = self.way(Deed.REMEDY_DONE, remedy.id) if is_open else None
            yield Part(words=self._remedy(remedy), way=way)
        if stage in (Stage.DECIDED, Stage.REMEDY_PENDING) and finding_of(self._file) in AGREED:
            yield Part(way=self.way(Deed.REMEDY))
        elif stage in ANSWERED and not remedies:
            did = self._card.outcome_words if self._is_just_sorted() else ""
            yield Part(words=did) if did else self._nothing()

    def _remedy(self, remedy: RemedyCard) -> str:
        """What it is, the money, who does it, and by when it is or was done."""
        draft = remedy.draft
        kind = self._bench.labels.enum(draft.kind)
        when = ""
        if draft.done_on is not None:
            when = self.tr("done {day}").format(day=self._day(draft.done_on))
        elif draft.due is not None:
            due = day_said(draft.due, self._bench.today)
            is_late = draft.due < self._bench.today
            said = self.tr("was due {day}") if is_late else self.tr("by {day}")
            when = said.format(day=due)
        elif remedy.promise_id is not None:
            when = self.tr("no longer needed")
        money = "" if draft.amount_pence is None else pounds(draft.amount_pence)
        parts = (kind, draft.words, money, draft.by_whom, when)
        return ", ".join(part for part in parts if part)

    def _knows(self) -> Iterator[Part]:
        card, dates = self._card, self._card.dates
        if card.stage in _PUT_RIGHT and self._has_ended_outside():
            outside = self._file.referrals[-1].draft
            day = self._day(outside.result_on or outside.referred_on)
            said = self.tr("{body}, {day}: {result}")
            yield Part(words=said.format(body=outside.body, day=day, result=outside.result))
            return
        if dates.resolved_on is not None and card.stage in _PUT_RIGHT:
            how = self._note_of(Action.RESOLVE)
            if not how and card.told_by is not None and dates.resolved_on == dates.decided_on:
                how = self._bench.labels.enum(card.told_by)
            said = self.tr("Sorted {day}, {how}") if how else self.tr("Sorted {day}")
            yield Part(words=said.format(day=self._day(dates.resolved_on), how=how))
            return
        if card.stage in _ON_HOLD:
            yield self._nothing()
            return
        if dates.update_sent_on is not None:
            heard = self.tr("Heard how it goes {day}")
            yield Part(words=heard.format(day=self._day(dates.update_sent_on)))
        if card.stage not in ANSWERED and dates.acknowledged_at is not None:
            yield Part(way=self.way(Deed.UPDATE))

    def _has_ended_outside(self) -> bool:
        """What came of it outside is the last word, and nothing of ours put it right since."""
        ends = (Action.OUTSIDE_RESULT, Action.RESOLVE, *_SORTING)
        last = [one.action for one in standing_steps(self._file.steps) if one.action in ends][-1:]
        return last == [Action.OUTSIDE_RESULT] and bool(self._file.referrals)

    def _cause(self) -> Iterator[Part]:
        card, labels = self._card, self._bench.labels
        causes = [labels.enum(cause) for cause in card.learning.causes]
        said = ", ".join(causes) or card.learning.no_cause_because
        if said:
            yield Part(words=said)
        elif card.stage in ANSWERED - _ON_HOLD:
            yield Part(way=self.way(Deed.CAUSE))
        elif card.stage in _ON_HOLD:
            yield self._nothing()

    def _changes(self) -> Iterator[Part]:
        card, actions = self._card, self._file.actions
        for action in actions:
            yield Part(words=self._action(action))
        if not actions and card.learning.no_action_because:
            yield Part(words=card.learning.no_action_because)
        elif not actions and card.stage in ANSWERED - _ON_HOLD:
            yield Part(way=self.way(Deed.CHANGE))
        elif not actions and card.stage in _ON_HOLD:
            yield self._nothing()

    def _action(self, action: ActionCard) -> str:
        draft = action.draft
        when = ""
        if draft.done_on is not None:
            when = self.tr("done {day}").format(day=self._day(draft.done_on))
        elif draft.due is not None:
            when = self.tr("by {day}").format(day=day_said(draft.due, self._bench.today))
        return ", ".join(part for part in (draft.text, draft.owner, when) if part)

    def _content(self) -> Iterator[Part]:
        card = self._card
        if card.satisfaction is not None:
            score = self.tr("{score} of 5 with how we did it")
            yield Part(words=score.format(score=card.satisfaction))
        elif card.content is not Content.NOT_SAID:
            yes, no = self.tr("They seemed content"), self.tr("They did not seem content")
            yield Part(words=yes if card.content is Content.YES else no)
        if card.dates.follow_up_on is not None:
            asked = self.tr("asked {day}").format(day=self._day(card.dates.follow_up_on))
            yield Part(words=asked, is_quiet=True)
        elif card.stage in (Stage.RESOLVED, Stage.CLOSED):
            yield Part(way=self.way(Deed.FOLLOW_UP))
        elif card.stage in _ON_HOLD:
            yield self._nothing()

    def _nothing(self) -> Part:
        return Part(words=self.tr("Nothing"), is_quiet=True)

    def _note_of(self, action: Action) -> str:
        """What was written with the last step of a sort that stands."""
        for step in reversed(standing_steps(self._file.steps)):
            if step.action == action:
                return step.note
        return ""

    def _since(self, action: Action) -> date | None:
        days = [
            step.happened_on for step in standing_steps(self._file.steps) if step.action == action
        ]
        return days[-1] if days else None

    def _day(self, day: date) -> str:
        return full_day(day, self._bench.today)

    def _moment(self, at: datetime) -> str:
        return self._day(local_date(self._calendar, at))
