# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Short dialogs about one promise: done on, new date, broken, released, told, waiting."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from servicedesk.domain.promises import Outcome, PromiseCard
from servicedesk.domain.promises_rules import TEXT_MOST
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_field import DueField
from servicedesk.ui.people.promise_deeds import PromiseDeeds
from servicedesk.ui.people.step_dialog import StepDialog, Wrong
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.form_draft import FormDraft

_FORM = "promise_steps"
"""Under which name what is half typed is kept, by promise and step."""

Step = Callable[[PromiseCard, Mapping[str, object]], Wrong]


class PromiseDialog(StepDialog):
    """Asks what is needed for one step with a promise.

    Args:
        bench: of the open file.
        title: over it.
        card: of the promise, which stands under the title.
        save: words of its button.
        step: takes what stands in the fields.
        parent: the window it belongs to.
    """

    def __init__(
        self,
        bench: Workbench,
        title: str,
        card: PromiseCard,
        save: str,
        step: Step,
        parent: QWidget | None = None,
    ) -> None:
        text, who = card.draft.text, card.customer_name
        words = QCoreApplication.translate("PromiseDialog", "{text}, for {who}")
        about = words.format(text=text, who=who) if who else text

        def take(values: Mapping[str, object]) -> Wrong:
            return step(card, values)

        super().__init__(bench, title, about, save, take, parent, most=TEXT_MOST)
        self.card = card


class Asking(QObject):
    """Opens the dialogs over a window; each returns it, or None where the promise is gone.

    Args:
        bench: of the open file.
        window: anything in the window they stand over; owns this.
        deeds: takes the steps.
    """

    def __init__(self, bench: Workbench, window: QWidget, deeds: PromiseDeeds) -> None:
        super().__init__(window)
        self._bench = bench
        self._window = window
        self._deeds = deeds

    def done_on(self, promise_id: int) -> PromiseDialog | None:
        """When was it done?"""
        deeds, title = self._deeds, self.tr("Done on another day")
        dialog = self._over(promise_id, title, self.tr("Done"), deeds.done_on)
        if dialog is None:
            return None
        words = self.tr("When was it done?")
        field = DueField(self._bench, words, deeds.read_past, "on", is_past=True)
        dialog.add(field)
        field.set_value(self._bench.today)
        return self._opened(dialog, "done_on")

    def new_date(self, promise_id: int) -> PromiseDialog | None:
        """By when now, and did the customer agree?"""
        deeds, title = self._deeds, self.tr("A new date")
        dialog = self._over(promise_id, title, self.tr("Give this date"), deeds.move)
        if dialog is None:
            return None
        card = dialog.card
        is_late = deeds.is_late(card)
        if is_late:
            words = self.tr("It is late already, and stays so in your figures whatever you agree.")
            dialog.body.addWidget(Notice("due", words))
        was = self.tr("By when? It is due {due}.").format(due=deeds.due_said(card))
        dialog.add(DueField(self._bench, was, deeds.read_due, shut=deeds.shut_on))
        if not is_late:
            why = self.tr("If they did, the new date counts. If not, the first one does.")
            dialog.ask_yes("agreed", self.tr("Did the customer agree to it?"), why)
        dialog.ask_text("words", self.tr("What was said"))
        return self._opened(dialog, "new_date")

    def broken(self, promise_id: int) -> PromiseDialog | None:
        """Why was it never done?"""
        title, asked = self.tr("Broken"), self.tr("What came in the way?")
        return self._end(promise_id, Outcome.BROKEN, title, asked)

    def released(self, promise_id: int) -> PromiseDialog | None:
        """Why does the customer not hold us to it?"""
        title = self.tr("Released")
        asked = self.tr("Why it is no longer wanted, or what the customer did not do")
        return self._end(promise_id, Outcome.RELEASED, title, asked)

    def told(self, promise_id: int) -> PromiseDialog | None:
        """When were they told?"""
        title = self.tr("They were told")
        dialog = self._over(promise_id, title, self.tr("Write it down"), self._deeds.told)
        if dialog is None:
            return None
        dialog.ask_day("on", self.tr("When did you tell them that it slips?"))
        return self._opened(dialog, "told")

    def waiting(self, promise_id: int) -> PromiseDialog | None:
        """For whom or what does it wait?"""
        title = self.tr("Waiting")
        dialog = self._over(promise_id, title, self.tr("Write it down"), self._deeds.wait)
        if dialog is None:
            return None
        nothing = self.tr("Leave it empty when you wait no longer.")
        field = dialog.ask_text("waiting_for", self.tr("You wait for"), nothing)
        field.set_value(dialog.card.draft.waiting_for)
        return self._opened(dialog, "waiting")

    def _end(
        self, promise_id: int, outcome: Outcome, title: str, asked: str
    ) -> PromiseDialog | None:
        def step(card: PromiseCard, values: Mapping[str, object]) -> Wrong:
            return self._deeds.end(card, outcome, values)

        dialog = self._over(promise_id, title, self.tr("Write it down"), step)
        if dialog is None:
            return None
        dialog.ask_text("reason", asked)
        dialog.ask_day("on", self.tr("When was that?"))
        return self._opened(dialog, outcome.value)

    def _over(self, promise_id: int, title: str, save: str, step: Step) -> PromiseDialog | None:
        card = self._deeds.card(promise_id)
        if card is None:
            return None
        return PromiseDialog(self._bench, title, card, save, step, self._window.window())

    def _opened(self, dialog: PromiseDialog, step: str) -> PromiseDialog:
        FormDraft(dialog, self._bench, _FORM, f"{dialog.card.id}-{step}", is_new=True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
