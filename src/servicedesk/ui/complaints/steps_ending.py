# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs after an answer: put right, looked at again, outside help, taken back, the same."""

from servicedesk.domain.calendars import add_months
from servicedesk.domain.complaints import Content, Stage
from servicedesk.domain.complaints_asks import REOPEN_WITHIN
from servicedesk.domain.complaints_file import ComplaintFile, OutsideKind
from servicedesk.domain.complaints_stages import Action
from servicedesk.ui.complaints.steps_asking import Asker
from servicedesk.ui.complaints.words import ends_with_answer, short_text
from servicedesk.ui.people.step_dialog import StepDialog

_MOST_OTHERS = 4
"""Other complaints of the same customer that are named at most."""


class Ending(Asker):
    """Asks what the steps after the answer need."""

    def resolve(self, file: ComplaintFile) -> StepDialog:
        """When was it put right or left at that, how do they know, and did they seem content?"""
        labels, is_left = self._bench.labels, ends_with_answer(file)
        title = self.tr("It ends with this answer") if is_left else self.tr("It is put right")
        dialog = self._step(file, title, Action.RESOLVE)
        when = self.tr("On which day?") if is_left else self.tr("When was it put right?")
        dialog.ask_day("on", when)
        self._ask_channel(dialog, "how", self.tr("How did you tell them?"))
        choices = [(one.value, labels.enum(one)) for one in Content]
        dialog.ask_choice("content", self.tr("Did they seem content?"), choices)
        if file.card.stage is Stage.DECIDED and file.remedies:
            box = self.tr("They accept it as it is")
            dialog.ask_tick("accepted", self.tr("If something is not done"), box)
        return dialog

    def second_look(self, file: ComplaintFile) -> StepDialog:
        """Why do they disagree, and who looks at it afresh?"""
        dialog = self._step(file, self.tr("Second look"), Action.SECOND_LOOK)
        dialog.ask_text("words", self.tr("What they do not agree with"))
        self._ask_person(dialog, "by_whom", self.tr("Who looks at it afresh?"))
        dialog.ask_day("on", self.tr("When did they say so?"))
        return dialog

    def reopen(self, file: ComplaintFile) -> StepDialog:
        """Why is it opened again?"""
        dialog = self._step(file, self.tr("Open it again"), Action.REOPEN)
        dialog.ask_text("words", self.tr("Why"))
        dialog.ask_day("on", self.tr("When was that?"))
        closed_on = file.card.dates.closed_on
        if closed_on is not None and self._bench.today > add_months(closed_on, REOPEN_WITHIN):
            box = self.tr("Open it all the same")
            dialog.ask_tick("owner_wishes", self.tr("It was finished over a year ago"), box)
        return dialog

    def go_outside(self, file: ComplaintFile) -> StepDialog:
        """Where did it go, and had they our last word?"""
        deeds, card = self._deeds, file.card
        title = self.tr("Gone to outside help")
        dialog = self._dialog(file, title, lambda values: deeds.go_outside(card, values))
        self._ask_where(dialog)
        sent = self.tr("They have our final letter")
        dialog.ask_tick("letter", self.tr("Before that"), sent)
        went = self.tr("They went there without waiting for us")
        dialog.ask_tick("customer_went", self.tr("Or"), went)
        return dialog

    def note_outside(self, file: ComplaintFile) -> StepDialog:
        """Where else did they go while it is with us?"""
        deeds, card = self._deeds, file.card
        title = self.tr("Gone to outside help")
        dialog = self._dialog(file, title, lambda values: deeds.note_outside(card, values))
        dialog.foretell(self.tr("The complaint stays with you, and the days for it go on."))
        self._ask_where(dialog)
        return dialog

    def _ask_where(self, dialog: StepDialog) -> None:
        labels = self._bench.labels
        choices = [(one.value, labels.enum(one)) for one in OutsideKind]
        dialog.ask_choice("kind", self.tr("What sort of help?"), choices)
        dialog.ask_text("words", self.tr("Where did it go?"))
        dialog.ask_text("their_ref", self.tr("Their number for it"))
        dialog.ask_day("on", self.tr("When was that?"))

    def outside_result(self, file: ComplaintFile) -> StepDialog:
        """What came out there?"""
        deeds = self._deeds
        title = self.tr("Result from outside")
        dialog = self._dialog(file, title, lambda values: deeds.outside_result(file, values))
        dialog.ask_words("words", self.tr("What came out of it?"))
        dialog.ask_day("on", self.tr("When was that?"))
        number = dialog.ask_text("their_ref", self.tr("Their number for it"))
        number.set_value(file.referrals[-1].draft.their_ref if file.referrals else "")
        dialog.ask_money("cost_pence", self.tr("What it cost you"))
        box = self.tr("We have to do as it says")
        dialog.ask_tick("is_binding", self.tr("Does it bind you?"), box)
        return dialog

    def withdraw(self, file: ComplaintFile) -> StepDialog:
        """How did they take it back?"""
        dialog = self._step(file, self.tr("They took it back"), Action.WITHDRAW)
        self._ask_channel(dialog, "channel", self.tr("How did they tell you?"))
        dialog.ask_text("words", self.tr("What they said"))
        dialog.ask_day("on", self.tr("When was that?"))
        return dialog

    def same_as(self, file: ComplaintFile) -> StepDialog:
        """Which one is it the same as?"""
        dialog = self._step(file, self.tr("Same as another"), Action.SAME_AS)
        others = self._others(file)
        named = self.tr("Others of the same customer: {others}.").format(others=", ".join(others))
        words = self.tr("Number of the other complaint, such as C-2026-0014")
        field = dialog.ask_text("master_id", words, named if others else "")
        if len(others) == 1:
            field.set_value(others[0].partition(" ")[0])
        dialog.ask_day("on", self.tr("When did you see that?"))
        return dialog

    def _others(self, file: ComplaintFile) -> list[str]:
        """Other complaints of the same customer, the newest first."""
        customer_id = file.card.draft.customer_id
        if customer_id is None:
            return []
        cards = self._bench.services.complaints.of(customer_id)
        others = [one for one in cards if one.id != file.card.id][:_MOST_OTHERS]
        labels = self._bench.labels
        return [
            self.tr("{ref} ({what})").format(ref=one.ref, what=short_text(one, labels, 30))
            for one in others
        ]
