# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs about what hangs on a complaint: what puts it right, the cause, what changes."""

from PySide6.QtCore import QTimer

from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import ComplaintFile, Ground, RemedyKind
from servicedesk.ui.complaints.deeds_values import NOT_NEEDED, TOLD
from servicedesk.ui.complaints.steps_asking import Asker
from servicedesk.ui.people.step_dialog import StepDialog
from servicedesk.ui.widgets.text import label


class Parts(Asker):
    """Asks what the short view needs to know of the file."""

    def remedy(self, file: ComplaintFile) -> StepDialog:
        """What puts it right, by when and by whom?"""
        deeds, card, labels = self._deeds, file.card, self._bench.labels
        title = self.tr("What puts it right")
        dialog = self._dialog(file, title, lambda values: deeds.add_remedy(card, values))
        kinds = [(k.value, labels.enum(k)) for k in RemedyKind if k is not RemedyKind.NONE]
        dialog.ask_choice("kind", self.tr("What do you do?"), kinds)
        dialog.ask_text("words", self.tr("In a few words"))
        dialog.ask_money("amount_pence", self.tr("Money, if there is any"))
        grounds = [(ground.value, labels.enum(ground)) for ground in Ground]
        why = dialog.ask_choice("ground", self.tr("Why do you do it?"), grounds)
        why.set_value(Ground.LEGAL_DUTY.value)
        self._ask_person(dialog, "by_whom", self.tr("Who does it?"))
        promised = self.tr("A day makes a promise of it, which stands on Today until it is done.")
        dialog.ask_coming_day("due", self.tr("By when?"), promised)
        dialog.ask_past_day("done_on", self.tr("Or when was it done?"))
        if any(person.limit_pence is not None for person in self._bench.services.people.all()):
            dialog.ask_text("over_because", self.tr("If it is above a limit: why you give it"))
        return dialog

    def remedy_done(self, file: ComplaintFile, remedy_id: int) -> StepDialog:
        """When was it done?"""
        deeds, card = self._deeds, file.card
        dialog = self._dialog(
            file,
            self.tr("Done"),
            lambda values: deeds.remedy_done(card, remedy_id, values),
            self.tr("Done"),
        )
        draft = next((one.draft for one in file.remedies if one.id == remedy_id), None)
        if draft is not None:
            kind = self._bench.labels.enum(draft.kind)
            said = self.tr("{kind}: {words}") if draft.words else "{kind}"
            dialog.body.addWidget(label(said.format(kind=kind, words=draft.words), "strong"))
        dialog.ask_day("on", self.tr("When was it done?"))
        return dialog

    def cause(self, file: ComplaintFile) -> StepDialog:
        """Why did it go wrong?"""
        deeds, card, labels = self._deeds, file.card, self._bench.labels
        title = self.tr("Why it went wrong")
        dialog = self._dialog(file, title, lambda values: deeds.learn(card, values))
        causes = [(cause.value, labels.enum(cause)) for cause in Cause]
        chosen = dialog.ask_choice("causes", self.tr("What was it, most of all?"), causes)
        if card.learning.causes:
            chosen.set_value(card.learning.causes[0].value)
        because = dialog.ask_text("no_cause_because", self.tr("Or why there is nothing to name"))
        because.set_value(card.learning.no_cause_because)
        return dialog

    def change(self, file: ComplaintFile) -> StepDialog:
        """What changes, so that it does not happen again?"""
        deeds, card = self._deeds, file.card
        title = self.tr("What changes")
        dialog = self._dialog(file, title, lambda values: deeds.change(card, values))
        example = self.tr("Such as: check the part before each job.")
        dialog.ask_text(
            "text", self.tr("What do you do so that it does not happen again?"), example
        )
        self._ask_person(dialog, "owner", self.tr("Who does it?"))
        dialog.ask_coming_day("due", self.tr("By when?"))
        because = dialog.ask_text("no_action_because", self.tr("Or why nothing is needed"))
        because.set_value(card.learning.no_action_because)
        return dialog

    def follow_up(self, file: ComplaintFile) -> StepDialog:
        """How did it go for them?"""
        deeds, card = self._deeds, file.card
        title = self.tr("Ask how it went")
        dialog = self._dialog(file, title, lambda values: deeds.follow_up(card, values))
        scale = self.tr("1 is not at all, 5 is very. Leave it empty when they did not say.")
        dialog.ask_scale(
            "satisfaction", self.tr("How content are they with how you did it?"), scale
        )
        dialog.ask_day("on", self.tr("When did you ask?"))
        return dialog

    def insurer(self, file: ComplaintFile) -> StepDialog:
        """Was the insurer told, and when; or why need they not know? One or the other is asked."""
        deeds, card = self._deeds, file.card
        title = self.tr("Tell the insurer")
        dialog = self._dialog(file, title, lambda values: deeds.insurer(card, values))
        choices = (
            (TOLD, self.tr("We told them")),
            (NOT_NEEDED, self.tr("They need not know")),
        )
        which = dialog.ask_choice("which", self.tr("Does your insurer know?"), choices)
        on = dialog.ask_day("on", self.tr("When did you tell them?"))
        because = dialog.ask_text("insurer_not_needed", self.tr("Why need they not know?"))
        because.set_value(card.insurer_not_needed)
        which.set_value(NOT_NEEDED if card.insurer_not_needed else "")

        def show() -> None:
            on.setVisible(which.value() == TOLD)
            because.setVisible(which.value() == NOT_NEEDED)

        which.committed.connect(show)
        show()
        QTimer.singleShot(0, dialog, show)  # once what was half-typed before stands in it
        return dialog

    def note(self, file: ComplaintFile) -> StepDialog:
        """What was found on the way to the answer?"""
        deeds, card = self._deeds, file.card
        title = self.tr("What you find")
        dialog = self._dialog(file, title, lambda values: deeds.note(card, values))
        kept = self.tr("It is kept for you, and the answer can use it.")
        dialog.ask_words("words", self.tr("What did you see, or what did somebody tell you?"), kept)
        dialog.ask_day("on", self.tr("When was that?"))
        return dialog

    def stock(self, file: ComplaintFile) -> StepDialog:
        """When were the others seen to?"""
        deeds, card = self._deeds, file.card
        title = self.tr("Others that were sold")
        dialog = self._dialog(file, title, lambda values: deeds.stock(card, values))
        words = self.tr("When did you look for them, stop the sale and tell the supplier?")
        dialog.ask_day("on", words)
        return dialog
