# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is known already when a letter is begun, read inside somebody else's step."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from servicedesk.content.law import load_facts
from servicedesk.domain.calendars import Nation
from servicedesk.domain.calendars_kept import ClosureCard
from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.customers import Channel, CustomerCard, ReachKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterDraft, LetterStage, LetterTemplate
from servicedesk.domain.letters_complaints import TO_OTHERS
from servicedesk.domain.letters_complaints_answer import NOT_ANSWERED, HalfAnswer
from servicedesk.domain.letters_fields import VOICES
from servicedesk.domain.letters_fields_complaints import ABOUT_A_COMPLAINT
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.letters_notice import CHOICES
from servicedesk.domain.letters_offers import notice_of
from servicedesk.domain.promises import PromiseCard
from servicedesk.domain.support import SupportNeed, SupportSheet
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.calendars_shifting import moved_by
from servicedesk.services.complaints_letters import ComplaintLetters
from servicedesk.services.complaints_writing import card_of as complaint_of
from servicedesk.services.facts import read_facts
from servicedesk.services.feedback_letters import FeedbackLetters
from servicedesk.services.feedback_writing import feedback_of
from servicedesk.services.letters_papers import LetterPapers
from servicedesk.services.promises_writing import card_of
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading
from servicedesk.store.calendars import closures_from
from servicedesk.store.calendars_dues import promises_due_in
from servicedesk.store.customers import customers
from servicedesk.store.customers_reading import customer_of
from servicedesk.store.fairness import offer_cards, offers
from servicedesk.store.letters import letters_of
from servicedesk.store.promises import moves_of
from servicedesk.store.support import support_sheets

_BY_LETTER = frozenset({Channel.POST, Channel.EMAIL, Channel.COUNTER, Channel.SMS, Channel.WEB})
_FARTHEST = 400
"""Days within which a business opens again after a closure, or no day is named."""

CANCEL_RIGHT = "cancel_contract"
"""Id of the legal fact about cancelling what was agreed at home or at a distance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What a letter is begun from.

    Args:
        template: which letter.
        customer_id: to whom; None takes the customer of the promise or the complaint.
        promise_id: what it is about, or None.
        complaint_id: which complaint it is about, or None.
        feedback_id: which feedback it is about, or None.
        closure_id: which closure; None takes the next one.
        offer_id: the offer or plan that a notice of a new price is about, or None.
        who: serves now.
        half: what was typed of the answer to the complaint.
    """

    template: LetterTemplate
    customer_id: int | None = None
    promise_id: int | None = None
    complaint_id: int | None = None
    feedback_id: int | None = None
    closure_id: int | None = None
    offer_id: int | None = None
    who: str = ""
    half: HalfAnswer = NOT_ANSWERED


