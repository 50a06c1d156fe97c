# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter about a complaint stands on, and what issuing it does, inside somebody's step."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from servicedesk.content.law import letter_facts
from servicedesk.domain.calendars import Nation
from servicedesk.domain.complaints import ComplaintCard, ComplaintDraft
from servicedesk.domain.complaints_guards import Case
from servicedesk.domain.complaints_outside import (
    OutsideHelp,
    outside_help_of,
    outside_paragraph,
)
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterDraft, LetterTemplate, Voice
from servicedesk.domain.letters_complaints import (
    ANSWERING,
    FINAL,
    ComplaintEffect,
    check_letter,
    check_outside_help,
    complaint_effect,
    letters_for,
)
from servicedesk.domain.letters_complaints_answer import HalfAnswer, as_answered, with_reasons
from servicedesk.domain.letters_complaints_foreseen import check_steps
from servicedesk.domain.letters_complaints_planning import Planned, planned_in
from servicedesk.domain.letters_complaints_taking import (
    begun_beside,
    case_behind,
    check_harm,
    check_without_record,
    complaint_behind,
    field_behind_complaint,
    given_for,
    level_behind,
    makes_complaint,
)
from servicedesk.domain.letters_complaints_values import (
    begun_of,
    ours_of,
)
from servicedesk.domain.letters_fields_complaints import COMPLAINT_REF, OUTSIDE
from servicedesk.domain.letters_filling import fields_in, still_missing
from servicedesk.domain.letters_speech import LetterSpeech
from servicedesk.services.complaints_letters_steps import LetterSteps, with_plans
from servicedesk.services.complaints_writing import (
    Footing,
    card_of,
    case_of,
    footing_in,
    write_card,
    write_complaint,
    write_taken,
)
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Unit
from servicedesk.store.complaints import complaints
from servicedesk.store.customers_reading import customer_of
from servicedesk.store.references import next_ref

NO_EFFECT = ComplaintEffect()
"""What a letter does that is about no complaint."""

NO_PLANS = Planned()
"""What a letter plans that is about no complaint."""

