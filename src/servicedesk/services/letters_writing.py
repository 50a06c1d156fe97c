# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writing letters: choose, fill, check, look, issue; and the owner's own words of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import (
    LetterCard,
    LetterDraft,
    LetterTemplate,
    Voice,
)
from servicedesk.domain.letters_checking import LetterFinding, head_lacks, way_lacks
from servicedesk.domain.letters_complaints import ANSWERING
from servicedesk.domain.letters_days import check_days
from servicedesk.domain.letters_fields import CATALOGUE
from servicedesk.domain.letters_filling import still_missing
from servicedesk.domain.letters_sums import check_refund
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.complaints_letters import ComplaintForetold
from servicedesk.services.complaints_letters_back import put_back
from servicedesk.services.complaints_writing import footing_in
from servicedesk.services.facts import keep_fact
from servicedesk.services.feedback_letters import FeedbackForetold, feedback_back
from servicedesk.services.letters import Issue, issue, take_back
from servicedesk.services.letters_beginning import LetterBeginnings
from servicedesk.services.letters_issued import letter_job
from servicedesk.services.letters_papers import VOICE, Letterhead, Written
from servicedesk.services.letters_promising import Foretold, carry_out, foretell, ground_of
from servicedesk.services.letters_rights import rights_told
from servicedesk.services.letters_starting import email_of
from servicedesk.services.letters_wordings import LetterWordings, refuse_blocked
from servicedesk.services.unit import Done, Reading, Unit
from servicedesk.store.letters import next_letter_ref

