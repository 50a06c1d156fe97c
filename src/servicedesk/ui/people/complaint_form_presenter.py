# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the form of a complaint asks, reads, foretells and saves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.complaints import (
    About,
    ComplaintCard,
    ComplaintDraft,
    Priority,
    Serious,
    Track,
    Wish,
)
from servicedesk.domain.complaints_assessing import priority_of, quick_assessment
from servicedesk.domain.complaints_checking import checked_complaint, tracks_of
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_timing import moment_of
from servicedesk.domain.customers import NOTHING_OWN, Channel, CustomerDraft, usual_channel
from servicedesk.domain.entries import read_money
from servicedesk.domain.entries_days import read_past_day
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldOn, own_question
from servicedesk.domain.promises import Due
from servicedesk.domain.promises_rules import named
from servicedesk.domain.promises_typing import TypedDue, read_past_due
from servicedesk.domain.search_people import newcomer
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.own_values import own_values

if TYPE_CHECKING:  # storage comes in after the window is painted
    from servicedesk.services.complaints import DuesAsked
    from servicedesk.services.unit import Done

Answer = TypeVar("Answer")

Values = Mapping[str, object]
"""What stands in the form, raw, by question id."""

HURT, ONGOING, FROM_STOCK, PRIVACY = "hurt", "ongoing", "from_stock", "privacy"
"""What is ticked in the form."""

_TEXTS = (
    *("text", "wish_words", "taken_by", "handler", "job_ref"),
    *("product", "place", "staff", "acting_for", "notes"),
)
_NOT_TIMED = dict.fromkeys(("amount_pence", "happened_on", "authority_seen_on"), "")
"""Fields on which no day depends; what cannot be read there is told beside them."""