class LetterStarts:
    """Begins letters.

    Args:
        around: data files, words and the clock.
        papers: reads the letterhead.
        complaints: reads the complaints that letters are about.
        feedback: reads the feedback that letters are about.
    """

    def __init__(
        self,
        around: Surroundings,
        papers: LetterPapers,
        complaints: ComplaintLetters,
        feedback: FeedbackLetters,
    ) -> None:
        self._around = around
        self._papers = papers
        self._complaints = complaints
        self._feedback = feedback

    def start(self, reading: Reading, begun: Begun) -> LetterDraft:
        """A letter with everything filled in that is known.

        Raises:
            Refusal: ``record_gone`` for a customer, promise, complaint, feedback, closure or
                offer that is not there.
        """
        promise = None if begun.promise_id is None else card_of(reading, begun.promise_id)
        about = None if begun.complaint_id is None else complaint_of(reading, begun.complaint_id)
        told = None if begun.feedback_id is None else feedback_of(reading, begun.feedback_id)
        theirs = (one.draft.customer_id for one in (promise, about, told) if one is not None)
        customer = _whom(reading, begun, theirs)
        name, stand_in = self._papers.signatory(reading, begun.who)
        values = {"signatory": name, "stand_in": stand_in}
        if about is not None and begun.template.id not in TO_OTHERS:
            values |= {**_addressed_before(reading, about), "customer.name": about.draft.called}
        if told is not None:
            values["customer.name"] = told.draft.called
        if customer is not None:
            is_theirs = about is not None and about.draft.customer_id == customer.id
            found = _addressed(customer)  # nobody gets what another one was written at
            values |= {key: said for key, said in found.items() if said or not is_theirs}
        if promise is not None:
            values |= self._promised(reading, promise)
        values |= self._of_stage(reading, begun, promise, customer, values)
        voice = self._papers.letterhead(reading).voice
        if begun.template.stage in ABOUT_A_COMPLAINT:
            template, number = begun.template, begun.complaint_id
            values |= self._complaints.begun(reading, template, number, voice, name, begun.half)
        values |= self._feedback.begun(begun.template, told, voice, name)
        sheet = None if customer is None else support_sheets(reading, (customer.id,))[customer.id]
        today = self._around.clock.today()
        return LetterDraft(
            template=begun.template.id,
            customer_id=None if customer is None else customer.id,
            promise_id=begun.promise_id,
            complaint_id=begun.complaint_id,
            feedback_id=begun.feedback_id,
            values={key: value for key, value in values.items() if value},
            is_large=_needs(sheet, SupportNeed.LARGE_PRINT, today),
            channel=_channel(customer, sheet, today),
        )

    def to_all_touched(
        self, reading: Reading, begun: Begun, closure_id: int
    ) -> tuple[LetterDraft, ...]:
        """A letter to each customer whose promise falls into a closure, or moved for it.

        Raises:
            Refusal: ``record_gone``.
        """
        closure = self._closure(reading, closure_id)
        touched = promises_due_in(reading, closure.days.first, closure.days.last)
        moved = moved_by(reading, self._around, closure.days)
        whom = dict.fromkeys([one.customer_id for one in touched])
        whom |= dict.fromkeys([one.customer_id for one in moved])
        return tuple(
            self.start(reading, replace(begun, customer_id=one, closure_id=closure_id))
            for one in whom
            if one is not None
        )

    def cancel_right(self, reading: Reading, customer_id: int | None) -> str:
        """What the law says of cancelling what was agreed at home or at a distance.

        Returns:
            "" for a business customer, and somewhere else than in the four nations.
        """
        nation = self._papers.letterhead(reading).nation
        customer = None if customer_id is None else _customer(reading, customer_id)
        if nation is Nation.ELSEWHERE or (customer and not customer.draft.is_consumer):
            return ""
        facts = load_facts(self._around.resources)
        return next(
            (one.text for one in facts if one.id == CANCEL_RIGHT and nation in one.nations), ""
        )

    def _promised(self, reading: Reading, card: PromiseCard) -> dict[str, str]:
        draft, due = card.draft, card.due
        at = ""
        if due.at is not None:
            zone = calendar_in(reading, self._around.resources).days.zone
            at = f"{due.at.astimezone(zone):%H:%M}"
        return {
            "promise.text": draft.text,
            "promise.made_on": draft.made_on.isoformat(),
            "promise.due": due.day.isoformat(),
            "promise.time": at,
            "promise.promiser": draft.promiser,
            "promise.condition": draft.condition,
            "promise.remedy": draft.remedy,
            "promise.job": draft.job_ref,
        }

    def _of_stage(
        self,
        reading: Reading,
        begun: Begun,
        promise: PromiseCard | None,
        customer: CustomerCard | None,
        values: dict[str, str],
    ) -> dict[str, str]:
        say, today = self._around.phrases.say, self._around.clock.today()
        match begun.template.stage:
            case LetterStage.PROMISE:
                known = {"promise.made_on": today.isoformat()}
                return known | {"promise.promiser": values["signatory"]} | values
            case LetterStage.DELAY:
                us = VOICES[self._papers.letterhead(reading).voice]["us"]
                days = {} if promise is None else _slipped(reading, promise)
                return {
                    "old_due": values.get("promise.due", ""),
                    "choices": say("letter.choices", us=us),
                    **days,
                }
            case LetterStage.DONE:
                ended = None if promise is None else promise.ending
                return {"done_on": (today if ended is None else ended.on).isoformat()}
            case LetterStage.VISIT:
                return {
                    "slot.day": values.get("promise.due", ""),
                    "who_comes": values.get("promise.promiser", ""),
                    "slot.place": self._place(reading, customer),
                }
            case LetterStage.CLOSURE:
                return self._closed(reading, begun, customer)
            case LetterStage.PRICE_CHANGE:
                us = VOICES[self._papers.letterhead(reading).voice]["us"]
                known = {} if begun.offer_id is None else _noticed(reading, begun.offer_id)
                return known | {CHOICES: say("letter.notice_choices", us=us)}
            case _:
                return {}

    def _place(self, reading: Reading, customer: CustomerCard | None) -> str:
        """Where an appointment is: at the customer's where we go to them, else at ours."""
        facts = read_facts(reading)
        ways = facts.get("how_you_work")
        goes = isinstance(ways, tuple) and "you_go" in ways and "they_come" not in ways
        if goes and customer is not None and customer.draft.addresses:
            first = customer.draft.addresses[0]
            return ", ".join([*first.lines.splitlines(), first.postcode]).strip(", ")
        return ", ".join(str(facts.get("address", "")).splitlines())

    def _closure(self, reading: Reading, closure_id: int) -> ClosureCard:
        for one in closures_from(reading, date.min):
            if one.id == closure_id:
                return one
        raise Refusal("record_gone", record="closures")

    def _next_closure(self, reading: Reading) -> ClosureCard | None:
        coming = closures_from(reading, self._around.clock.today())
        return min(coming, key=lambda one: one.days.first, default=None)

    def _closed(
        self, reading: Reading, begun: Begun, customer: CustomerCard | None
    ) -> dict[str, str]:
        named = begun.closure_id
        closure = self._next_closure(reading) if named is None else self._closure(reading, named)
        if closure is None:
            return {}
        first, last = closure.days.first, closure.days.last
        touched = promises_due_in(reading, first, last)
        back_on = self._back_on(reading, last)
        effect = [
            self._offered(one.text, one.due.day, back_on)
            for one in touched
            if customer is not None and one.customer_id == customer.id
        ]
        if customer is not None:
            effect += self._moved(reading, closure, customer.id)
        return {
            "closure.from": first.isoformat(),
            "closure.to": last.isoformat(),
            "closure.back_on": back_on,
            "closure.reason": "",  # the one on record is for the owner's own eyes
            "effect": "\n".join(effect),
        }

    def _moved(self, reading: Reading, closure: ClosureCard, customer_id: int) -> list[str]:
        """What is due later because of a closure, each with its old day and its new one."""
        phrases = self._around.phrases
        return [
            phrases.say(
                "letter.effect_moved",
                text=one.text,
                day=day_words(one.after.day, phrases),
                before=day_words(one.before.day, phrases),
            )
            for one in moved_by(reading, self._around, closure.days, customer_id)
        ]

    def _offered(self, text: str, due: date, back_on: str) -> str:
        """A promise that a closure touches, with the day that is offered instead."""
        phrases = self._around.phrases
        day = day_words(due, phrases)
        if not back_on:
            return phrases.say("letter.effect", text=text, day=day)
        new = day_words(date.fromisoformat(back_on), phrases)
        return phrases.say("letter.offered", text=text, day=day, new=new)

    def _back_on(self, reading: Reading, last: date) -> str:
        """The first opening day after a closure; "" where none is near."""
        calendar = calendar_in(reading, self._around.resources).days
        for days in range(1, _FARTHEST):
            day = last + timedelta(days)
            if calendar.intervals_on(day):
                return day.isoformat()
        return ""