GotOn = Callable[[int, int], None]
"""Hears how many letters are done of how many."""


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
        foretold: what issuing it does to customer and promise.
        about: what it does to the complaint behind it, and why it cannot go out yet.
        feedback: what it does to the feedback behind it, and why it cannot go out yet.
        law_checked_on: the day on which what it says of the law was last looked up, where that is
            so long ago that somebody should look again; else None.
        rights: what it can tell of what the customer can ask for by law; "" for nothing.
    """

    subject: str
    words: str
    missing: tuple[str, ...]
    findings: tuple[LetterFinding, ...]
    lacks: tuple[str, ...]
    foretold: Foretold
    about: ComplaintForetold
    feedback: FeedbackForetold
    law_checked_on: date | None
    rights: str = ""


class LettersWriting(LetterBeginnings):
    """The use cases of letters, those too of ``LetterBeginnings`` and of ``IssuedLetters``.

    Args:
        units: opens changes and reads.
        around: data files, words and the clock.
    """

    @cached_property
    def wordings(self) -> LetterWordings:
        """The owner's own words of letters, and the signature."""
        return LetterWordings(self._units, self._around, self._papers)

    def check(self, draft: LetterDraft) -> LetterCheck:
        """How a letter stands: its words, what it needs, what to think about.

        Raises:
            Refusal: ``letter_day_not_read`` with the field.
        """
        with self._units.read() as reading:
            template, head, written, _ = self._written(reading, draft)
            ground = ground_of(reading, self._around, "")
            foretold = foretell(reading, template, draft, ground)
            about = self._complaints.foretell(reading, template, draft)
            feedback = self._feedback.foretell(reading, template, draft)
            email = email_of(reading, draft.customer_id)
            rights = rights_told(reading, self._around, template, draft)
        old = (
            self._papers.old_law_of(template, draft, head),
            rights.old_since if draft.tells_rights else None,
        )
        lacks = (*head_lacks(head.values), *way_lacks(draft, has_email=bool(email)))
        return LetterCheck(
            subject=written.subject,
            words=written.words,
            missing=still_missing(template, draft.values),
            findings=written.findings,
            lacks=lacks,
            foretold=foretold,
            about=about,
            feedback=feedback,
            law_checked_on=min((one for one in old if one is not None), default=None),
            rights=rights.paragraph,
        )

    def preview(self, draft: LetterDraft, *more: LetterDraft) -> PrintJob:
        """The paper as it would go out, marked as a draft; several letters one after the other.

        Only the first is filled here; the others are when the paper is made, beside the screen.

        Raises:
            Refusal: ``letter_day_not_read`` with the field.
        """
        with self._units.read() as reading:
            template, head, written, ref = self._written(reading, draft)
        first = self._papers.paper(template, written, head, is_draft=True)
        name = written.printed.get("customer.name", "")

        def make(choice: PaperChoice) -> Printed:
            papers = [(first, draft.is_large)]
            with self._units.read() as reading:
                for other in more:
                    template, head, filled, _ = self._written(reading, other)
                    paper = self._papers.paper(template, filled, head, is_draft=True)
                    papers.append((paper, other.is_large))
            return self._papers.made(papers, choice.size)

        stem = template.title if more else f"{ref} {name}"
        sizes = tuple(sorted((PaperSize.A4, PaperSize.LETTER), key=lambda one: one != head.size))
        return letter_job(template.title, stem, sizes, make)

    def issue(self, draft: LetterDraft, who: str) -> Done[LetterCard]:
        """Send a letter out: keep its exact PDF, note the contact, take its effect.

        Its effect is the one that ``check`` foretells: a promise is made, moved or done, a
        complaint takes its next steps, feedback is thanked for or answered, a customer is added.
        Nothing before it, nor the letter itself, can be undone; ``take_back`` says that it did not
        go out after all.

        Raises:
            Refusal: ``letter_field_missing`` or ``letter_needs_address`` with the field,
                ``letter_words_blocked``, and what the rules of promises, complaints and customers
                and ``printed_values`` raise.
        """
        with self._units.change("issue letter", who, is_barrier=True) as unit:
            card = self._issue(unit, draft, who)
            is_answer = draft.template in ANSWERING  # one that reaches nobody was never given
            if is_answer and "to_address" in way_lacks(draft, has_email=True):
                raise Refusal("letter_needs_address", "customer.address_block")
        return Done(card=card, changes=unit.changes)

    def issue_all(
        self, drafts: tuple[LetterDraft, ...], who: str, got_on: GotOn | None = None
    ) -> Done[tuple[LetterCard, ...]]:
        """Send several letters out in one step: all of them, or none.

        Args:
            drafts: the letters.
            who: issues them.
            got_on: told how many are done of how many; what it raises stops all of them. Or None.

        Raises:
            Refusal: as ``issue``.
        """
        cards: list[LetterCard] = []
        with self._units.change("issue letters", who, is_barrier=True) as unit:
            for one in drafts:
                if got_on is not None:
                    got_on(len(cards), len(drafts))
                cards.append(self._issue(unit, one, who))
        return Done(card=tuple(cards), changes=unit.changes)

    def take_back(self, letter_id: int, who: str) -> Done[LetterCard]:
        """Say that a letter did not go out after all; it stays on record as it was.

        Raises:
            Refusal: ``record_gone`` or ``letter_withdrawn``.
        """
        clock = self._around.clock
        with self._units.change("take letter back", who, is_barrier=True) as unit:
            card = take_back(unit, letter_id, clock.today(), clock.now())
            put_back(unit, card, footing_in(unit.connection, self._around, who))
            feedback_back(unit, card)
            self._requests.put_back(unit, letter_id)
        return Done(card=card, changes=unit.changes)

    def voice(self) -> Voice:
        """Who speaks in letters."""
        with self._units.read() as reading:
            return self._papers.letterhead(reading).voice

    def set_voice(self, voice: Voice, who: str) -> Done[Voice]:
        """Say who speaks in letters from now on."""
        with self._units.change("change voice of letters", who) as unit:
            keep_fact(unit, VOICE, voice.value)
        return Done(card=voice, changes=unit.changes)

    def _written(
        self, reading: Reading, draft: LetterDraft
    ) -> tuple[LetterTemplate, Letterhead, Written, str]:
        template = self._papers.template(reading, draft.template)
        head = self._papers.letterhead(reading)
        ref = next_letter_ref(reading, self._around.clock.today().year)
        ours = {
            **self._complaints.ours(reading, template, draft, head.voice),
            **self._feedback.ours(reading, template, draft, head.voice),
            **self._requests.ours(reading, template.stage, draft, head.law),
        }
        told = rights_told(reading, self._around, template, draft).paragraph
        extra = told if draft.tells_rights else ""
        return template, head, self._papers.written(template, draft, head, ref, ours, extra), ref

    def _issue(self, unit: Unit, draft: LetterDraft, who: str) -> LetterCard:
        template, head, written, ref = self._written(unit.connection, draft)
        for name in still_missing(template, draft.values):
            label = self._around.phrases.say(f"letter.field.{name}")
            raise Refusal("letter_field_missing", name, label=label)
        refuse_blocked(written.findings)
        ground = ground_of(unit.connection, self._around, who)
        whole = carry_out(unit, template, draft, ground)
        check_days(draft.values, ground.today, ground.law)
        check_refund(draft.values)
        whole = self._complaints.carry_out(unit, template, whole, who)
        whole = self._feedback.carry_out(unit, template, whole, ref)
        paper = self._papers.paper(template, written, head, is_draft=False)
        made = self._papers.made([(paper, draft.is_large)], head.size)
        contact = self._around.phrases.say("letter.contact", title=template.title, ref=ref)
        ready = Issue(
            template=template,
            draft=whole,
            ref=ref,
            values={name: value for name, value in written.printed.items() if name in CATALOGUE},
            body="\n\n".join(part for part in (written.subject, written.words) if part),
            pdf=made.data,
            contact=contact,
            today=ground.today,
            now=ground.now,
            who=who,
        )
        card = issue(unit, ready)
        self._requests.carry_out(unit, whole, card, who)
        return card
