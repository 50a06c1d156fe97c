# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Short dialogs about one piece of feedback: followed up, decided, thanked, told, printed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from servicedesk.domain.feedback import Decision, FeedbackCard, MayQuote
from servicedesk.domain.feedback_checking import NOTE_MOST
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.deeds import FeedbackDeeds
from servicedesk.ui.feedback.words import about_words
from servicedesk.ui.people.step_dialog import StepDialog, Wrong
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.form_draft import FormDraft

_FORM = "feedback_steps"
"""Under which name what is half typed is kept, by feedback and step."""

Step = Callable[[FeedbackCard, Mapping[str, object]], Wrong]


class FeedbackDialog(StepDialog):
    """Asks what is needed for one step with feedback.

    Args:
        bench: of the open file.
        title: over it.
        card: of the feedback, which stands under the title.
        save: words of its button.
        step: takes what stands in the fields.
        parent: the window it belongs to.
    """

    def __init__(
        self,
        bench: Workbench,
        title: str,
        card: FeedbackCard,
        save: str,
        step: Step,
        parent: QWidget | None = None,
    ) -> None:
        def take(values: Mapping[str, object]) -> Wrong:
            return step(card, values)

        about = about_words(card, bench.labels)
        super().__init__(bench, title, about, save, take, parent, most=NOTE_MOST)
        self.card = card


class Asking(QObject):
    """Opens the dialogs over a window; each returns it, or None where the feedback is gone.

    Args:
        bench: of the open file.
        window: anything in the window they stand over; owns this.
        deeds: takes the steps.
    """

    def __init__(self, bench: Workbench, window: QWidget, deeds: FeedbackDeeds) -> None:
        super().__init__(window)
        self._bench = bench
        self._window = window
        self._deeds = deeds

    def follow_up(self, feedback_id: int) -> FeedbackDialog | None:
        """When did they hear from us, and what came of it?"""
        title = self.tr("They heard from us")
        dialog = self._over(feedback_id, title, self._write_it(), self._deeds.follow_up)
        if dialog is None:
            return None
        if dialog.card.draft.reach:
            reached = self.tr("They left: {reach}").format(reach=dialog.card.draft.reach)
            dialog.body.addWidget(Notice("quiet", reached))
        note = dialog.ask_text("note", self.tr("What came of it?"))
        note.set_value(dialog.card.follow_up_note)
        dialog.ask_day("on", self.tr("When did you ring or meet them?"))
        return self._opened(dialog, "follow_up")

    def decide(self, feedback_id: int) -> FeedbackDialog | None:
        """What becomes of it, and what do we say?"""
        title = self.tr("What becomes of it")
        dialog = self._over(feedback_id, title, self._write_it(), self._deeds.decide)
        if dialog is None:
            return None
        say, card = self._bench.labels, dialog.card
        offered = [(one.value, say.enum(one)) for one in Decision]
        chosen = dialog.ask_choice("decision", self.tr("What becomes of it?"), offered)
        if card.decision is not None:
            chosen.set_value(card.decision.value)
        words = self.tr("What we did, or why not")
        plain = self.tr("Without names: it can stand on the wall under “You said, we did”.")
        dialog.ask_words("answer", words, plain).set_value(card.answer)
        return self._opened(dialog, "decide")

    def answered(self, feedback_id: int) -> FeedbackDialog | None:
        """When were they told?"""
        title = self.tr("They know what becomes of it")
        dialog = self._over(feedback_id, title, self._write_it(), self._deeds.answered)
        return self._with_day(dialog, self.tr("When did you tell them?"), "answered")

    def thanked(self, feedback_id: int) -> FeedbackDialog | None:
        """When were they thanked?"""
        dialog = self._over(feedback_id, self.tr("Thanked"), self._write_it(), self._deeds.thanked)
        return self._with_day(dialog, self.tr("When did you thank them?"), "thanked")

    def complain(self, feedback_id: int) -> FeedbackDialog | None:
        """Do they agree that it is handled as a complaint?"""
        title, save = self.tr("Make it a complaint"), self.tr("Make it a complaint")
        dialog = self._over(feedback_id, title, save, self._deeds.complain)
        if dialog is None:
            return None
        why = self.tr("Whoever wants no answer is asked first. What they said stays here too.")
        agree = self.tr("They agree that we look into it and answer them")
        dialog.ask_tick("agreed", self.tr("Do they agree?"), agree, why)
        return self._opened(dialog, "complain")

    def quoting(self, feedback_id: int) -> FeedbackDialog | None:
        """May it be printed, and how is their name shown?"""
        title = self.tr("May we print it?")
        dialog = self._over(feedback_id, title, self._write_it(), self._deeds.quoting)
        if dialog is None:
            return None
        say, quoting = self._bench.labels, dialog.card.draft.quoting
        offered = [(one.value, say.enum(one)) for one in MayQuote]
        may = dialog.ask_choice("may_quote", self.tr("What did they say?"), offered)
        may.set_value(quoting.may.value)
        none = self.tr("Leave it empty for no name.")
        shown = dialog.ask_text("shown_as", self.tr("How is their name shown?"), none)
        shown.set_value(quoting.shown_as)
        got = dialog.ask_yes("is_incentivised", self.tr("Did they get something for it?"))
        got.set_value(quoting.is_incentivised)
        return self._opened(dialog, "quoting")

    def _write_it(self) -> str:
        return self.tr("Write it down")

    def _with_day(
        self, dialog: FeedbackDialog | None, words: str, step: str
    ) -> FeedbackDialog | None:
        if dialog is None:
            return None
        dialog.ask_day("on", words)
        return self._opened(dialog, step)

    def _over(self, feedback_id: int, title: str, save: str, step: Step) -> FeedbackDialog | None:
        card = self._deeds.card(feedback_id)
        if card is None:
            return None
        return FeedbackDialog(self._bench, title, card, save, step, self._window.window())

    def _opened(self, dialog: FeedbackDialog, step: str) -> FeedbackDialog:
        FormDraft(dialog, self._bench, _FORM, f"{dialog.card.id}-{step}", is_new=True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
