# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters about feedback: what they begin with, and what sending one does to the feedback behind.

A letter can come before the record: what it speaks of is then written down when it goes out.
"""

from dataclasses import dataclass
from datetime import date

from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import (
    Decision,
    FeedbackCard,
    FeedbackDraft,
    FeedbackKind,
    MayQuote,
)
from servicedesk.domain.feedback_rules import check_decision, check_kept, said_on_wall
from servicedesk.domain.letters import VALUES, LetterDraft, LetterStage
from servicedesk.domain.letters_complaints_taking import channel_meant, day_of
from servicedesk.domain.letters_fields_feedback import (
    ABOUT_FEEDBACK,
    ANSWER,
    COMPLIMENT,
    DECISION,
    FEEDBACK_REF,
    GIVEN_HOW,
    GIVEN_ON,
    MAY_QUOTE,
    STAFF,
    SUGGESTION,
)
from servicedesk.domain.letters_speech import LetterSpeech, flat, quoted, shortened, unquoted
from servicedesk.domain.names import fold
from servicedesk.domain.phrases import Phrases

_SAID = {LetterStage.COMPLIMENT: COMPLIMENT, LetterStage.SUGGESTION: SUGGESTION}
_KINDS = {
    LetterStage.COMPLIMENT: FeedbackKind.COMPLIMENT,
    LetterStage.SUGGESTION: FeedbackKind.SUGGESTION,
}
_BEHIND = {"given_on": GIVEN_ON, "on": GIVEN_ON, "called": "customer.name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackEffect:
    """What a letter does to the feedback behind it.

    Args:
        thanks: the day on which they were thanked is noted.
        passes_on: whom of us it names and was told of it, which is noted; "" for nobody.
        decision: what becomes of it, where that is noted; else None.
        answer: what we told them, where that is noted; else "".
        answers: the day on which they were told is noted.
        follows_up: somebody with a low mark has heard from us with it.
    """

    thanks: bool = False
    passes_on: str = ""
    decision: Decision | None = None
    answer: str = ""
    answers: bool = False
    follows_up: bool = False


NO_EFFECT = FeedbackEffect()
"""What a letter does that is about no feedback, or tells them nothing new."""


def asked_for_feedback(stage: LetterStage) -> tuple[str, ...]:
    """Fields that the feedback behind a letter likes, whether the letter prints them or not."""
    return (GIVEN_ON, GIVEN_HOW) if stage in ABOUT_FEEDBACK else ()


def feedback_begun(
    stage: LetterStage,
    card: FeedbackCard | None,
    speech: LetterSpeech,
    signatory: str,
    today: date,
) -> dict[str, str]:
    """What the fields of a letter about feedback begin with.

    Args:
        stage: of the letter.
        card: what it is about; None where it comes before the record.
        speech: how letters speak.
        signatory: who signs; their own praise is passed on to nobody else.
        today: the day on which it was said where there is no record.
    """
    if card is None:
        return {GIVEN_ON: today.isoformat()}
    draft = card.draft
    found = {GIVEN_ON: draft.given_on.isoformat(), GIVEN_HOW: _how(draft, speech)}
    if stage is LetterStage.COMPLIMENT:
        is_own = fold(draft.staff) == fold(signatory)
        return {
            **found,
            COMPLIMENT: _quoted(draft.text, speech),
            STAFF: "" if is_own else draft.staff,
        }
    decision = "" if card.decision is None else card.decision.value
    words = _quoted(said_on_wall(card), speech)
    return {**found, SUGGESTION: words, DECISION: decision, ANSWER: card.answer}


def feedback_ours(
    stage: LetterStage, card: FeedbackCard | None, ref: str, speech: LetterSpeech
) -> dict[str, str]:
    """What comes into a letter from the record each time that it is written.

    Args:
        stage: of the letter.
        card: the feedback on record, or None.
        ref: that it has or will have; "" for none.
        speech: how letters speak.
    """
    may = MayQuote.NOT_ASKED if card is None else card.draft.quoting.may
    found = {FEEDBACK_REF: ref}
    if stage is LetterStage.COMPLIMENT and may is not MayQuote.NOT_ASKED:
        found[MAY_QUOTE] = speech.say(f"letter.may_quote.{may}")
    return {name: text for name, text in found.items() if text}


def feedback_behind(
    stage: LetterStage, draft: LetterDraft, today: date, phrases: Phrases
) -> FeedbackDraft:
    """The feedback that a letter speaks of and that is not on record.

    Args:
        stage: of the letter, one of ``ABOUT_FEEDBACK``.
        draft: as it was written, its days readable.
        today: the day of writing, on which it was said unless the letter says otherwise.
        phrases: ``letter.channel.*``.
    """
    values = draft.values
    name = values.get("customer.name", "").strip()
    return FeedbackDraft(
        kind=_KINDS[stage],
        customer_id=draft.customer_id,
        called="" if draft.customer_id is not None else name,
        text=unquoted(values.get(_SAID[stage], "").strip()),
        given_on=day_of(values, GIVEN_ON) or today,
        channel=channel_meant(values.get(GIVEN_HOW, ""), phrases),
        staff=values.get(STAFF, "").strip(),
    )


def feedback_effect(stage: LetterStage, card: FeedbackCard, values: VALUES) -> FeedbackEffect:
    """What issuing a letter does to the feedback behind it.

    The first day on which they were thanked or told stays the one that counts, and what stands on
    the wall keeps its words as long as the decision is the same.

    Args:
        stage: of the letter.
        card: the feedback, as it is or as it would be written down.
        values: of the fields of the letter.
    """
    if stage is LetterStage.COMPLIMENT:
        staff = values.get(STAFF, "").strip()
        return FeedbackEffect(
            thanks=card.thanked_on is None,
            passes_on=staff if card.passed_on is None else "",
        )
    decision = chosen_decision(values)
    answer = values.get(ANSWER, "").strip()
    is_shown = card.is_on_wall and decision is card.decision
    return FeedbackEffect(
        decision=None if decision is card.decision else decision,
        answer="" if is_shown or answer == card.answer else answer,
        answers=card.answered_on is None,
        follows_up=card.is_follow_up_open,
    )


def chosen_decision(values: VALUES) -> Decision | None:
    """What was chosen of what becomes of it, or None."""
    chosen = values.get(DECISION, "").strip()
    return Decision(chosen) if chosen in set(Decision) else None


def check_letter_about(card: FeedbackCard, stage: LetterStage) -> None:
    """See that a letter may go out about feedback as it stands.

    Raises:
        Refusal: ``feedback_in_bin``, ``feedback_nothing_to_decide`` for an answer to praise, or
            ``letter_feedback_complaint`` for an answer to what has become a complaint.
    """
    check_kept(card)
    if stage is not LetterStage.SUGGESTION:
        return
    check_decision(card)
    if card.complaint_id is not None:
        raise Refusal("letter_feedback_complaint", ref=card.ref)


def field_behind_feedback(stage: LetterStage, field: str | None) -> str | None:
    """The field of a letter that stands for one of its feedback; else the same."""
    if field == "text":
        return _SAID.get(stage, field)
    return None if field is None else _BEHIND.get(field, field)


def _quoted(words: str, speech: LetterSpeech) -> str:
    said = shortened(flat(words))
    return quoted(said, speech) if said else ""


def _how(draft: FeedbackDraft, speech: LetterSpeech) -> str:
    """How they said it; a review was written for others, wherever that was."""
    if draft.kind is FeedbackKind.REVIEW:
        return speech.say("letter.in_a_review")
    return speech.say(f"letter.channel.{draft.channel}")