def _whom(reading: Reading, begun: Begun, theirs: Iterable[int | None]) -> CustomerCard | None:
    """To whom a letter goes, of those on record; one to somebody else names no customer."""
    if begun.template.id in TO_OTHERS:
        return None
    known = (one for one in (begun.customer_id, *theirs) if one is not None)
    wanted = next(known, None)
    return None if wanted is None else _customer(reading, wanted)


def _noticed(reading: Reading, offer_id: int) -> dict[str, str]:
    """What an offer already says of its notice."""
    for card in offer_cards(reading):
        if card.id == offer_id:
            return notice_of(card.draft)
    raise Refusal("record_gone", record=offers.name)


def _slipped(reading: Reading, card: PromiseCard) -> dict[str, str]:
    """The day before and after the newest move of a promise of which nobody was told."""
    moves = moves_of(reading, card.id)
    taken_back = {move.reverses for move in moves}
    standing = [one for one in moves if one.reverses is None and one.id not in taken_back]
    if card.told_on is not None or not standing:
        return {}
    return {
        "old_due": standing[-1].before.day.isoformat(),
        "new_due": card.due.day.isoformat(),
    }


def email_of(reading: Reading, customer_id: int | None) -> str:
    """The first e-mail address of a customer; "" where none is known, and for nobody.

    Raises:
        Refusal: ``record_gone``.
    """
    if customer_id is None:
        return ""
    reaches = _customer(reading, customer_id).draft.reaches
    return next((one.shown for one in reaches if one.kind is ReachKind.EMAIL), "")


def _customer(reading: Reading, customer_id: int) -> CustomerCard:
    card = customer_of(reading, customer_id)
    if card is None:
        raise Refusal("record_gone", record=customers.name)
    return card


def _addressed(card: CustomerCard) -> dict[str, str]:
    """Name, salutation and address; the name that is a mere number stands on no envelope."""
    draft = card.draft
    first = draft.addresses[0] if draft.addresses else None
    lines = [draft.ask_for] if draft.ask_for else []
    if first is not None:
        lines += [*first.lines.splitlines(), first.postcode]
    return {
        "customer.name": draft.name,
        "customer.salutation": draft.salutation,
        "customer.address_block": "\n".join(line for line in lines if line.strip()),
    }


def _addressed_before(reading: Reading, about: ComplaintCard) -> dict[str, str]:
    """Salutation and address that the last letter about a complaint was given: typed once."""
    sent = letters_of(reading, complaint_id=about.id)
    theirs = (one for one in sent if one.template not in TO_OTHERS and one.withdrawn_on is None)
    last = next(theirs, None)
    names = ("customer.salutation", "customer.address_block")
    return {} if last is None else {name: last.values.get(name, "") for name in names}


def _needs(sheet: SupportSheet | None, need: SupportNeed, today: date) -> bool:
    return sheet is not None and any(
        one.draft.need is need and one.is_shown(today) for one in sheet.needs
    )


def _channel(customer: CustomerCard | None, sheet: SupportSheet | None, today: date) -> Channel:
    """How the letter goes out: as helps the customer, else as they like it, else by post."""
    if _needs(sheet, SupportNeed.EMAIL_NOT_POST, today):
        return Channel.EMAIL
    prefers = None if customer is None else customer.draft.prefers
    return prefers if prefers is not None and prefers in _BY_LETTER else Channel.POST