_NOON = time(12)
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What the form was opened for.

    Args:
        complaint_id: of the complaint that is changed; None for a new one.
        customer_id: who complains, where that is known.
        text: what happened, to begin with.
    """

    complaint_id: int | None = None
    customer_id: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """By when what is due for a complaint that stands in the form.

    Args:
        asked: the days, each with what it is made of.
        who: the customer in the middle of a sentence; "" for nobody named.
        is_first: it goes before all others, so that they are rung on the same day.
    """

    asked: "DuesAsked"
    who: str
    is_first: bool = False


class ComplaintFormPresenter(QObject):
    """Reads a form of a complaint and saves it.

    Args:
        bench: of the open file.
        aim: what the form was opened for.
        parent: owns it.

    Attributes:
        card: the complaint that is changed, or None.
        made: the complaint that was written down, or None so far.
        own_fields: the business's own fields on complaints.
        has_data_track: a complaint about somebody's information has rules of law here.
        usual_channel: how most complaints come in, by how the business meets its customers.
    """

    def __init__(self, bench: Workbench, aim: Aim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.aim = aim
        services = bench.services
        known = aim.complaint_id
        self.card = None if known is None else services.complaints.get(known)
        self.made: ComplaintCard | None = None
        self.own_fields: tuple[OwnFieldCard, ...] = services.own_fields.all(OwnFieldOn.COMPLAINT)
        self._nation = services.calendars.nation()
        self.has_data_track = Track.DATA_PROTECTION in tracks_of(self._nation)
        self._calendar = services.calendars.calendar()
        self._foretold: tuple[object, DuesAsked] | None = None
        facts = services.business.answers()
        self._owner = str(facts.get("owner_name", ""))
        self.usual_channel = usual_channel(facts.get("how_you_work"))

    @property
    def usual_taker(self) -> str:
        """Who serves, where that was said, else the owner; "" where nobody said a name."""
        return named(self._bench.who, self._owner)

    def usual(self) -> dict[str, object]:
        """What a new complaint begins with, by question id."""
        return {
            "serious": Serious.NORMAL.value,
            "channel": self.usual_channel.value,
            "received_on": self._bench.today,
            "taken_by": self.usual_taker,
        }

    def known(self) -> dict[str, object]:
        """What the fields show to begin with, by question id."""
        aim = self.aim
        if self.card is None:
            return {**self.usual(), "customer_id": aim.customer_id, "text": aim.text}
        draft = self.card.draft
        ticks = {ONGOING: draft.is_ongoing, FROM_STOCK: draft.from_stock}
        own = {own_question(one.id): draft.own.get(str(one.id), "") for one in self.own_fields}
        return {
            **{name: getattr(draft, name) for name in _TEXTS},
            **own,
            "taken_by": named(draft.taken_by, self._owner),
            "handler": named(draft.handler, self._owner),
            "customer_id": draft.customer_id or draft.called,
            "about": "" if draft.about is None else draft.about.value,
            "wishes": tuple(wish.value for wish in draft.wishes),
            "serious": (draft.serious or Serious.NORMAL).value,
            "is_safety": (HURT,) if draft.is_safety else (),
            "received_on": _came(draft.received_at),
            "channel": draft.channel.value,
            "happened_on": draft.happened_on,
            "amount_pence": draft.amount_pence,
            "ticks": tuple(name for name, is_so in ticks.items() if is_so),
            "authority_seen_on": draft.authority_seen_on,
            "track": (PRIVACY,) if draft.track is Track.DATA_PROTECTION else (),
        }

    def read_came(self, typed: str) -> TypedDue:
        """When it came in, as typed, with its minute where one was said; raises Refusal."""
        due = read_past_due(typed, self._bench.today, self._calendar, "received_on")
        return TypedDue(due=due)

    def weigh(self, values: Values) -> dict[str, str]:
        """What is wrong with what stands in the form so far, by question id."""
        try:
            self._read(values)
        except Refusal as refusal:
            return self._said(refusal)
        return {}

    def foretold(self, values: Values, name: str) -> Dated | None:
        """By when what is due if this is saved now; None where that cannot be told.

        Args:
            values: what stands in the form.
            name: of the customer, as the field for them shows it.
        """
        if self.card is not None:
            return None
        try:
            draft = self._draft({**values, **_NOT_TIMED})
            key = (draft.serious, draft.is_safety, draft.track, _minute(draft.received_at))
            if self._foretold is None or self._foretold[0] != key:
                asked = self._bench.services.complaints.preview(draft)
                self._foretold = (key, asked)
        except (Refusal, Trouble):
            return None  # whoever saves is told of it
        is_first = priority_of(quick_assessment(draft)) is Priority.P1
        return Dated(asked=self._foretold[1], who=name, is_first=is_first)

    def refuse_sorting(self, values: Values) -> dict[str, str]:
        """Why this cannot be said to be sorted already, by question id; empty where it can."""
        try:
            draft = self._read(values)
            if priority_of(quick_assessment(draft)) is Priority.P1:
                raise Refusal("complaint_p1_full_steps", "serious")
            self._newcomer(values)
        except Refusal as refusal:
            return self._said(refusal)
        return {}

    def save(self, values: Values, done: SortedDraft | None = None) -> dict[str, str] | None:
        """Write the form down.

        Args:
            values: what stands in it.
            done: what was done about it already, or None.

        Returns:
            What is wrong, by question id; empty when it is written; None after a trouble.
        """
        try:
            written = self._write(values, done)
        except Refusal as refusal:
            return self._said(refusal)
        if written is None:
            return None
        self.made = written.card
        said = self.tr("Saved, {ref}")
        if done is not None:
            said = self.tr("Saved and sorted, {ref}")
        elif self.card is not None:
            said = self.tr("{ref} changed")
        said = said.format(ref=written.card.ref)
        if isinstance(values.get("customer_id"), tuple | list):
            name = written.card.customer_name
            said = self.tr("{done}. {name} is a customer now.").format(done=said, name=name)
        if written.changes:
            self._bench.bar.say(said, can_undo=True)
        return {}

    def _write(self, values: Values, done: SortedDraft | None) -> "Done[ComplaintCard] | None":
        bench, complaints, card = self._bench, self._bench.services.complaints, self.card
        draft = self._read(values)
        new = self._newcomer(values)
        if card is not None:
            return bench.do(
                lambda: complaints.change(card.id, draft, bench.who, new), initiator=self
            )
        if done is not None:
            return bench.do(lambda: complaints.log_sorted(draft, done, bench.who, new))
        return bench.do(lambda: complaints.log(draft, bench.who, new))

    def _newcomer(self, values: Values) -> CustomerDraft | None:
        """Whoever becomes a customer together with the complaint; None for nobody new.

        Raises:
            Refusal: ``promise_who_unclear`` when somebody with such a name is there already, and
                nobody has said whether it is them.
        """
        told = values.get("customer_id")
        if isinstance(told, tuple | list) and told:
            return newcomer(str(told[0]))
        if self.card is not None and told == self.card.draft.called:
            return None  # it stood there before somebody of such a name was known
        if isinstance(told, str) and told and self._bench.services.search.people(told):
            raise Refusal("promise_who_unclear", "customer_id", name=told[:80])
        return None

    def _said(self, refusal: Refusal) -> dict[str, str]:
        place = (refusal.field or "text").rpartition(".")[2]
        shown = {"received_at": "received_on", "called": "customer_id"}.get(place, place)
        return {shown: self._bench.labels.refusal(refusal)}

    def _read(self, values: Values) -> ComplaintDraft:
        """What the form says, once it can be kept; raises Refusal."""
        bench, draft = self._bench, self._draft(values)
        checked_complaint(draft, bench.today, bench.clock.now(), self._nation)
        return draft

    def _draft(self, values: Values) -> ComplaintDraft:
        told = values.get("customer_id")
        about, serious, channel = (str(values.get(key) or "") for key in _CHOSEN)
        amount = values.get("amount_pence")
        if amount and not isinstance(amount, int):
            amount = read_money(str(amount), "amount_pence")
        before = self.card.draft if self.card is not None else None
        ticks = _each(values.get("ticks"))
        own = own_values(values, self.own_fields)
        is_private = PRIVACY in _each(values.get("track"))
        return ComplaintDraft(
            **{name: str(values.get(name) or "") for name in _TEXTS},
            customer_id=told if isinstance(told, int) else None,
            called=told if isinstance(told, str) else "",
            about=About(about) if about else None,
            wishes=tuple(Wish(str(one)) for one in _each(values.get("wishes"))),
            serious=Serious(serious) if serious else None,
            is_safety=HURT in _each(values.get("is_safety")),
            received_at=self._received_at(values.get("received_on"), before),
            channel=Channel(channel) if channel else self.usual_channel,
            happened_on=self._past(values.get("happened_on"), "happened_on"),
            amount_pence=amount if isinstance(amount, int) else None,
            is_ongoing=ONGOING in ticks,
            from_stock=FROM_STOCK in ticks,
            authority_seen_on=self._past(values.get("authority_seen_on"), "authority_seen_on"),
            track=Track.DATA_PROTECTION if is_private else Track.ORDINARY,
            own=own or NOTHING_OWN,
        )

    def _received_at(self, typed: object, before: ComplaintDraft | None) -> datetime:
        """When it came in: the minute that was said or is known of that day, else its noon."""
        due = Due(day=typed if isinstance(typed, date) else self._bench.today)
        if typed and not isinstance(typed, date):
            due = self.read_came(str(typed)).due
        if before is not None:
            known = before.received_at
            is_same_day = known.astimezone(LONDON).date() == due.day
            if is_same_day and due.at in (None, _minute(known)):
                return known
        return moment_of(due.day, due.at, _LONG_AGO, self._bench.clock.now(), self._calendar)

    def _past(self, typed: object, name: str) -> date | None:
        if isinstance(typed, date) or not typed:
            return typed if isinstance(typed, date) else None
        return read_past_day(str(typed), self._bench.today, name)


_CHOSEN = ("about", "serious", "channel")


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _came(received_at: datetime) -> Due:
    """When it came in, with its minute; noon stands for a day of which no more is known."""
    local = received_at.astimezone(LONDON)
    is_noon = local.time() == _NOON
    return Due(day=local.date(), at=None if is_noon else _minute(received_at))


def _each(chosen: object) -> tuple[object, ...]:
    return tuple(chosen) if isinstance(chosen, tuple | list) else ()


def known_complaint(bench: Workbench, complaint_id: int) -> ComplaintCard | None:
    """A complaint as it is now; None where it is gone, which has been said at large."""
    return _known(bench, lambda: bench.services.complaints.get(complaint_id))


def known_file(bench: Workbench, complaint_id: int) -> ComplaintFile | None:
    """A complaint with all that hangs on it, as ``known_complaint``."""
    return _known(bench, lambda: bench.services.complaints.file(complaint_id))


def _known(bench: Workbench, ask: Callable[[], Answer]) -> Answer | None:
    try:
        return ask()
    except Refusal as refusal:
        bench.bar.say(bench.labels.refusal(refusal))
    except Trouble as trouble:
        bench.bar.trouble(bench.labels.trouble(trouble))
    return None
