# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the form of a promise asks, reads and saves: one, several of one visit, or one again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QObject

from servicedesk.domain.customers import NOTHING_OWN, Channel, CustomerDraft
from servicedesk.domain.entries_days import read_past_day
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldOn, own_question
from servicedesk.domain.promises import Due, Every, PromiseCard, PromiseDraft, PromiseKind
from servicedesk.domain.promises_repeating import Repeat, checked_repeat
from servicedesk.domain.promises_rules import (
    NOTES_MOST,
    TEXT_MOST,
    checked_promise,
    moment_made,
    named,
)
from servicedesk.domain.promises_shut import ShutDay, shut_on
from servicedesk.domain.promises_standards import StandardOffer
from servicedesk.domain.promises_typing import TypedDue, read_due
from servicedesk.domain.search_people import newcomer
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import clock_said, due_typed, full_day
from servicedesk.ui.people.own_values import own_values

Values = Mapping[str, object]
"""What stands in the form, raw, by question id."""

_TEXTS = ("text", "promiser", "job_ref", "condition", "remedy", "waiting_for", "notes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What the form was opened for.

    Args:
        promise_id: of the promise that is changed; None for a new one.
        contact_id: of the enquiry that the promise answers, or None.
        customer_id: to whom, where that is known.
        text: what is promised, to begin with.
    """

    promise_id: int | None = None
    contact_id: int | None = None
    customer_id: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What a form says, read."""

    draft: PromiseDraft
    repeat: Repeat | None = None


@dataclass(slots=True)
class _Wrong:
    """What is wrong, by question id; the first word about a field stays."""

    sentences: dict[str, str] = field(default_factory=dict)


class PromiseFormPresenter(QObject):
    """Reads a form of promises and saves it.

    Args:
        bench: of the open file.
        aim: what the form was opened for.
        parent: owns it.

    Attributes:
        card: the promise that is changed, or None.
        made_on: the day of the promise, from which what is typed counts.
        offers: what the charter says, counted from that day.
        own_fields: the business's own fields on promises.
    """

    def __init__(self, bench: Workbench, aim: Aim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.aim = aim
        self.card: PromiseCard | None = None
        self.made: PromiseCard | None = None
        self.offers: tuple[StandardOffer, ...] = ()
        self.own_fields: tuple[OwnFieldCard, ...] = ()
        self.made_on = bench.today
        services = bench.services
        self._calendar = services.calendars.calendar()
        self._named = services.calendars.named()
        self._knows_hours = services.calendars.hours() is not None
        self.own_fields = services.own_fields.all(OwnFieldOn.PROMISE)
        if aim.promise_id is None:
            self.offers = services.promises.standards()
        else:
            self.card = services.promises.get(aim.promise_id)
            self.made_on = self.card.draft.made_on

    def read_due(self, typed: str) -> TypedDue:
        """By when, as typed, counted from the day of the promise; raises Refusal."""
        return self._due_on(typed, self.made_on)

    def _due_on(self, typed: str, made_on: date) -> TypedDue:
        bench = self._bench
        start = moment_made(made_on, bench.clock.now(), self._calendar)
        return read_due(typed, start, bench.today, self._calendar)

    def count_from(self, typed: object) -> bool:
        """Have counts begin on another day; whether it is another, and one that can be."""
        try:
            made_on = self._made_on(typed)
        except Refusal:
            return False
        if made_on == self.made_on:
            return False
        self.made_on = made_on
        if self.offers:
            self.offers = self._bench.services.promises.standards(made_on)
        return True

    def shut_on(self, due: Due) -> ShutDay | None:
        """Whether the business is shut on the day of a deadline, or None where it is open."""
        return shut_on(due, self._named, knows_hours=self._knows_hours)

    def known(self) -> dict[str, object]:
        """What the fields show to begin with, by question id."""
        aim, bench = self.aim, self._bench
        if self.card is None:
            contact = None
            if aim.contact_id is not None:
                contact = bench.services.contacts.get(aim.contact_id).draft
            said = aim.text if contact is None else aim.text or contact.text
            return {
                "customer_id": aim.customer_id or (contact.customer_id if contact else None),
                **_carried(said),
                "made_on": bench.today,
                "promiser": self.usual_promiser,
            }
        draft = self.card.draft
        own = {own_question(one.id): draft.own.get(str(one.id), "") for one in self.own_fields}
        return {
            **{name: getattr(draft, name) for name in _TEXTS},
            "promiser": named(draft.promiser, ""),
            **own,
            "customer_id": draft.customer_id,
            "due": due_typed(self.card.due),
            "made_on": draft.made_on,
            "kind": draft.kind.value,
            "channel": draft.channel.value if draft.channel is not None else "",
        }

    @property
    def usual_promiser(self) -> str:
        """Who serves, where that was said; else the owner's name is put in when it is saved."""
        return named(self._bench.who, "")

    def weigh(self, values: Values) -> dict[str, str]:
        """What is wrong with what stands in the form so far, by question id."""
        wrong = _Wrong()
        self._read(values, wrong)
        return wrong.sentences

    def due_held(self, values: Values) -> dict[str, str]:
        """By when, of a form that reads, so that it means the same day tomorrow.

        Returns:
            ``due`` as it can be typed again, a count as it was typed; ``due_said`` in words.
        """
        said = str(values.get("due", ""))
        typed = self._due_on(said, self._made_on(values.get("made_on")))
        bench = self._bench
        day, clock = full_day(typed.due.day, bench.today), clock_said(typed.due, bench.labels)
        return {
            "due": due_typed(typed.due) if typed.allowance is None else said,
            "due_said": self.tr("{day}, {clock}").format(day=day, clock=clock) if clock else day,
        }

    def save(self, values: Values, name: str, held: Sequence[Values] = ()) -> dict[str, str] | None:
        """Write the form down.

        Args:
            values: what stands in it.
            name: what stands in the field for the customer where nobody was chosen.
            held: what was promised already in the same visit.

        Returns:
            What is wrong, by question id; empty when it is written; None after a trouble.
        """
        wrong = _Wrong()
        is_left_empty = bool(held) and not values.get("text") and not values.get("due")
        last = None if is_left_empty else self._read(values, wrong)
        earlier = [self._read(one, wrong) for one in held]
        if wrong.sentences:
            return wrong.sentences
        try:
            new = self._newcomer(values, name)
            chosen = values.get("customer_id")
            customer_id = chosen if isinstance(chosen, int) else None
            all_read = [one for one in (*earlier, last) if one is not None]
            reads = [
                replace(one, draft=replace(one.draft, customer_id=customer_id)) for one in all_read
            ]
            done = self._write(reads, new)
        except Refusal as refusal:
            place = (refusal.field or "text").rpartition(".")[2]
            return {place: self._bench.labels.refusal(refusal)}
        return {} if done else None

    def _write(self, reads: Sequence[_Read], new: CustomerDraft | None) -> bool:
        bench, promises = self._bench, self._bench.services.promises
        first = reads[0]
        if len(reads) > 1 and any(one.repeat is not None for one in reads):
            raise Refusal("promise_repeat_alone", "repeat")
        if self.card is not None:
            card = self.card
            changed = bench.do(
                lambda: promises.change(card.id, first.draft, bench.who, new),
                said=self.tr("{ref} changed.").format(ref=card.ref),
                initiator=self,
            )
            return changed is not None
        if self.aim.contact_id is not None:
            contact = self.aim.contact_id
            answered = bench.do(
                lambda: bench.services.contacts.to_promise(contact, first.draft, bench.who, new),
                said=self.tr("The enquiry is a promise now."),
            )
            self.made = None if answered is None else answered.card
            return answered is not None
        often = first.repeat
        if often is not None:
            repeating = bench.do(
                lambda: promises.make_repeating(first.draft, often, bench.who, new),
                said=self.tr("Written down. The next one is made when this one is done."),
            )
            self.made = None if repeating is None else repeating.card
            return repeating is not None
        said = self.tr("Written down: {text}").format(text=first.draft.text)
        if len(reads) > 1:
            said = self.tr("{count} promises written down.").format(count=len(reads))
        drafts = [one.draft for one in reads]
        many = bench.do(lambda: promises.make_many(drafts, bench.who, new), said=said)
        self.made = None if many is None else many.card[-1]
        return many is not None

    def _newcomer(self, values: Values, name: str) -> CustomerDraft | None:
        """Whoever becomes a customer together with the promise; None for one who is there.

        Raises:
            Refusal: ``promise_who_unclear`` when somebody with such a name is there already, and
                nobody has said that this is a new one.
        """
        told = values.get("customer_id")
        if isinstance(told, int) or not name:
            return None
        if not isinstance(told, tuple) and self._bench.services.search.people(name):
            raise Refusal("promise_who_unclear", "customer_id", name=name[:80])
        return newcomer(name)

    def _read(self, values: Values, wrong: _Wrong) -> _Read | None:
        """What the form says; what is wrong with it is added to ``wrong``."""
        try:
            return self._said(values)
        except Refusal as refusal:
            wrong.sentences.setdefault(refusal.field or "text", self._bench.labels.refusal(refusal))
            return None

    def _said(self, values: Values) -> _Read:
        def text(key: str) -> str:
            return str(values.get(key) or "")

        made_on = self._made_on(values.get("made_on"))
        due = self._due_on(text("due"), made_on) if text("due") else None
        key = text("standard_key")
        offer = next((one for one in self.offers if one.key == key), None)
        channel, kind = text("channel"), text("kind")
        allowance = None if due is None else due.allowance
        if due is not None and offer is not None and due.due == offer.due:
            allowance = offer.allowance
        draft = PromiseDraft(
            **{name: text(name) for name in _TEXTS},
            customer_id=None,
            due=None if due is None else due.due,
            made_on=made_on,
            kind=PromiseKind(kind) if kind else PromiseKind.OTHER,
            channel=Channel(channel) if channel else None,
            standard_key=key if self.card is None else self.card.draft.standard_key,
            allowance=allowance,
            own=own_values(values, self.own_fields) or NOTHING_OWN,
        )
        if self.card is not None and draft.due == self.card.due:
            draft = replace(draft, allowance=self.card.draft.allowance)
        checked = checked_promise(draft, self._bench.today, self._calendar)
        return _Read(draft=draft, repeat=self._repeat(values, checked))

    def _made_on(self, typed: object) -> date:
        if isinstance(typed, date):
            return typed
        if not typed:
            return self._bench.today
        return read_past_day(str(typed), self._bench.today, "made_on")

    def _repeat(self, values: Values, draft: PromiseDraft) -> Repeat | None:
        every = str(values.get("repeat") or "")
        if not every or draft.due is None:
            return None
        step, ends_on = str(values.get("step") or "1").strip(), values.get("ends_on")
        if not step.isdecimal():
            raise Refusal("repeat_step", "step", most=99)
        if ends_on and not isinstance(ends_on, date):
            raise Refusal("day_not_read", "ends_on", found=str(ends_on)[:40])
        often = Repeat(
            every=Every(every),
            step=int(step),
            ends_on=ends_on if isinstance(ends_on, date) else None,
        )
        return checked_repeat(often, draft.due.day)


def _carried(said: str) -> dict[str, object]:
    """What the words of an enquiry make of the form: on one line, in full under Notes if cut."""
    line = " ".join(said.split())
    if len(line) <= TEXT_MOST:
        return {"text": line}
    return {"text": f"{line[: TEXT_MOST - 1].rstrip()}…", "notes": said[:NOTES_MOST]}


def known_promise(bench: Workbench, promise_id: int) -> bool:
    """Whether a promise can be changed; says so at large where it is gone."""
    try:
        bench.services.promises.get(promise_id)
    except Refusal as refusal:
        bench.bar.say(bench.labels.refusal(refusal))
        return False
    except Trouble as trouble:
        bench.bar.trouble(bench.labels.trouble(trouble))
        return False
    return True
