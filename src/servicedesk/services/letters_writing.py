# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writing letters: choose, fill, check, look, issue; and the owner's own words of them."""

from collections.abc import Callable
from dataclasses import dataclass

from servicedesk.content.letters import with_words
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import (
    LetterCard,
    LetterDraft,
    LetterStage,
    LetterTemplate,
    Voice,
)
from servicedesk.domain.letters_checking import (
    LetterFinding,
    head_lacks,
    letter_findings,
    way_lacks,
)
from servicedesk.domain.letters_days import check_days
from servicedesk.domain.letters_fields import CATALOGUE, LetterField
from servicedesk.domain.letters_filling import fields_in, still_missing
from servicedesk.domain.letters_paper import email_text
from servicedesk.domain.letters_promising import asked_for_record
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.services.attachments import read_attachment
from servicedesk.services.facts import keep_fact
from servicedesk.services.letters import Issue, issue, kept_letter, take_back
from servicedesk.services.letters_papers import VOICE, Letterhead, LetterPapers, Written, together
from servicedesk.services.letters_promising import Foretold, carry_out, foretell, ground_of
from servicedesk.services.letters_starting import Begun, LetterStarts, email_of
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.letters import (
    letter_wordings,
    letters_of,
    next_letter_ref,
    own_wordings,
)

_BODY_MOST = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCheck:
    """A letter as it stands, for the screen beside it.

    Args:
        subject: the line over it.
        words: what it says, as it can be edited.
        missing: names of the fields that it still needs.
        findings: of the wording check.
        lacks: what stops it from reaching anybody, or from being answered: "name", "address" or
            "reach" of the letterhead, "to_address" or "to_email" of whoever it goes to.
        foretold: what issuing it does to the records.
    """

    subject: str
    words: str
    missing: tuple[str, ...]
    findings: tuple[LetterFinding, ...]
    lacks: tuple[str, ...]
    foretold: Foretold

    @property
    def can_issue(self) -> bool:
        """Nothing is missing and nothing is blocked."""
        return not self.missing and not any(one.is_block for one in self.findings)


