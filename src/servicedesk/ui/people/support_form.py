# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form for something that helps, something to mind, or a yes to offers."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Question
from servicedesk.domain.support import SafetyKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.support_presenter import NEED, SAFETY, SupportPresenter
from servicedesk.ui.people.support_questions import GUARDED, PATCH_TEST_ONLY, questions
from servicedesk.ui.widgets.fields import DayField, Field, Notice, TextField, make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.sure_choice import SureChoiceField

_DAY = 11.5
"""Narrowest line for a day, in text heights: its example is read whole."""


class SupportForm(FormDialog):
    """Asks about one line of the sheet; Ctrl+Enter keeps it.

    Args:
        bench: of the open file.
        presenter: keeps it.
        part: NEED, SAFETY or CONSENT.
        record_id: of what is changed; None for a new one.
        parent: the window it belongs to.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: SupportPresenter,
        part: str,
        record_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_title(part, is_new=record_id is None), parent)
        self._desk = bench
        self._presenter = presenter
        self._part = part
        self._record_id = record_id
        self._build()

    def _build(self) -> None:
        begin = self._presenter.begin(self._part, self._record_id)
        for question in questions(self._part, self._desk.labels):
            field = self.add(self._made(question))
            field.set_value(begin.get(question.id))
            if isinstance(field, TextField) and question.id in GUARDED:
                field.typed.connect(lambda each=field: self._warn(each))
                self._warn(field)
        is_new = self._record_id is None
        mine = f"new-{self._presenter.customer_id}"
        subject = mine if is_new else str(self._record_id)
        FormDraft(self, self._desk, self._part, subject, is_new=is_new)
        for field in self.fields():
            if field.question_id == "kind":
                field.typed.connect(self._show_asked)
        self._show_asked()
        self.save_wanted.connect(self._save)

    def _made(self, question: Question) -> Field:
        if question.is_required:
            return SureChoiceField(question, self._desk.labels, self._desk)
        made = make_field(question, self._desk.labels, self._desk)
        if isinstance(made, DayField):
            made.focus_target().setMinimumWidth(em(self, _DAY))
        return made

    def _warn(self, field: TextField) -> None:
        said = self._presenter.warning(str(field.value()))
        field.set_notices([Notice(text=said)] if said else [])

    def _show_asked(self) -> None:
        """A patch test is asked for its day and result, the rest are not."""
        if self._part != SAFETY:
            return
        is_test = self.values().get("kind") == SafetyKind.PATCH_TEST.value
        for field in self.fields():
            if field.question_id in PATCH_TEST_ONLY:
                field.setVisible(is_test)

    def _save(self) -> None:
        wrong = self._presenter.save(self._part, self._record_id, self.values())
        if wrong is None:
            return
        first = self.fields()[0].question_id
        self.show_errors({name or first: sentence for name, sentence in wrong.items()})
        if not wrong:
            self.accept()


def _title(part: str, *, is_new: bool) -> str:
    say = QCoreApplication.translate
    if part == NEED:
        return say("Support", "What helps") if is_new else say("Support", "Change what helps")
    if part == SAFETY:
        return say("Support", "Safety note") if is_new else say("Support", "Change the safety note")
    return say("Support", "They agree to offers")
