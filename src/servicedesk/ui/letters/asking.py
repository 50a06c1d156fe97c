# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the letters page asks of services before a letter is written; faults are told at once."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.fairness import OfferCard
from servicedesk.domain.feedback_rules import said_on_wall
from servicedesk.domain.letters import LetterDraft, LetterStage, LetterTemplate
from servicedesk.domain.letters_checking import way_lacks
from servicedesk.domain.letters_complaints import ANSWERING
from servicedesk.domain.letters_complaints_answer import NOT_ANSWERED, HalfAnswer
from servicedesk.domain.letters_extra import may_tell_rights
from servicedesk.domain.letters_fields_complaints import ABOUT_A_COMPLAINT
from servicedesk.domain.letters_fields_feedback import ABOUT_FEEDBACK
from servicedesk.domain.letters_fields_requests import ABOUT_A_REQUEST
from servicedesk.domain.letters_filling import still_missing
from servicedesk.domain.promises import PromiseCard
from servicedesk.ui.letters.state import About, LetterState
from servicedesk.ui.people.half_answer import forget_answer, half_answer

if TYPE_CHECKING:
    from servicedesk.domain.letters_fields import LetterField
    from servicedesk.ui.core.workbench import Workbench

Answer = TypeVar("Answer")

_WORDS = 120
"""Signs of a complaint by which it is known again."""

_ABOUT_PROMISES = frozenset({LetterStage.PROMISE, LetterStage.DELAY, LetterStage.DONE})
_TO_ALL = frozenset({LetterStage.CLOSURE, LetterStage.PRICE_CHANGE})
"""Notices, which are about no promise, and say the same to everybody."""


