# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Beginning letters: which can be written about something, what they ask for, how each begins."""

from dataclasses import replace

from servicedesk.content.law import legal_figures
from servicedesk.domain.letters import LetterDraft, LetterStage, LetterTemplate
from servicedesk.domain.letters_complaints_answer import NOT_ANSWERED, HalfAnswer
from servicedesk.domain.letters_complaints_taking import asked_for_complaint, following
from servicedesk.domain.letters_feedback import asked_for_feedback
from servicedesk.domain.letters_fields import CATALOGUE, LetterField
from servicedesk.domain.letters_filling import fields_in
from servicedesk.domain.letters_promising import asked_for_record
from servicedesk.services.complaints_letters import ComplaintLetters
from servicedesk.services.data_requests_letters import RequestLetters
from servicedesk.services.feedback_letters import FeedbackLetters
from servicedesk.services.letters_issued import IssuedLetters
from servicedesk.services.letters_papers import LetterPapers
from servicedesk.services.letters_starting import Begun, LetterStarts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.letters import complaints_to_ask_about, letters_of


class LetterBeginnings(IssuedLetters):
    """The use cases of letters that are not written yet.

    Args:
        units: opens reads.
        around: data files, words and the clock.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        super().__init__(units, around, LetterPapers(around))
        self._complaints = ComplaintLetters(around)
        self._feedback = FeedbackLetters(around)
        self._requests = RequestLetters(around)
        self._starts = LetterStarts(around, self._papers, self._complaints, self._feedback)

    def templates(self, stage: LetterStage | None = None) -> tuple[LetterTemplate, ...]:
        """The letters that can be chosen, in the owner's own words where there are some.

        Args:
            stage: only those of it; None for all.
        """
        with self._units.read() as reading:
            found = self._papers.templates(reading)
        return tuple(one for one in found if stage in (None, one.stage))

    def fitting(
        self, complaint_id: int, half: HalfAnswer = NOT_ANSWERED
    ) -> tuple[tuple[LetterTemplate, bool], ...]:
        """The letters that fit a complaint as it stands, those that are suggested first.

        Args:
            complaint_id: of the complaint.
            half: what was typed of its answer.

        Returns:
            The letter, and whether it is suggested.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            known = {one.id: one for one in self._papers.templates(reading)}
            sent = {
                one.template
                for one in letters_of(reading, complaint_id=complaint_id)
                if one.withdrawn_on is None
            }
            found = self._complaints.fitting(reading, complaint_id, sent, half)
        return tuple((known[one], is_next) for one, is_next in found if one in known)

    def fields(self, template_id: str, *, with_record: bool = False) -> tuple[LetterField, ...]:
        """The fields of a letter that are typed, those that it needs at the head.

        Args:
            template_id: which letter.
            with_record: those too that only the promise, the complaint or the feedback behind it
                needs, where there is none yet.

        Raises:
            KeyError: there is no such letter.
        """
        with self._units.read() as reading:
            template = self._papers.template(reading, template_id)
        named = (*template.needs, *fields_in(template.parts), "customer.salutation")
        stage = template.stage
        asked = (asked_for_record, asked_for_complaint, asked_for_feedback)
        behind = [name for ask in asked for name in ask(stage)] if with_record else []
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
        *,
        complaint_id: int | None = None,
        feedback_id: int | None = None,
        offer_id: int | None = None,
        request_id: int | None = None,
        half: HalfAnswer = NOT_ANSWERED,
    ) -> LetterDraft:
        """A letter with everything filled in that is known.

        Args:
            template_id: which letter.
            customer_id: to whom; None takes the customer of the promise.
            promise_id: what it is about, or None.
            closure_id: the closure that a notice is about; None takes the next one.
            who: serves now, and signs when on record by that name.
            complaint_id: the complaint that it is about, or None.
            feedback_id: the feedback that it is about, or None.
            offer_id: the offer or plan whose price it tells of, or None.
            request_id: the request about somebody's information that it answers, or None.
            half: what was typed of the answer to it.

        Raises:
            KeyError: there is no such letter.
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            template = self._papers.template(reading, template_id)
            asked = None if request_id is None else self._requests.card(reading, request_id)
            begun = Begun(
                template=template,
                customer_id=customer_id if asked is None else asked.draft.customer_id,
                promise_id=promise_id,
                complaint_id=complaint_id,
                feedback_id=feedback_id,
                closure_id=closure_id,
                offer_id=offer_id,
                who=who,
                half=half,
            )
            draft = self._starts.start(reading, begun)
            voice = self._papers.letterhead(reading).voice
            return self._requests.begun(draft, template.stage, asked, voice)

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

    def drafts_to(
        self,
        template_id: str,
        customer_ids: tuple[int, ...],
        who: str = "",
        *,
        offer_id: int | None = None,
    ) -> tuple[LetterDraft, ...]:
        """The same notice to several customers.

        Args:
            template_id: which letter.
            customer_ids: to whom, in order.
            who: serves now, and signs when on record by that name.
            offer_id: the offer or plan whose price it tells of, or None.

        Raises:
            KeyError: there is no such letter.
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            template = self._papers.template(reading, template_id)
            begun = Begun(template=template, offer_id=offer_id, who=who)
            return tuple(
                self._starts.start(reading, replace(begun, customer_id=one)) for one in customer_ids
            )

    def follow_ups_due(self) -> tuple[int, ...]:
        """Complaints whose customers can be asked now whether it is still all right."""
        with self._units.read() as reading:
            return complaints_to_ask_about(reading, self._around.clock.today())

    def drafts_about(
        self, template_id: str, complaint_ids: tuple[int, ...], who: str = ""
    ) -> tuple[LetterDraft, ...]:
        """The same letter about several complaints.

        Raises:
            KeyError: there is no such letter.
            Refusal: ``record_gone``.
        """
        return tuple(self.draft(template_id, who=who, complaint_id=one) for one in complaint_ids)

    def cancel_right(self, customer_id: int | None = None) -> str:
        """What the law says of cancelling what was agreed at the customer's home; "" for nothing.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return self._starts.cancel_right(reading, customer_id)

    def following(self, name: str, text: str) -> dict[str, str]:
        """Fields that follow from another one, as ``letters_complaints_taking.following`` says.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        return following(name, text, legal_figures(self._around.resources))