class LettersWriting:
    """The use cases of letters.

    Args:
        units: opens changes and reads.
        around: data files, words and the clock.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
        self._papers = LetterPapers(around)
        self._starts = LetterStarts(around, self._papers)

    def templates(self, stage: LetterStage | None = None) -> tuple[LetterTemplate, ...]:
        """The letters that can be chosen, in the owner's own words where there are some.

        Args:
            stage: only those of it; None for all.
        """
        with self._units.read() as reading:
            found = self._papers.templates(reading)
        return tuple(one for one in found if stage in (None, one.stage))

    def fields(self, template_id: str, *, with_record: bool = False) -> tuple[LetterField, ...]:
        """The fields of a letter that are typed, those that it needs at the head.

        Args:
            template_id: which letter.
            with_record: those too that only the promise behind it needs, where there is none yet.

        Raises:
            KeyError: there is no such letter.
        """
        with self._units.read() as reading:
            template = self._papers.template(reading, template_id)
        named = (*template.needs, *fields_in(template.parts), "customer.salutation")
        behind = asked_for_record(template.stage) if with_record else ()
        more = (*behind, "customer.address_block", "stand_in")
        return tuple(
            CATALOGUE[name]
            for name in dict.fromkeys((*named, *more))
            if not CATALOGUE[name].is_ours
        )

    def draft(
        self,
        template_id: str,
        customer_id: int | None = None,
        promise_id: int | None = None,
        closure_id: int | None = None,
        who: str = "",
    ) -> LetterDraft:
        """A letter with everything filled in that is known.

        Args:
            template_id: which letter.
            customer_id: to whom; None takes the customer of the promise.
            promise_id: what it is about, or None.
            closure_id: the closure that a notice is about; None takes the next one.
            who: serves now, and signs when on record by that name.

        Raises:
            KeyError: there is no such letter.
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            template = self._papers.template(reading, template_id)
            begun = Begun(
                template=template,
                customer_id=customer_id,
                promise_id=promise_id,
                closure_id=closure_id,
                who=who,
            )
            return self._starts.start(reading, begun)

    def drafts_for_closure(self, closure_id: int, who: str = "") -> tuple[LetterDraft, ...]:
        """A closure notice to each customer who was promised something in its days.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            (template,) = (
                one for one in self._papers.templates(reading) if one.stage is LetterStage.CLOSURE
            )
            begun = Begun(template=template, who=who)
            return self._starts.to_all_touched(reading, begun, closure_id)

    def cancel_right(self, customer_id: int | None = None) -> str:
        """What the law says of cancelling what was agreed at the customer's home; "" for nothing.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return self._starts.cancel_right(reading, customer_id)

    def check(self, draft: LetterDraft) -> LetterCheck:
        """How a letter stands: its words, what it needs, what to think about.

        Raises:
            Refusal: ``letter_day_not_read`` with the field.
        """
        with self._units.read() as reading:
            template, head, written, _ = self._written(reading, draft)
            ground = ground_of(reading, self._around, "")
            foretold = foretell(reading, template, draft, ground)
            email = email_of(reading, draft.customer_id)
        lacks = (*head_lacks(head.values), *way_lacks(draft, has_email=bool(email)))
        return LetterCheck(
            subject=written.subject,
            words=written.words,
            missing=still_missing(template, draft.values),
            findings=written.findings,
            lacks=lacks,
            foretold=foretold,
        )

    def preview(self, draft: LetterDraft, *more: LetterDraft) -> PrintJob:
        """The paper as it would go out, marked as a draft; several letters one after the other.

        Raises:
            Refusal: ``letter_day_not_read`` with the field.
        """
        papers = []
        with self._units.read() as reading:
            template, head, written, ref = self._written(reading, draft)
            papers.append((self._papers.paper(template, written, head, is_draft=True), draft))
            for other in more:
                template, head, filled, _ = self._written(reading, other)
                papers.append((self._papers.paper(template, filled, head, is_draft=True), other))
        name = written.printed.get("customer.name", "")

        def make(choice: PaperChoice) -> Printed:
            return together(
                [self._papers.made(one, choice.size, large=of.is_large) for one, of in papers]
            )

        stem = template.title if more else f"{ref} {name}"
        return _job(template.title, stem, head.size, make)

    def issue(self, draft: LetterDraft, who: str) -> Done[LetterCard]:
        """Send a letter out: keep its exact PDF, note the contact, take its effect.

        Its effect is the one that ``check`` foretells: a promise is made, moved or done, a
        customer added. Nothing before it, nor the letter itself, can be undone; ``take_back``
        says that it did not go out after all.

        Raises:
            Refusal: ``letter_field_missing`` with the field, ``letter_words_blocked``, and what
                the rules of promises and customers and ``printed_values`` raise.
        """
        with self._units.change("issue letter", who, is_barrier=True) as unit:
            card = self._issue(unit, draft, who)
        return Done(card=card, changes=unit.changes)

    def issue_all(self, drafts: tuple[LetterDraft, ...], who: str) -> Done[tuple[LetterCard, ...]]:
        """Send several letters out in one step: all of them, or none.

        Raises:
            Refusal: as ``issue``.
        """
        with self._units.change("issue letters", who, is_barrier=True) as unit:
            cards = tuple(self._issue(unit, one, who) for one in drafts)
        return Done(card=cards, changes=unit.changes)

    def take_back(self, letter_id: int, who: str) -> Done[LetterCard]:
        """Say that a letter did not go out after all; it stays on record as it was.

        Raises:
            Refusal: ``record_gone`` or ``letter_withdrawn``.
        """
        clock = self._around.clock
        with self._units.change("take letter back", who, is_barrier=True) as unit:
            card = take_back(unit, letter_id, clock.today(), clock.now())
        return Done(card=card, changes=unit.changes)

    def issued(self, letter_id: int) -> LetterCard:
        """A letter that was issued.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return kept_letter(reading, letter_id)

    def email_text(self, letter_id: int) -> str:
        """A letter that was issued as the text of an e-mail, the line over it first.

        Raises:
            Refusal: ``record_gone``.
        """
        card = self.issued(letter_id)
        return email_text(card.body, card.values, self._around.phrases)

    def of(
        self, *, customer_id: int | None = None, promise_id: int | None = None
    ) -> tuple[LetterCard, ...]:
        """The letters to a customer, or about a promise, the newest first."""
        with self._units.read() as reading:
            return letters_of(reading, customer_id=customer_id, promise_id=promise_id)

    def issued_job(self, letter_ids: tuple[int, ...]) -> PrintJob:
        """Letters exactly as they were issued, one after the other.

        Args:
            letter_ids: at least one.

        Raises:
            Refusal: ``record_gone``.
            Trouble: ``attachment_damaged``.
        """
        with self._units.read() as reading:
            cards = [kept_letter(reading, one) for one in letter_ids]
            pdfs = [b"".join(read_attachment(reading, card.attachment_id)) for card in cards]
            size = self._papers.letterhead(reading).size

        def make(_choice: PaperChoice) -> Printed:
            return together([Printed(data=pdf, pages=0) for pdf in pdfs])

        first = cards[0]
        stem = f"{first.ref} {first.customer_name}" if len(cards) == 1 else first.title
        return _job(first.title, stem, size, make)

    def voice(self) -> Voice:
        """Who speaks in letters."""
        with self._units.read() as reading:
            return self._papers.letterhead(reading).voice

    def set_voice(self, voice: Voice, who: str) -> Done[Voice]:
        """Say who speaks in letters from now on."""
        with self._units.change("change voice of letters", who) as unit:
            keep_fact(unit, VOICE, voice.value)
        return Done(card=voice, changes=unit.changes)

    def save_wording(self, template_id: str, body: str, who: str) -> Done[LetterTemplate]:
        """Keep the owner's own words of a letter.

        Args:
            template_id: which letter.
            body: in the little Markdown of letters, with its {fields}.
            who: changes them.

        Raises:
            KeyError: there is no such letter.
            Refusal: field "words"; ``letter_too_long``, ``letter_words_blocked``, or what
                ``content.letters.with_words`` raises.
        """
        ours = self._papers.ours[template_id]
        tidy = body.strip()
        if len(tidy) > _BODY_MOST:
            raise Refusal("letter_too_long", "words", most=_BODY_MOST)
        own = with_words(ours, tidy, ours.version)
        with self._units.change("change words of a letter", who) as unit:
            head = self._papers.letterhead(unit.connection)
            text = "\n".join(part.text for part in own.parts)
            _refuse_blocked(letter_findings(text, head.bodies, has_law=head.has_law))
            values = {"template": template_id, "based_on": ours.version, "body": tidy}
            row = own_wordings(unit.connection).get(template_id)
            if row is None:
                unit.insert(letter_wordings, values)
            else:
                unit.update(letter_wordings, row[0], values)
        return Done(card=own, changes=unit.changes)

    def put_back_wording(self, template_id: str, who: str) -> Done[LetterTemplate]:
        """Go back to our words of a letter; nothing is done where they are ours."""
        with self._units.change("put back words of a letter", who) as unit:
            row = own_wordings(unit.connection).get(template_id)
            if row is not None:
                unit.remove(letter_wordings, row[0])
        return Done(card=self._papers.ours[template_id], changes=unit.changes)

    def _written(
        self, reading: Reading, draft: LetterDraft
    ) -> tuple[LetterTemplate, Letterhead, Written, str]:
        template = self._papers.template(reading, draft.template)
        head = self._papers.letterhead(reading)
        ref = next_letter_ref(reading, self._around.clock.today().year)
        return template, head, self._papers.written(template, draft, head, ref), ref

    def _issue(self, unit: Unit, draft: LetterDraft, who: str) -> LetterCard:
        template, head, written, ref = self._written(unit.connection, draft)
        for name in still_missing(template, draft.values):
            label = self._around.phrases.say(f"letter.field.{name}")
            raise Refusal("letter_field_missing", name, label=label)
        _refuse_blocked(written.findings)
        ground = ground_of(unit.connection, self._around, who)
        whole = carry_out(unit, template, draft, ground)
        check_days(draft.values, ground.today)
        paper = self._papers.paper(template, written, head, is_draft=False)
        made = self._papers.made(paper, head.size, large=draft.is_large)
        contact = self._around.phrases.say("letter.contact", title=template.title, ref=ref)
        ready = Issue(
            template=template,
            draft=whole,
            ref=ref,
            values={name: value for name, value in written.printed.items() if name in CATALOGUE},
            body=_body(written),
            pdf=made.data,
            contact=contact,
            today=ground.today,
            now=ground.now,
            who=who,
        )
        return issue(unit, ready)


def _refuse_blocked(findings: tuple[LetterFinding, ...]) -> None:
    for one in findings:
        if one.is_block:
            raise Refusal("letter_words_blocked", "words", found=one.found, instead=one.instead)


def _body(written: Written) -> str:
    return "\n\n".join(part for part in (written.subject, written.words) if part)


def _job(
    title: str, stem: str, size: PaperSize, make: Callable[[PaperChoice], Printed]
) -> PrintJob:
    """One letter, or several, on the sheet that the business prints on."""
    offer = PaperOffer(id="letter", sizes=(size,))
    return PrintJob(title=title, stem=stem, offers=(offer,), make=make)