NO_OUTSIDE = OutsideHelp()
"""The arrangement of a business that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintForetold:
    """What issuing a letter does to the complaint behind it.

    Args:
        card: the one on record that it is about, or None.
        makes: one is written down with it.
        effect: steps that are taken, and what else is noted.
        plans: what it says will be done and the file does not hold yet; it is written down.
        refusal: why it cannot go out now, or None.
        outside: the arrangement for outside help, where the letter speaks of it.
    """

    card: ComplaintCard | None = None
    makes: bool = False
    effect: ComplaintEffect = NO_EFFECT
    plans: Planned = NO_PLANS
    refusal: Refusal | None = None
    outside: OutsideHelp = NO_OUTSIDE


class ComplaintLetters:
    """Reads complaints for letters, and writes what letters do to them.

    Args:
        around: data files, words and the clock.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def fitting(
        self, reading: Reading, complaint_id: int, sent: Collection[str], half: HalfAnswer
    ) -> tuple[tuple[str, bool], ...]:
        """Ids of the letters that fit a complaint, and whether each is suggested.

        Args:
            reading: inside a read or a change.
            complaint_id: of the complaint.
            sent: ids of letters about it that have gone out.
            half: what was typed of the answer.

        Raises:
            Refusal: ``record_gone``.
        """
        footing = footing_in(reading, self._around, "")
        has_law = footing.nation is not Nation.ELSEWHERE
        case = as_answered(case_of(reading, complaint_id, footing), half)
        return letters_for(case, has_law=has_law, sent=sent)

    def begun(
        self,
        reading: Reading,
        template: LetterTemplate,
        complaint_id: int | None,
        voice: Voice,
        signatory: str,
        half: HalfAnswer,
    ) -> dict[str, str]:
        """What the fields of a letter about a complaint begin with.

        Args:
            reading: inside a read or a change.
            template: of the letter.
            complaint_id: what it is about; None where it comes before the record.
            voice: who speaks.
            signatory: looks after the complaint where nobody else does.
            half: what was typed of the answer.

        Raises:
            Refusal: ``record_gone``.
        """
        footing = footing_in(reading, self._around, "")
        speech = LetterSpeech(phrases=self._around.phrases, voice=voice)
        if complaint_id is None:
            draft = LetterDraft(template=template.id)
            case = self._case_made(reading, template, draft, footing)
        else:
            case = as_answered(case_of(reading, complaint_id, footing), half)
        case = replace(case, who=signatory)
        found = {"complaint.handler": signatory, **begun_of(template.stage, case, speech)}
        found |= begun_beside(template.stage, case)
        if template.id in ANSWERING:
            found["findings"] = with_reasons(found.get("findings", ""), case, half)
        if complaint_id is None:
            found.pop("claim.waiting", None)
        return found

    def ours(
        self,
        reading: Reading,
        template: LetterTemplate,
        draft: LetterDraft,
        voice: Voice,
    ) -> dict[str, str]:
        """What comes into a letter from the record, the business and the law when it is written.

        Raises:
            Refusal: ``record_gone``.
        """
        card = None if draft.complaint_id is None else card_of(reading, draft.complaint_id)
        ref, other = "" if card is None else card.ref, ""
        if card is not None and card.linked_id is not None:
            other = card_of(reading, card.linked_id).ref
        if card is None and makes_complaint(template.stage) and draft.keeps_promise:
            ref = self._next_ref(reading)
        facts = read_facts(reading)
        law = letter_facts(self._around.resources, nation_in(facts))
        found = ours_of(
            template.stage,
            ref=ref,
            other_ref=other,
            outside=outside_paragraph(
                self._outside(reading),
                LetterSpeech(phrases=self._around.phrases, voice=voice),
                with_check=template.id == FINAL,
            ),
            law={name: fact.text for name, fact in law.items()},
            is_consumer=_is_consumer(reading, card, draft),
        )
        named = {*fields_in(template.parts), COMPLAINT_REF}
        return {name: text for name, text in found.items() if name in named}

    def foretell(
        self, reading: Reading, template: LetterTemplate, draft: LetterDraft
    ) -> ComplaintForetold:
        """What issuing a letter would do to its complaint, and why it cannot go out.

        Args:
            reading: inside a read or a change.
            template: of the letter.
            draft: its days readable.

        Raises:
            Refusal: ``record_gone``.
        """
        footing = footing_in(reading, self._around, "")
        card, case, makes = None, None, False
        if draft.complaint_id is not None:
            case = case_of(reading, draft.complaint_id, footing)
            card = case.card
        elif makes_complaint(template.stage) and draft.keeps_promise:
            makes, case = True, self._case_made(reading, template, draft, footing)
        outside = self._spoken_of(reading, template, card, draft)
        effect, plans, refused = NO_EFFECT, NO_PLANS, None
        try:
            if case is not None:
                effect = complaint_effect(case, template.id, draft.values)
                plans = planned_in(case, template, draft.values, self._around.phrases)
                case = with_plans(reading, case, plans, footing)
                effect = complaint_effect(case, template.id, draft.values)
            check_outside_help(template, outside.unchecked_body)
            is_consumer = _is_consumer(reading, card, draft)
            if case is None:
                check_without_record(template, is_consumer=is_consumer)
            elif card is not None:
                check_letter(case, template)
            else:
                check_harm(case, draft)
            if case is not None and not still_missing(template, draft.values):
                check_steps(case, effect, draft, self._body(outside), footing.now)
        except Refusal as refusal:
            refused = _beside(refusal)
        return ComplaintForetold(
            card=card,
            makes=makes,
            effect=effect,
            plans=plans,
            refusal=refused,
            outside=outside,
        )

    def carry_out(
        self, unit: Unit, template: LetterTemplate, draft: LetterDraft, who: str
    ) -> LetterDraft:
        """Do what a letter says of its complaint; one without a record is written down first.

        Args:
            unit: the step in which it is issued.
            template: of the letter.
            draft: as it was written, with the customer that it has now.
            who: issues it.

        Returns:
            The draft with its complaint.

        Raises:
            Refusal: what ``check_letter`` and the rules of complaints raise, beside the fields of
                the letter.
        """
        reading = unit.connection
        footing = footing_in(reading, self._around, who)
        foretold = self.foretell(reading, template, draft)
        if foretold.refusal is not None:
            raise foretold.refusal
        if foretold.card is None and not foretold.makes:
            return draft
        try:
            whole = draft
            if foretold.makes:
                whole = replace(draft, complaint_id=self._written(unit, template, draft, footing))
            complaint_id = whole.complaint_id or 0
            steps = LetterSteps(
                unit=unit,
                draft=whole,
                footing=footing,
                outside=self._body(foretold.outside),
                is_scheme=bool(foretold.outside.body),
            )
            case = case_of(reading, complaint_id, footing)
            case = with_plans(reading, case, foretold.plans, footing)
            effect = complaint_effect(case, template.id, draft.values)
            _take_all(steps, complaint_id, effect, foretold.plans)
        except Refusal as refusal:
            raise _beside(refusal) from refusal
        return whole

    def _written(
        self, unit: Unit, template: LetterTemplate, draft: LetterDraft, footing: Footing
    ) -> int:
        """Write down the complaint that a letter speaks of; its number."""
        card = write_complaint(unit, self._made(template, draft, footing), footing)
        if template.id in ANSWERING:  # the answer comes after looking into it
            given = given_for(Action.INVESTIGATE, draft, footing.today, footing.now, "")
            card = write_taken(unit, card.id, Action.INVESTIGATE, given, footing)
            write_card(unit, card, replace(card, level=level_behind(template.id)), footing)
        return card.id

    def _made(
        self, template: LetterTemplate, draft: LetterDraft, footing: Footing
    ) -> ComplaintDraft:
        days = footing.calendar.days
        return complaint_behind(
            template.stage, draft, footing.now, footing.today, days, footing.phrases
        )

    def _case_made(
        self, reading: Reading, template: LetterTemplate, draft: LetterDraft, footing: Footing
    ) -> Case:
        """The complaint that a letter would write down."""
        return case_behind(
            self._made(template, draft, footing),
            self._next_ref(reading),
            footing.today,
            footing.calendar.days,
            footing.law,
            template.id,
        )

    def _next_ref(self, reading: Reading) -> str:
        return next_ref(reading, complaints, "C", self._around.clock.today().year)

    def _body(self, outside: OutsideHelp) -> str:
        """Whom they can turn to, or what is written down where there is nobody."""
        return outside.body or self._around.phrases.say("letter.outside.open")

    def _outside(self, reading: Reading) -> OutsideHelp:
        facts = read_facts(reading)
        has_law = nation_in(facts) is not Nation.ELSEWHERE
        return outside_help_of(facts, self._around.clock.today(), has_law=has_law)

    def _spoken_of(
        self,
        reading: Reading,
        template: LetterTemplate,
        card: ComplaintCard | None,
        draft: LetterDraft,
    ) -> OutsideHelp:
        """The arrangement, where the letter speaks of it to whom it concerns."""
        if OUTSIDE not in fields_in(template.parts) or not _is_consumer(reading, card, draft):
            return NO_OUTSIDE
        return self._outside(reading)


def _is_consumer(reading: Reading, card: ComplaintCard | None, draft: LetterDraft) -> bool:
    """Whether it is a person; so while it is not known."""
    if card is not None:
        return card.is_consumer
    known = None if draft.customer_id is None else customer_of(reading, draft.customer_id)
    return known is None or known.draft.is_consumer


def _take_all(
    steps: LetterSteps, complaint_id: int, effect: ComplaintEffect, plans: Planned
) -> None:
    """All that a letter does to its complaint, in the order in which it can be done."""
    is_planning = Action.PLAN_REMEDY in effect.actions  # which needs it on record
    if is_planning:
        steps.plan(complaint_id, plans)
    for action in effect.actions:
        steps.take(complaint_id, action)
    if not is_planning:  # so that it goes back with the answer
        steps.plan(complaint_id, plans)
    if effect.answer_by is not None:
        steps.promise(complaint_id, effect.answer_by)
    if effect.note is not None:
        steps.note(complaint_id, effect.note)


def _beside(refusal: Refusal) -> Refusal:
    """The same, beside the field of the letter that it is about."""
    return Refusal(refusal.code, field_behind_complaint(refusal.field), **refusal.params)
