# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter about feedback stands on, and what issuing it does, inside somebody's step.

What it did is taken back with the letter, as far as nobody has changed it since. Feedback that was
written down with the letter stays, for somebody did say it.
"""

from dataclasses import dataclass, replace

from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import FeedbackCard
from servicedesk.domain.letters import LetterCard, LetterDraft, LetterTemplate, Voice
from servicedesk.domain.letters_feedback import (
    NO_EFFECT,
    FeedbackEffect,
    check_letter_about,
    feedback_begun,
    feedback_behind,
    feedback_effect,
    feedback_ours,
    field_behind_feedback,
)
from servicedesk.domain.letters_fields_feedback import ABOUT_FEEDBACK
from servicedesk.domain.letters_speech import LetterSpeech
from servicedesk.services.feedback_writing import (
    FeedbackGround,
    feedback_ground,
    feedback_of,
    write_feedback,
    write_values,
)
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import feedback as kept
from servicedesk.store.journal import history_of, rows_of_step, values_of
from servicedesk.store.letters import letters
from servicedesk.store.references import next_ref

_TOGETHER = (
    ("decision", "answer", "is_on_wall"),
    ("followed_up_on", "follow_up_note"),
    ("staff", "passed_on"),
    ("thanked_on",),
    ("answered_on",),
)
"""Columns that a letter changes, those together that mean something together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackForetold:
    """What issuing a letter does to the feedback behind it.

    Args:
        card: what it is about, on record; None for nothing.
        makes: what it speaks of is written down with it.
        effect: what is noted.
        refusal: why it cannot go out now, or None.
    """

    card: FeedbackCard | None = None
    makes: bool = False
    effect: FeedbackEffect = NO_EFFECT
    refusal: Refusal | None = None


class FeedbackLetters:
    """Reads feedback for letters, and writes what letters do to it.

    Args:
        around: data files, words and the clock.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def begun(
        self, template: LetterTemplate, card: FeedbackCard | None, voice: Voice, signatory: str
    ) -> dict[str, str]:
        """What the fields of a letter begin with; nothing where it is about no feedback.

        Args:
            template: of the letter.
            card: what it is about; None where it comes before the record.
            voice: who speaks.
            signatory: who signs.
        """
        if template.stage not in ABOUT_FEEDBACK:
            return {}
        today = self._around.clock.today()
        return feedback_begun(template.stage, card, self._speech(voice), signatory, today)

    def ours(
        self, reading: Reading, template: LetterTemplate, draft: LetterDraft, voice: Voice
    ) -> dict[str, str]:
        """What comes into a letter from the record when it is written.

        Raises:
            Refusal: ``record_gone``.
        """
        if template.stage not in ABOUT_FEEDBACK:
            return {}
        card = None if draft.feedback_id is None else feedback_of(reading, draft.feedback_id)
        ref = "" if card is None else card.ref
        if card is None and draft.keeps_promise:
            ref = next_ref(reading, kept.feedback, "F", self._around.clock.today().year)
        return feedback_ours(template.stage, card, ref, self._speech(voice))

    def foretell(
        self, reading: Reading, template: LetterTemplate, draft: LetterDraft
    ) -> FeedbackForetold:
        """What issuing a letter would do to its feedback, and why it cannot go out.

        Args:
            reading: inside a read or a change.
            template: of the letter.
            draft: its days readable.

        Raises:
            Refusal: ``record_gone``.
        """
        if template.stage not in ABOUT_FEEDBACK:
            return FeedbackForetold()
        if draft.feedback_id is None:
            return self._made(template, draft)
        card = feedback_of(reading, draft.feedback_id)
        try:
            check_letter_about(card, template.stage)
        except Refusal as refusal:
            return FeedbackForetold(card=card, refusal=refusal)
        effect = feedback_effect(template.stage, card, draft.values)
        return FeedbackForetold(card=card, effect=effect)

    def carry_out(
        self, unit: Unit, template: LetterTemplate, draft: LetterDraft, ref: str
    ) -> LetterDraft:
        """Do what a letter says of its feedback; what is not on record is written down first.

        Args:
            unit: the step in which it is issued.
            template: of the letter.
            draft: as it was written, with the customer that it has now.
            ref: of the letter.

        Returns:
            The draft with its feedback.

        Raises:
            Refusal: what ``check_letter_about`` and the rules of feedback raise, beside the fields
                of the letter.
        """
        foretold = self.foretell(unit.connection, template, draft)
        if foretold.refusal is not None:
            raise foretold.refusal
        card, stage = foretold.card, template.stage
        if card is None and not foretold.makes:
            return draft
        ground = feedback_ground(unit.connection, self._around)
        try:
            if card is None:
                made = feedback_behind(stage, draft, ground.today, self._around.phrases)
                card = write_feedback(unit, made, ground)
        except Refusal as refusal:
            field = field_behind_feedback(stage, refusal.field)
            raise Refusal(refusal.code, field, **refusal.params) from refusal
        note = self._around.phrases.say("letter.by_letter", ref=ref)
        effect = feedback_effect(stage, card, draft.values)
        values = _noted(card, effect, ground, note)
        if values:
            write_values(unit, card, values, ground)
        return replace(draft, feedback_id=card.id)

    def _made(self, template: LetterTemplate, draft: LetterDraft) -> FeedbackForetold:
        """What a letter would do that comes before the record."""
        if not draft.keeps_promise:
            return FeedbackForetold()
        clock = self._around.clock
        made = feedback_behind(template.stage, draft, clock.today(), self._around.phrases)
        card = FeedbackCard(id=0, ref="", draft=made, written_at=clock.now())
        effect = feedback_effect(template.stage, card, draft.values)
        return FeedbackForetold(makes=True, effect=effect)

    def _speech(self, voice: Voice) -> LetterSpeech:
        return LetterSpeech(phrases=self._around.phrases, voice=voice)


def feedback_back(unit: Unit, card: LetterCard) -> None:
    """Have the feedback of a letter be as it was before the letter, as far as nobody touched it.

    Args:
        unit: the step in which the letter is taken back.
        card: of the letter.
    """
    if card.feedback_id is None:
        return
    step = history_of(unit.connection, letters, card.id)[0].step
    table = kept.feedback
    for row in rows_of_step(unit.connection, step):  # the newest first
        if row.table_name != table.name or row.before is None or row.after is None:
            continue
        now = unit.journal.image(table, row.record_id)
        for group in _TOGETHER:
            was_changed = any(row.after[name] != row.before[name] for name in group)
            if was_changed and all(now[name] == row.after[name] for name in group):
                found = values_of(table, {name: row.before[name] for name in group})
                unit.update(table, row.record_id, found)


def _noted(
    card: FeedbackCard, effect: FeedbackEffect, ground: FeedbackGround, note: str
) -> dict[str, object]:
    """What is written of feedback with its letter, by column."""
    found: dict[str, object] = {}
    if effect.thanks:
        found["thanked_on"] = ground.today
    if effect.passes_on:
        found |= {"staff": card.draft.staff or effect.passes_on, "passed_on": ground.today}
    if effect.decision is not None:
        found["decision"] = effect.decision
    if effect.answer:
        found["answer"] = effect.answer
    if effect.answers:
        found["answered_on"] = ground.today
    if effect.follows_up:
        found |= {"followed_up_on": ground.today, "follow_up_note": note}
    return found
