# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Short dialogs about one promise: done on, new date, broken, released, told, waiting."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.promises import Outcome, PromiseCard
from servicedesk.domain.promises_rules import TEXT_MOST
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_field import DueField
from servicedesk.ui.people.guarding import warn_of_why
from servicedesk.ui.people.promise_deeds import PromiseDeeds, Wrong
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label
from servicedesk.ui.widgets.text_fields import WordsField

_DAY_WIDTH = 11
"""Of a day's field at least, in text heights: it holds one in figures at any size of text."""

Step = Callable[[PromiseCard, Mapping[str, object]], Wrong]


class PromiseDialog(FormDialog):
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
        super().__init__(title, parent, save)
        self._bench = bench
        self._step = step
        self.card = card
        who = card.customer_name
        words = self.tr("{text}, for {who}").format(text=card.draft.text, who=who)
        self.body.addWidget(label(words if who else card.draft.text, "quiet"))
        self.save_wanted.connect(self._save)

    def ask_day(self, name: str, words: str) -> Field:
        """A day that is over, today to begin with."""
        field = self._asked(name, QuestionKind.DAY, words, is_past=True)
        field.focus_target().setMinimumWidth(em(self, _DAY_WIDTH))
        field.set_value(self._bench.today)
        return field

    def ask_text(self, name: str, words: str, help_text: str = "") -> Field:
        """A line."""
        return self._asked(name, QuestionKind.TEXT, words, help_text=help_text)

    def ask_yes(self, name: str, words: str, help_text: str = "") -> Field:
        """Yes or no."""
        return self._asked(name, QuestionKind.YES_NO, words, help_text=help_text)

    def _asked(
        self,
        name: str,
        kind: QuestionKind,
        words: str,
        *,
        is_past: bool = False,
        help_text: str = "",
    ) -> Field:
        most = TEXT_MOST if kind is QuestionKind.TEXT else None
        question = Question(
            id=name, kind=kind, label=words, is_past=is_past, help=help_text, maximum=most
        )
        made = make_field(question, self._bench.labels, self._bench)
        if isinstance(made, WordsField):
            warn_of_why(made, self._bench.labels)
        return self.add(made)

    def _save(self) -> None:
        wrong = self._step(self.card, self.values())
        if wrong is None:
            return
        if "" in wrong:
            wrong = {self.fields()[0].question_id: wrong[""], **wrong}
        self.show_errors(wrong)
        if not wrong:
            self.accept()


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
        return self._opened(dialog)

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
        return self._opened(dialog)

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
        return self._opened(dialog)

    def waiting(self, promise_id: int) -> PromiseDialog | None:
        """For whom or what does it wait?"""
        title = self.tr("Waiting")
        dialog = self._over(promise_id, title, self.tr("Write it down"), self._deeds.wait)
        if dialog is None:
            return None
        nothing = self.tr("Leave it empty when you wait no longer.")
        field = dialog.ask_text("waiting_for", self.tr("You wait for"), nothing)
        field.set_value(dialog.card.draft.waiting_for)
        return self._opened(dialog)

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
        return self._opened(dialog)

    def _over(self, promise_id: int, title: str, save: str, step: Step) -> PromiseDialog | None:
        card = self._deeds.card(promise_id)
        if card is None:
            return None
        return PromiseDialog(self._bench, title, card, save, step, self._window.window())

    def _opened(self, dialog: PromiseDialog) -> PromiseDialog:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
