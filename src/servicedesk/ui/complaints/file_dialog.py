# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A dialog of a complaint's file: its questions below one another, kept while they are typed."""

from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.complaints.file_presenter import FilePresenter
from servicedesk.ui.complaints.file_state import Asked
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.sure_choice import SureChoiceField
from servicedesk.ui.widgets.text import label

_DAY_WIDTH = 11.5
"""Of a day's field at least, in text heights: its example is read whole."""

_PAIRED = 32
"""Width from which on two fields stand side by side, in text heights."""


class FileDialog(FormDialog):
    """Asks what one step needs; Ctrl+Enter keeps it.

    Args:
        bench: of the open file.
        presenter: keeps it.
        asked: what is asked.
        parent: the window it belongs to.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: FilePresenter,
        asked: Asked,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(asked.title, parent)
        self._bench = bench
        self._presenter = presenter
        self._asked = asked
        if asked.note:
            self.body.addWidget(label(asked.note, "quiet"))
        for asks in asked.questions:
            if isinstance(asks, Question):
                self._put(asks)
            else:
                pair = Pair(_PAIRED)
                self.body.addWidget(pair)
                for question in asks:
                    pair.put(self._put(question))
        form, subject = asked.kept_as
        FormDraft(self, bench, form, subject, is_new=asked.is_new)
        self._foretell()
        self.save_wanted.connect(self._save)

    def _put(self, question: Question) -> Field:
        field = self.add(self._made(question))
        field.set_value(self._asked.begin.get(question.id))
        if self._asked.foretell is not None:
            field.typed.connect(self._foretell)
        return field

    def _made(self, question: Question) -> Field:
        if question.kind is QuestionKind.CHOICE and question.is_required:
            return SureChoiceField(question, self._bench.labels, self._bench)
        made = make_field(question, self._bench.labels, self._bench)
        if question.kind is QuestionKind.DAY:
            made.focus_target().setMinimumWidth(em(self, _DAY_WIDTH))
        return made

    def _foretell(self) -> None:
        """Say beside Save what whoever saves should know before."""
        if self._asked.foretell is not None:
            self.foretell(self._asked.foretell(self.values()))

    def _save(self) -> None:
        wrong = self._presenter.keep(self._asked, self.values())
        if wrong is None:
            return
        known = {field.question_id for field in self.fields()}
        first = self.fields()[0].question_id
        self.show_errors({key if key in known else first: said for key, said in wrong.items()})
        if not wrong:
            self.accept()
