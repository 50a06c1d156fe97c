# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the overview of Improve shows: a card for each thing, one sentence and one way on each."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, QObject

from servicedesk.domain.actions_rules import ActionLine, is_late
from servicedesk.domain.calendars import add_months
from servicedesk.domain.checks import Bank
from servicedesk.domain.improving import ImproveOverview
from servicedesk.domain.kinds import Kind
from servicedesk.domain.routines import MONTHS, Routine
from servicedesk.ui.core.following import FollowingPresenter
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.ways import WayLine
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import day_said, full_day

ROOM = "improve"

_FOLLOWED = frozenset(
    {
        Kind.ACTION,
        Kind.CHECK,
        Kind.PERSON,
        Kind.SKILL,
        Kind.STAFF_NOTE,
        Kind.BETWEEN_US,
        Kind.REVIEW,
        Kind.OFFER,
        Kind.FAIRNESS_CHECK,
        Kind.CUSTOMER,
        Kind.IDEA,
        Kind.SERVICE_PLAN,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCard:
    """A card.

    Args:
        key: part of the room that it leads to.
        title: over it.
        said: one sentence.
        way: words of its button.
        is_due: something of it has waited long enough.
        place: where the button leads.
    """

    key: str
    title: str
    said: str
    way: str
    place: Place
    is_due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeState:
    """What the overview shows.

    Args:
        said: how much there is to do, in a sentence.
        lines: the first things to do.
        has_any: there is something in the register, open or done.
        cards: the others, in order.
        alone: the line that stands for people in a business of one; "" where there are more.
    """

    said: str = ""
    lines: tuple[WayLine, ...] = ()
    has_any: bool = False
    cards: tuple[HomeCard, ...] = ()
    alone: str = ""


class HomePresenter(FollowingPresenter):
    """Feeds the overview.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(bench, _FOLLOWED, parent)
        self.state = HomeState()

    def _read(self) -> None:
        found = self._bench.services.improving.overview()
        self.state = HomeState(
            said=self._to_do(found),
            lines=tuple(map(self._line, found.first)),
            has_any=bool(found.actions.still_open or found.actions.done),
            cards=self._cards(found),
            alone=self.tr("You work alone. Add a helper under Settings, People.")
            if found.is_alone
            else "",
        )

    def _to_do(self, found: ImproveOverview) -> str:
        counts = found.actions
        if not counts.still_open and not counts.to_check:
            if counts.done:
                return self.tr("Nothing is left to do. Well done.")
            return self.tr("Nothing is on the list yet. Check yourself, or write down an idea.")
        parts = [self._many(counts.still_open, self.tr("1 open"), self.tr("{count} open"))]
        if counts.late:
            parts.append(self._many(counts.late, self.tr("1 late"), self.tr("{count} late")))
        if counts.to_check:
            one = self.tr("1 to look at again: does it work?")
            many = self.tr("{count} to look at again: do they work?")
            parts.append(self._many(counts.to_check, one, many))
        return " · ".join(parts)

    def _line(self, line: ActionLine) -> WayLine:
        today, draft = self._bench.today, line.card.draft
        late = is_late(line.card, today)
        text = draft.text
        if draft.due is not None:
            words = self.tr("{what} · was due {day}") if late else self.tr("{what} · by {day}")
            text = words.format(what=draft.text, day=day_said(draft.due, today))
        return WayLine(
            text=text,
            is_late=late,
            place=Place(room=ROOM, part="actions", item=str(line.card.id)),
        )

    def _cards(self, found: ImproveOverview) -> tuple[HomeCard, ...]:
        return (
            self._check(found),
            *(() if found.is_alone else (self._people(found),)),
            self._papers(),
            self._review(found),
            self._prices(found),
            self._extra_help(found),
            self._ideas(found),
            self._plan(found),
            self._busy(),
        )

    def _check(self, found: ImproveOverview) -> HomeCard:
        way, item = self.tr("Begin"), ""
        said = self.tr("Plain questions, about an hour. You see what is good and what to do next.")
        is_due = False
        if found.check_open:
            said, way = self.tr("You have begun. Your answers are kept."), self.tr("Go on")
            item = Bank.SELF_CHECK.value
        elif found.checked_on is not None:
            said = self.tr("Last done {day}.").format(day=self._day(found.checked_on))
            way, item = self.tr("See the result"), f"result/{found.check_last}"
            following = add_months(found.checked_on, MONTHS[Routine.SELF_CHECK])
            is_due = following <= self._bench.today
        if is_due:
            said = " ".join((said, self.tr("A year is over: what has got better since?")))
            way, item = self.tr("Check again"), ""
        title = self.tr("Check yourself")
        return self._card("check", title, said, way, is_due=is_due, item=item)

    def _papers(self) -> HomeCard:
        said = self.tr("Complaints procedure, privacy notice, job sheets: read, change and print.")
        return self._card("papers", self.tr("Written for you"), said, self.tr("Open papers"))

    def _review(self, found: ImproveOverview) -> HomeCard:
        today, way = self._bench.today, self.tr("Open reviews")
        said = self.tr("Half an hour: how it went, and what you decide. Not done yet.")
        is_due = found.review_next is not None and found.review_next <= today
        if found.review_open:
            said, way = self.tr("A review has begun. It is kept as it stands."), self.tr("Go on")
        elif found.reviewed_on is not None:
            said = self.tr("Last held {day}.").format(day=self._day(found.reviewed_on))
            if found.review_next is not None:
                words = self.tr("The next is due {day}.") if is_due else self.tr("The next: {day}.")
                said = f"{said} {words.format(day=self._day(found.review_next))}"
        title = self.tr("Look back twice a year")
        return self._card("reviews", title, said, way, is_due=is_due and not found.review_open)

    def _people(self, found: ImproveOverview) -> HomeCard:
        title = self.tr("Our people")
        one = self.tr("1 person: training, briefing, and what they say.")
        many = self.tr("{count} people: training, briefing, and what they say.")
        said = self._many(found.people, one, many)
        if found.training_due:
            one = self.tr("1 training is to be renewed.")
            many = self.tr("{count} trainings are to be renewed.")
            said = self._many(found.training_due, one, many)
        way = self.tr("Open people")
        return self._card("staff", title, said, way, is_due=bool(found.training_due))

    def _prices(self, found: ImproveOverview) -> HomeCard:
        said = self.tr("Do old customers get as good a deal as new ones? Not checked yet.")
        is_due = False
        if found.fair_on is not None:
            again = add_months(found.fair_on, MONTHS[Routine.FAIRNESS])
            is_due = again <= self._bench.today
            words = self.tr("The next is due {day}.") if is_due else self.tr("The next: {day}.")
            said = self.tr("Last checked {day}.").format(day=self._day(found.fair_on))
            said = f"{said} {words.format(day=self._day(again))}"
        elif found.offers:
            one, many = self.tr("1 offer is kept"), self.tr("{count} offers are kept")
            kept = self._many(found.offers, one, many)
            said = self.tr("{kept}. Not checked yet.").format(kept=kept)
        title, way = self.tr("Fair to those who stay"), self.tr("Open offers")
        return self._card("fairness", title, said, way, is_due=is_due)

    def _extra_help(self, found: ImproveOverview) -> HomeCard:
        said = self.tr("Nobody has told you yet what helps them. Here is how to ask.")
        if found.asks_due:
            one = self.tr("1 thing that helps somebody is to be asked again.")
            many = self.tr("{count} things that help somebody are to be asked again.")
            said = self._many(found.asks_due, one, many)
        elif found.helped:
            one = self.tr("1 customer has told you what helps.")
            many = self.tr("{count} customers have told you what helps.")
            said = self._many(found.helped, one, many)
        title, way = self.tr("Extra help"), self.tr("Open extra help")
        return self._card("extra_help", title, said, way, is_due=bool(found.asks_due))

    def _ideas(self, found: ImproveOverview) -> HomeCard:
        said, is_due = self.tr("Seen something good elsewhere? Note it and try it here."), False
        if found.ideas_due:
            one = self.tr("The day to try 1 idea has come.")
            many = self.tr("The day to try {count} ideas has come.")
            said, is_due = self._many(found.ideas_due, one, many), True
        elif found.ideas_open:
            one, many = self.tr("1 idea to try."), self.tr("{count} ideas to try.")
            said = self._many(found.ideas_open, one, many)
        title, way = self.tr("Ideas to try"), self.tr("Open ideas")
        return self._card("ideas", title, said, way, is_due=is_due)

    def _plan(self, found: ImproveOverview) -> HomeCard:
        said = self.tr("One page: who your customers are, what they value, what you aim for.")
        way, item = self.tr("Write the plan"), "write"
        if found.has_plan:
            said = self.tr("Written. Read it again when something changes.")
            way, item = self.tr("Open the plan"), ""
        return self._card("plan", self.tr("Our service plan"), said, way, item=item)

    def _busy(self) -> HomeCard:
        said = self.tr("On which days do promises come late?")
        return self._card(
            "busy", self.tr("Busy days and late promises"), said, self.tr("See the days")
        )

    def _card(
        self, key: str, title: str, said: str, way: str, *, is_due: bool = False, item: str = ""
    ) -> HomeCard:
        place = Place(room=ROOM, part=key, item=item)
        return HomeCard(key=key, title=title, said=said, way=way, place=place, is_due=is_due)

    def _day(self, day: date) -> str:
        return full_day(day, self._bench.today)

    def _many(self, count: int, one: str, many: str) -> str:
        return one if count == 1 else many.format(count=QLocale().toString(count))
