# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the contact note knows: what it asks, what is kept of it, what is wrong in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.complaints_listed import ComplaintFilter, ComplaintRow
from servicedesk.domain.contacts import ContactCard, ContactDraft
from servicedesk.domain.contacts_waits import read_wait, wait_words
from servicedesk.domain.customers import Channel
from servicedesk.domain.entries_days import read_day, read_past_day
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import AnswerValue, Choice, Question, QuestionKind
from servicedesk.domain.search_people import newcomer
from servicedesk.domain.support_words import guarded

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.workbench import Workbench

FORM = "contacts"
"""Under which name a half-typed note is kept: that of the table."""

IN, OUT = "in", "out"
SORTED = "sorted"

ABOUT_COMPLAINT = "contact_about_complaint"
"""The same for a note about a complaint, whose number tells which."""

_WORDS = 60
"""Letters of a complaint that are shown to choose it by."""

_CHANNELS = (
    Channel.PHONE,
    Channel.COUNTER,
    Channel.EMAIL,
    Channel.SMS,
    Channel.VISIT,
    Channel.POST,
    Channel.WEB,
    Channel.SOCIAL,
    Channel.THIRD_PARTY,
)
"""In the order in which most people meet their customers; a digit chooses."""

_FIELDS = {"at": "happened_on", "answered_minutes": "answered"}
"""Fields of a contact that are asked for under another name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactState:
    """The note as it stands.

    Args:
        errors: sentences by question id.
        warning: a gentle word about what was typed; "" for none.
        saved: the contact, once it is kept.
    """

    errors: Mapping[str, str] = field(default_factory=dict)
    warning: str = ""
    saved: ContactCard | None = None


class ContactPresenter(QObject):
    """Notes a contact, or changes one.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        contact_id: of the contact to change; None for a new one.
        complaint_id: of the complaint that a new one is about, or None.
    """

    state_changed = Signal()

    def __init__(
        self,
        bench: "Workbench",
        contact_id: int | None = None,
        parent: QObject | None = None,
        *,
        complaint_id: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._contact_id = contact_id
        self.card = None if contact_id is None else bench.services.contacts.get(contact_id)
        self._complaint_id = complaint_id if self.card is None else self.card.draft.complaint_id
        self._refs: dict[int, str] = {}
        self.state = ContactState()

    @property
    def title(self) -> str:
        """Over the form."""
        return self.tr("Contact note") if self.card is None else self.tr("Change the note")

    def questions(self) -> dict[str, Question]:
        """What is asked beside who it was, by id, in the order in which people tell it."""
        return {question.id: question for question in (*self._what(), *self._when())}

    def _what(self) -> tuple[Question, ...]:
        """What was said, and how."""
        channels = tuple(
            Choice(id=one.value, label=self._bench.labels.say(f"contacts.channel.{one.value}"))
            for one in _CHANNELS
        )
        return (
            Question(id="text", kind=QuestionKind.LONG_TEXT, label=self.tr("What was it about?")),
            Question(
                id="channel",
                kind=QuestionKind.CHOICE,
                label=self.tr("How"),
                choices=channels,
                is_required=True,
            ),
            Question(
                id="direction",
                kind=QuestionKind.CHOICE,
                label=self.tr("Who began"),
                is_required=True,
                choices=(
                    Choice(id=IN, label=self.tr("They did")),
                    Choice(id=OUT, label=self.tr("We did")),
                ),
            ),
            Question(
                id="ended",
                kind=QuestionKind.CHOICES,
                label=self.tr("How it ended"),
                choices=(Choice(id=SORTED, label=self.tr("Sorted there and then")),),
            ),
        )

    def _when(self) -> tuple[Question, ...]:
        """The days of it, and how long they waited."""
        return (
            Question(
                id="next_on",
                kind=QuestionKind.DAY,
                label=self.tr("Come back to it on"),
                help=self.tr("With a day it is an enquiry: it stands on Today until answered."),
            ),
            Question(
                id="answered",
                kind=QuestionKind.TEXT,
                label=self.tr("They waited for an answer"),
                help=self.tr("Such as 5 min, 2 h or 1 day."),
                maximum=40,
            ),
            Question(
                id="happened_on",
                kind=QuestionKind.DAY,
                label=self.tr("Day"),
                help=self.tr("Empty means just now."),
                is_past=True,
            ),
        )

    def begin(self, customer_id: int | None) -> dict[str, AnswerValue | None]:
        """What the fields begin with, by question id.

        Args:
            customer_id: with whom, where that is known; None for nobody yet.
        """
        about = "" if self._complaint_id is None else str(self._complaint_id)
        if self.card is None:
            return {
                "customer_id": customer_id,
                "complaint_id": about,
                "channel": Channel.PHONE.value,
                "direction": IN,
            }
        draft = self.card.draft
        wait = draft.answered_minutes
        return {
            "customer_id": draft.customer_id,
            "complaint_id": about,
            "text": draft.text,
            "channel": draft.channel.value,
            "direction": IN if draft.is_incoming else OUT,
            "ended": (SORTED,) if draft.is_sorted else (),
            "next_on": draft.next_on,
            "answered": "" if wait is None else wait_words(wait, self._bench.labels),
            "happened_on": draft.at.astimezone(LONDON).date(),
        }

    def complaints(self, customer_id: int | None) -> tuple[Choice, ...]:
        """What the note can be about: the one that it is about so far, and what is open with them.

        Args:
            customer_id: with whom; None for nobody on record.
        """
        lists = self._bench.services.complaints.lists
        own = () if self._complaint_id is None else (self._complaint_id,)
        try:
            theirs = (
                () if customer_id is None else lists.ids(ComplaintFilter(customer_id=customer_id))
            )
            rows = lists.rows(tuple(dict.fromkeys((*own, *theirs))))
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return ()
        self._refs = {row.id: row.ref for row in rows}
        return tuple(Choice(id=str(row.id), label=self._named(row)) for row in rows)

    def _named(self, row: ComplaintRow) -> str:
        """A complaint by its number and the beginning of what happened."""
        words = " ".join(row.text.split())
        if not words and row.about is not None:
            words = self._bench.labels.enum(row.about)
        if len(words) > _WORDS:
            words = f"{words[:_WORDS].rsplit(' ', 1)[0]}…"
        said = self.tr("{ref}: {words}") if words else "{ref}"
        return said.format(ref=row.ref, words=words[:1].upper() + words[1:])

    def look_at(self, text: str) -> None:
        """Say a gentle word where a note says why somebody needs help, not what helps."""
        found = guarded(text)
        said = "" if found is None else self._say(Refusal(found.code, "text", word=found.word))
        if said != self.state.warning:
            self._show(replace(self.state, warning=said))

    def save(self, values: Mapping[str, object]) -> None:
        """Keep the note; the state says what came of it.

        Args:
            values: raw, by question id, as the fields give them; who it was as a number, as
                the name that was typed of somebody who is no customer, or as that of one who
                becomes one, in a tuple.
        """
        wrong: dict[str, str] = {}
        draft = self._read(values, wrong)
        if wrong:
            self._show(replace(self.state, errors=wrong))
            return
        contacts, who = self._bench.services.contacts, self._bench.who
        contact_id = self._contact_id
        name = values.get("customer_id")
        new = newcomer(str(name[0])) if isinstance(name, tuple) and name else None

        def step() -> "Done[ContactCard]":
            if contact_id is None:
                return contacts.log(draft, who, new)
            return contacts.change(contact_id, draft, who, new)

        try:
            done = self._bench.do(step, said=self._said(draft), initiator=self)
        except Refusal as refusal:
            place = _FIELDS.get(refusal.field or "", refusal.field or "customer_id")
            self._show(replace(self.state, errors={place: self._say(refusal)}))
            return
        if done is not None:
            self._show(replace(self.state, errors={}, saved=done.card))

    def bin(self) -> bool:
        """Put the contact into the bin; True once it lies there."""
        contact_id, contacts = self._contact_id, self._bench.services.contacts
        if contact_id is None:
            return False
        said = self.tr("Contact put into the bin.")
        try:
            done = self._bench.do(lambda: contacts.bin(contact_id, self._bench.who), said=said)
        except Refusal as refusal:
            self._show(replace(self.state, errors={"customer_id": self._say(refusal)}))
            return False
        return done is not None

    def _said(self, draft: ContactDraft) -> str:
        """What the bar says when it is kept."""
        ref = self._refs.get(draft.complaint_id or 0, "")
        if draft.next_on is not None:
            at = QDate(draft.next_on.year, draft.next_on.month, draft.next_on.day)
            day = QLocale().toString(at, "dddd d MMMM")
            return self.tr("Enquiry noted, to come back to {day}.").format(day=day)
        if self._contact_id is not None:
            return self.tr("Note changed.")
        if ref:
            return self.tr("Contact noted with complaint {ref}.").format(ref=ref)
        return self.tr("Contact noted.")

    def _read(self, values: Mapping[str, object], wrong: dict[str, str]) -> ContactDraft:
        """The note as the rules take it; what cannot be read is put into ``wrong``."""
        who, text = values.get("customer_id"), str(values.get("text", "")).strip()
        about = str(values.get("complaint_id") or "")
        if isinstance(who, str) and who:
            text = self.tr("{name}: {text}").format(name=who, text=text) if text else who
        return ContactDraft(
            customer_id=who if isinstance(who, int) else None,
            text=text,
            channel=Channel(str(values.get("channel")) or Channel.PHONE.value),
            is_incoming=values.get("direction") != OUT,
            at=self._moment(values.get("happened_on"), wrong),
            answered_minutes=self._wait(str(values.get("answered", "")), wrong),
            is_sorted=SORTED in _each(values.get("ended")),
            next_on=self._day(values.get("next_on"), wrong),
            by_whom="" if self.card is None else self.card.draft.by_whom,
            complaint_id=int(about) if about else None,
        )

    def _wait(self, typed: str, wrong: dict[str, str]) -> int | None:
        try:
            return read_wait(typed, "answered")
        except Refusal as refusal:
            wrong["answered"] = self._say(refusal)
            return None

    def _day(self, typed: object, wrong: dict[str, str]) -> date | None:
        if isinstance(typed, date) or not typed:
            return typed if isinstance(typed, date) else None
        try:
            return read_day(str(typed), self._bench.today, "next_on")
        except Refusal as refusal:
            wrong["next_on"] = self._say(refusal)
            return None

    def _moment(self, typed: object, wrong: dict[str, str]) -> datetime:
        """When it happened: the minute that is known of that day, else its noon."""
        now, today = self._bench.clock.now(), self._bench.today
        day = typed if isinstance(typed, date) else today
        if typed and not isinstance(typed, date):
            try:
                day = read_past_day(str(typed), today, "happened_on")
            except Refusal as refusal:
                wrong["happened_on"] = self._say(refusal)
        if self.card is not None and self.card.draft.at.astimezone(LONDON).date() == day:
            return self.card.draft.at
        return now if day == today else datetime.combine(day, time(12), LONDON)

    def _say(self, refusal: Refusal) -> str:
        return self._bench.labels.refusal(refusal)

    def _show(self, state: ContactState) -> None:
        self.state = state
        self.state_changed.emit()


def _each(chosen: object) -> tuple[object, ...]:
    return tuple(chosen) if isinstance(chosen, tuple | list) else ()
