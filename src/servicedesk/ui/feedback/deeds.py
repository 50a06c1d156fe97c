# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be done with feedback from its page: each one step, said with its undo."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from servicedesk.domain.entries_days import read_past_day
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.feedback import Decision, FeedbackCard, MayQuote, Quoting
from servicedesk.ui.core.workbench import Step, Workbench
from servicedesk.ui.people.feedback_form_presenter import known_feedback
from servicedesk.ui.people.step_dialog import Wrong, is_ticked

THANKS, ANSWER = "L17", "L18"
"""The letters that thank for praise, and that answer what somebody suggested."""

Values = Mapping[str, object]
"""What stands in a dialog, by question id."""


class FeedbackDeeds(QObject):
    """Does what buttons and dialogs about feedback say.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench

    def card(self, feedback_id: int) -> FeedbackCard | None:
        """Feedback as it is now; None where it is gone, which has been said."""
        return known_feedback(self._bench, feedback_id)

    def follow_up(self, card: FeedbackCard, values: Values) -> Wrong:
        """They were rung or met: "on" and "note"."""
        bench, feedback = self._bench, self._bench.services.feedback
        note = str(values.get("note") or "")
        return self._do(
            lambda: feedback.follow_up(card.id, self._day(values), note, bench.who),
            self.tr("Followed up, {ref}").format(ref=card.ref),
        )

    def decide(self, card: FeedbackCard, values: Values) -> Wrong:
        """What becomes of a suggestion: "decision" and "answer"."""
        bench, feedback = self._bench, self._bench.services.feedback
        chosen, answer = str(values.get("decision") or ""), str(values.get("answer") or "")
        if not chosen:
            return {"decision": self.tr("Please choose what becomes of it.")}
        return self._do(
            lambda: feedback.decide(card.id, Decision(chosen), answer, bench.who),
            self.tr("Decided, {ref}").format(ref=card.ref),
        )

    def answered(self, card: FeedbackCard, values: Values) -> Wrong:
        """They were told what becomes of it: "on"."""
        bench, feedback = self._bench, self._bench.services.feedback
        return self._do(
            lambda: feedback.answered(card.id, self._day(values), bench.who),
            self.tr("They know, {ref}").format(ref=card.ref),
        )

    def thanked(self, card: FeedbackCard, values: Values) -> Wrong:
        """They were thanked: "on"."""
        bench, feedback = self._bench, self._bench.services.feedback
        return self._do(
            lambda: feedback.thanked(card.id, self._day(values), bench.who),
            self.tr("Thanked, {ref}").format(ref=card.ref),
        )

    def thank(self, feedback_id: int) -> None:
        """Open the letter that thanks them."""
        self._bench.navigator.open("letters", THANKS, f"feedback:{feedback_id}")

    def write(self, feedback_id: int) -> None:
        """Open the letter that tells them what becomes of what they said."""
        self._bench.navigator.open("letters", ANSWER, f"feedback:{feedback_id}")

    def passed_on(self, card: FeedbackCard) -> bool:
        """Whoever is named in it was told today."""
        bench, feedback = self._bench, self._bench.services.feedback
        return self._at_once(
            lambda: feedback.passed_on(card.id, bench.today, bench.who),
            self.tr("Passed on to {name}").format(name=card.draft.staff),
        )

    def put_on_wall(self, card: FeedbackCard, *, on: bool) -> bool:
        """Have it stand on "you said, we did", or take it off."""
        bench, feedback = self._bench, self._bench.services.feedback
        said = self.tr("It stands on the wall") if on else self.tr("Taken off the wall")
        return self._at_once(lambda: feedback.put_on_wall(card.id, on, bench.who), said)

    def quoting(self, card: FeedbackCard, values: Values) -> Wrong:
        """What they said to being printed: "may_quote", "shown_as", "is_incentivised"."""
        bench, feedback = self._bench, self._bench.services.feedback
        may = MayQuote(str(values.get("may_quote") or MayQuote.NOT_ASKED.value))
        got = values.get("is_incentivised")
        quoting = Quoting(
            may=may,
            shown_as=str(values.get("shown_as") or ""),
            is_incentivised=got if isinstance(got, bool) else None,
        )
        draft = replace(card.draft, quoting=quoting)
        return self._do(
            lambda: feedback.change(card.id, draft, bench.who),
            self.tr("{ref} changed").format(ref=card.ref),
        )

    def complain(self, card: FeedbackCard, values: Values) -> Wrong:
        """Make it a complaint, and go there: the box "agreed"."""
        bench, feedback = self._bench, self._bench.services.feedback
        agreed = is_ticked(values, "agreed")
        wrong = self._do(
            lambda: feedback.make_complaint(card.id, agreed, bench.who),
            self.tr("It is a complaint now."),
        )
        if wrong == {}:
            self.open_complaint(card.id)
        return wrong

    def complain_at_once(self, card: FeedbackCard) -> bool:
        """Make a complaint of what wants an answer, and go there."""
        bench, feedback = self._bench, self._bench.services.feedback
        is_done = self._at_once(
            lambda: feedback.make_complaint(card.id, False, bench.who),
            self.tr("It is a complaint now."),
        )
        if is_done:
            self.open_complaint(card.id)
        return is_done

    def open_complaint(self, feedback_id: int) -> None:
        """Go to the complaint that it became."""
        card = self.card(feedback_id)
        if card is not None and card.complaint_id is not None:
            self._bench.navigator.open("complaints", "", str(card.complaint_id))

    def bin(self, card: FeedbackCard) -> bool:
        """Put it into the bin."""
        bench, feedback = self._bench, self._bench.services.feedback
        said = self.tr("In the bin, {ref}").format(ref=card.ref)
        return self._at_once(lambda: feedback.to_bin((card.id,), bench.who), said)

    def bring_back(self, card: FeedbackCard) -> bool:
        """Take it out of the bin."""
        bench, feedback = self._bench, self._bench.services.feedback
        said = self.tr("Out of the bin, {ref}").format(ref=card.ref)
        return self._at_once(lambda: feedback.out_of_bin((card.id,), bench.who), said)

    def why_not_quoted(self, card: FeedbackCard) -> str:
        """Why it may not be printed, in a sentence; "" where it may."""
        bench = self._bench
        try:
            bench.services.feedback.quotable(card.id)
        except Refusal as refusal:
            return bench.labels.refusal(refusal)
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return ""

    def _day(self, values: Values) -> date:
        """The day that was said; raises Refusal for one that cannot be read or is to come."""
        on, today = values.get("on"), self._bench.today
        if isinstance(on, date) or not on:
            return on if isinstance(on, date) else today
        return read_past_day(str(on), today, "on")

    def _do(self, step: Callable[[], Step], said: str) -> Wrong:
        bench = self._bench
        try:
            return {} if bench.do(step, said=said) is not None else None
        except Refusal as refusal:
            return {refusal.field or "": bench.labels.refusal(refusal)}

    def _at_once(self, step: Callable[[], Step], said: str) -> bool:
        """Take a step that asks nothing; what is wrong with it is said at large."""
        wrong = self._do(step, said)
        for sentence in (wrong or {}).values():
            self._bench.bar.say(sentence)
        return wrong == {}