class Asking:
    """Asks services.

    Args:
        bench: whose services; its bar tells of faults.
    """

    def __init__(self, bench: "Workbench") -> None:
        self._bench = bench

    def ask(self, question: Callable[[], Answer]) -> Answer | None:
        """Ask a service; None after a trouble or a refusal, which has then been told."""
        try:
            return question()
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal), can_undo=False)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        return None

    def drafts(self, template_id: str, about: About) -> tuple[LetterDraft, ...]:
        """The letter as it begins; one to each whom a closure touches, or who was chosen."""
        who, writing = self._bench.who, self._bench.services.letters_writing
        if about.closure_id is not None:
            found = writing.drafts_for_closure(about.closure_id, who)
            if found and found[0].template == template_id:
                return found
        if about.customer_ids:
            whom, offer = about.customer_ids, about.offer_id
            return writing.drafts_to(template_id, whom, who, offer_id=offer)
        if about.are_follow_ups:
            found = writing.drafts_about(template_id, writing.follow_ups_due(), who)
            if found:
                return found
        return (
            writing.draft(
                template_id,
                customer_id=about.customer_id,
                promise_id=about.promise_id,
                closure_id=about.closure_id,
                who=who,
                complaint_id=about.complaint_id,
                feedback_id=about.feedback_id,
                offer_id=about.offer_id,
                request_id=about.request_id,
                half=self._half(about),
            ),
        )

    def _half(self, about: About) -> HalfAnswer:
        """What was typed of the answer to a complaint before the letter."""
        complaint_id = about.complaint_id
        if complaint_id is None:
            return NOT_ANSWERED
        return self.ask(lambda: half_answer(self._bench, complaint_id)) or NOT_ANSWERED

    def answered(self, state: LetterState) -> None:
        """A letter has gone out: what was typed of an answer is not offered a second time."""
        complaint_id, template = state.about.complaint_id, state.template
        if complaint_id is not None and template is not None and template.id in ANSWERING:
            self.ask(lambda: forget_answer(self._bench, complaint_id))

    def choices(self, about: About) -> tuple[tuple[LetterTemplate, ...], frozenset[str]]:
        """The letters that can be written about something, and the ids of those suggested."""
        writing, complaint_id = self._bench.services.letters_writing, about.complaint_id
        if complaint_id is not None:
            half = self._half(about)
            fitting = self.ask(lambda: writing.fitting(complaint_id, half)) or ()
            suggested = frozenset(one.id for one, is_next in fitting if is_next)
            fits_now = (one for one, _ in fitting)
            if about.tells_rights:
                fits_now = (one for one in fits_now if may_tell_rights(one))
            found = tuple(fits_now)
            if about.gives_answer:
                found = tuple(one for one in found if one.id in ANSWERING) or found
            return found, suggested & {one.id for one in found}
        known = [one for one in self.ask(writing.templates) or () if fits(one.stage, about)]
        known.sort(
            key=lambda one: one.stage in ABOUT_A_COMPLAINT | ABOUT_A_REQUEST
        )  # the everyday ones first
        return tuple(known), frozenset()

    def words_about(self, about: About) -> str:
        """The complaint or the feedback that a letter is about, in a few words; "" for none."""
        services, complaint_id, feedback_id = (
            self._bench.services,
            about.complaint_id,
            about.feedback_id,
        )
        if complaint_id is not None:
            complaint = self.ask(lambda: services.complaints.get(complaint_id))
            if complaint is None:
                return ""
            draft = complaint.draft
            return _known_by(complaint.ref, complaint.customer_name or draft.called, draft.text)
        said = None
        if feedback_id is not None:
            said = self.ask(lambda: services.feedback.get(feedback_id))
        return "" if said is None else _known_by(said.ref, said.who, said_on_wall(said))

    def needed(
        self, template: LetterTemplate, draft: LetterDraft, fields: "Iterable[LetterField]"
    ) -> dict[str, str]:
        """What to say beside fields that a letter still needs, by their names."""
        labels, shown = self._bench.labels, {one.name for one in fields}
        missing = [one for one in still_missing(template, draft.values) if one in shown]
        return {
            name: labels.refusal(
                Refusal("letter_field_missing", name, label=labels.say(f"letter.field.{name}"))
            )
            for name in missing
        }

    def follow_ups(self, about: About) -> int:
        """How many can be asked whether it is still all right; 0 where one thing is meant."""
        if about.item:
            return 0
        return len(self.ask(self._bench.services.letters_writing.follow_ups_due) or ())

    def promises_to(
        self, stage: LetterStage, about: About, customer_id: int | None
    ) -> tuple[PromiseCard, ...]:
        """Open promises that a letter to somebody may be about."""
        if customer_id is None or about.promise_id is not None or stage not in _ABOUT_PROMISES:
            return ()
        return self.ask(lambda: self._bench.services.promises.open_of(customer_id)) or ()

    def offers(self, stage: LetterStage, about: About) -> tuple[OfferCard, ...]:
        """Offers and plans that a notice of a new price may be about."""
        if stage is not LetterStage.PRICE_CHANGE or about.offer_id is not None:
            return ()
        return self.ask(self._bench.services.fairness.offers) or ()

    def law_of(self, stage: LetterStage, customer_id: int | None) -> str:
        """What the law says of cancelling an appointment; "" for anything else."""
        if stage is not LetterStage.VISIT:
            return ""
        writing = self._bench.services.letters_writing
        return self.ask(lambda: writing.cancel_right(customer_id)) or ""

    def following(self, name: str, text: str) -> dict[str, str]:
        """Fields that follow from another one."""
        writing = self._bench.services.letters_writing
        return self.ask(lambda: writing.following(name, text)) or {}

    def remember(self, draft: LetterDraft) -> str:
        """What is to be remembered about whom a record is about; the field tells of others."""
        services, promise_id, complaint_id, feedback_id = (
            self._bench.services,
            draft.promise_id,
            draft.complaint_id,
            draft.feedback_id,
        )
        if feedback_id is not None:
            feedback = self.ask(lambda: services.feedback.get(feedback_id))
            return "" if feedback is None else feedback.remember
        if promise_id is not None:
            promise = self.ask(lambda: services.promises.get(promise_id))
            return "" if promise is None else promise.remember
        if complaint_id is None or draft.customer_id is None:
            return ""
        complaint = self.ask(lambda: services.complaints.get(complaint_id))
        return "" if complaint is None else complaint.remember


def fits(stage: LetterStage, about: About) -> bool:
    """Whether a letter of a stage can be written about something."""
    if about.closure_id is not None:
        return stage is LetterStage.CLOSURE
    if about.offer_id is not None:
        return stage is LetterStage.PRICE_CHANGE
    if about.customer_ids:
        return stage in _TO_ALL
    if about.feedback_id is not None:
        return stage in ABOUT_FEEDBACK
    if about.request_id is not None:
        return stage in ABOUT_A_REQUEST
    if about.promise_id is None:
        return True
    return stage not in ABOUT_A_COMPLAINT | ABOUT_FEEDBACK | ABOUT_A_REQUEST | _TO_ALL


def _known_by(ref: str, name: str, words: str) -> str:
    """A record by its reference, whose it is, and a few of the words in it."""
    who = f"{ref}, {name}" if name else ref
    flat = " ".join(words.split())
    text = flat if len(flat) <= _WORDS else f"{flat[:_WORDS].rsplit(' ', 1)[0]} …"
    return f"{who}: {text}" if text else who


def unaddressed(drafts: tuple[LetterDraft, ...]) -> tuple[str, ...]:
    """Names of those to whom a letter goes by post, without an address."""
    return tuple(
        one.values.get("customer.name", "") for one in drafts if way_lacks(one, has_email=True)
    )
