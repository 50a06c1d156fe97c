# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs on the way to an answer: told them, asked them, waiting, answered, longer."""

from servicedesk.domain.complaints import Finding
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_stages import Action
from servicedesk.ui.complaints.steps_asking import Asker
from servicedesk.ui.people.half_answer import answer_kept_as
from servicedesk.ui.people.step_dialog import StepDialog
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.text import label


class Answering(Asker):
    """Asks what the steps up to the answer need."""

    def dated(self, file: ComplaintFile, action: Action) -> StepDialog:
        """On which day was a step taken that is usually taken with one press?"""
        words = self._bench.labels.enum(action)
        dialog = self._step(file, words, action)
        dialog.ask_day("on", self.tr("When was that?"))
        return dialog

    def acknowledge(self, file: ComplaintFile) -> StepDialog:
        """They know that we have it: when, how?"""
        dialog = self._step(file, self.tr("Told them we have it"), Action.ACKNOWLEDGE)
        self._ask_channel(dialog, "channel", self.tr("How did you tell them?"))
        dialog.ask_day("on", self.tr("When was that?"))
        dialog.ask_text("words", self.tr("What was said"))
        return dialog

    def ask_customer(self, file: ComplaintFile) -> StepDialog:
        """What do we need from them? The clock stands still until they reply."""
        dialog = self._step(file, self.tr("Ask the customer"), Action.ASK_CUSTOMER)
        dialog.ask_text("words", self.tr("What did you ask them?"))
        still = self.tr("The time for the answer stands still until they reply.")
        dialog.ask_day("on", self.tr("When did you ask?"), still)
        return dialog

    def customer_replied(self, file: ComplaintFile) -> StepDialog:
        """What did they say, and when?"""
        dialog = self._step(file, self.tr("The customer replied"), Action.CUSTOMER_REPLIED)
        dialog.ask_text("words", self.tr("What they said"))
        dialog.ask_day("on", self.tr("When did they reply?"))
        return dialog

    def wait_other(self, file: ComplaintFile) -> StepDialog:
        """For whom do we wait? The clock goes on."""
        dialog = self._step(file, self.tr("Wait for someone else"), Action.WAIT_OTHER)
        goes_on = self.tr("Such as the maker. The time for the answer goes on all the same.")
        dialog.ask_text("words", self.tr("Whom do you wait for?"), goes_on)
        dialog.ask_day("on", self.tr("Since when?"))
        return dialog

    def other_replied(self, file: ComplaintFile) -> StepDialog:
        """What did they say, and when?"""
        who = file.card.waiting_for
        title = self.tr("They replied: {who}").format(who=who) if who else self.tr("They replied")
        dialog = self._step(file, title, Action.OTHER_REPLIED)
        dialog.ask_text("words", self.tr("What they said"))
        dialog.ask_day("on", self.tr("When did they reply?"))
        return dialog

    def remind(self, file: ComplaintFile) -> StepDialog:
        """When were they reminded of our question?"""
        deeds, card = self._deeds, file.card
        title = self.tr("Reminded the customer")
        dialog = self._dialog(file, title, lambda values: deeds.remind(card, values))
        dialog.ask_day("on", self.tr("When did you remind them?"))
        return dialog

    def update(self, file: ComplaintFile) -> StepDialog:
        """When did they hear how it goes?"""
        deeds, card = self._deeds, file.card
        title = self.tr("Told them how it goes")
        dialog = self._dialog(file, title, lambda values: deeds.update(card, values))
        dialog.ask_day("on", self.tr("When did you tell them?"))
        return dialog

    def decide(self, file: ComplaintFile) -> StepDialog:
        """Do we agree, why, and how were they told?"""
        return self._answer(file, Action.DECIDE)

    def decide_on_what_we_have(self, file: ComplaintFile) -> StepDialog:
        """The same without the reply that did not come."""
        return self._answer(file, Action.DECIDE_ON_WHAT_WE_HAVE)

    def _answer(self, file: ComplaintFile, action: Action) -> StepDialog:
        card, labels = file.card, self._bench.labels
        dialog = self._step(file, labels.enum(action), action)
        if file.issues:
            points = self.tr("What you agree with stands point by point in the file.")
            dialog.body.addWidget(label(points))
        else:
            choices = [(one.value, labels.enum(one)) for one in Finding]
            found = dialog.ask_choice("finding", self.tr("Do you agree?"), choices)
            found.set_value("" if card.finding is None else card.finding.value)
        example = self.tr("Such as: one part was old, and nobody checked it before the job.")
        reasons = dialog.ask_words("words", self.tr("What you found, and why"), example)
        reasons.set_value(card.outcome_words)
        self._ask_channel(dialog, "channel", self.tr("How did you tell them?"))
        if card.prefers is not None:
            likes = self.tr("They like to hear from you {how}")
            box = self.tr("But this way suited them")
            dialog.ask_tick("suited_them", likes.format(how=labels.enum(card.prefers)), box)
        dialog.ask_day("on", self.tr("When was that?"))
        FormDraft(dialog, self._bench, *answer_kept_as(card.id), is_new=True)
        self._offer_letter(dialog, card.id)
        return dialog

    def _offer_letter(self, dialog: StepDialog, complaint_id: int) -> None:
        """The way on where an answer goes in writing; the letter takes up what was typed."""

        def write() -> None:
            dialog.reject()
            self._bench.navigator.open("letters", "", f"complaint:{complaint_id}:answer")

        button = dialog.add_button(side_button(self.tr("Write the letter now")))
        button.clicked.connect(write)

    def extend(self, file: ComplaintFile) -> StepDialog:
        """Why does it take longer, and do they know?"""
        dialog = self._step(file, self.tr("It takes longer"), Action.EXTEND)
        dialog.ask_text("words", self.tr("Why does it take longer?"))
        once = self.tr("Left empty, it is 20 working days from the day it came, but only once.")
        dialog.ask_coming_day("due", self.tr("By when did you promise the answer?"), once)
        dialog.ask_tick("letter", self.tr("Do they know?"), self.tr("We wrote to them"))
        dialog.ask_day("on", self.tr("When was that?"))
        return dialog
