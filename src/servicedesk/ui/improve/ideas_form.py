# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog in which an idea is written down, or judged; what is typed stays when it closes."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.domain.ideas import NOTE_MOST, WHAT_MOST, WHERE_MOST, IdeaCard, IdeaVerdict
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.ideas_presenter import IdeasPresenter
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.form_values import unread

_FORM = "ideas"
"""As its table: whoever removes an idea takes the half-typed form with it."""


class IdeaForm(FormDialog):
    """Writes an idea down, changes one, or says what came of it.

    Args:
        bench: of the open file.
        presenter: keeps it.
        card: of the idea; None for a new one.
        judges: begin with the day it was tried, today where none is known, and the verdict.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: IdeasPresenter,
        card: IdeaCard | None,
        parent: QWidget | None = None,
        *,
        judges: bool = False,
    ) -> None:
        title = self.tr("An idea seen elsewhere") if card is None else self.tr("Change the idea")
        super().__init__(self.tr("How did it go?") if judges else title, parent)
        self._bench = bench
        self._presenter = presenter
        self._id = None if card is None else card.id
        seen, tried = self._seen_questions(), self._tried_questions(bench)
        asked = seen if card is None else (*seen, *tried)
        if judges:  # and when to try it again, before what is known
            asked = (*tried, seen[-1], *seen[:-1])
        for question in asked:
            self.add(make_field(question, bench.labels, bench))
        if card is not None:
            self._fill(card)
            if judges and card.draft.tried_on is None:
                self._field("tried_on").set_value(bench.today)
        FormDraft(self, bench, _FORM, "" if card is None else str(card.id))
        self.save_wanted.connect(self._save)
        if judges:
            verdict = self._field("verdict").focus_target()
            QTimer.singleShot(0, verdict, verdict.setFocus)

    def _seen_questions(self) -> tuple[Question, ...]:
        return (
            Question(
                id="what",
                kind=QuestionKind.TEXT,
                label=self.tr("What did you see that you could try?"),
                help=self.tr("Such as: a sign that says how long the wait is."),
                is_required=True,
                maximum=WHAT_MOST,
            ),
            Question(
                id="seen_at",
                kind=QuestionKind.TEXT,
                label=self.tr("Where?"),
                maximum=WHERE_MOST,
            ),
            Question(id="seen_on", kind=QuestionKind.DAY, label=self.tr("Seen on"), is_past=True),
            Question(id="try_by", kind=QuestionKind.DAY, label=self.tr("Try it by")),
        )

    def _tried_questions(self, bench: Workbench) -> tuple[Question, ...]:
        choices = tuple(Choice(id=one.value, label=bench.labels.enum(one)) for one in IdeaVerdict)
        return (
            Question(id="tried_on", kind=QuestionKind.DAY, label=self.tr("Tried on"), is_past=True),
            Question(
                id="verdict",
                kind=QuestionKind.CHOICE,
                label=self.tr("What do you make of it?"),
                choices=choices,
            ),
            Question(
                id="note",
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("What came of it"),
                maximum=NOTE_MOST,
            ),
        )

    def _field(self, name: str) -> Field:
        return next(field for field in self._fields if field.question_id == name)

    def _fill(self, card: IdeaCard) -> None:
        draft = card.draft
        known = {
            "what": draft.what,
            "seen_at": draft.seen_at,
            "seen_on": draft.seen_on,
            "try_by": draft.try_by,
            "tried_on": draft.tried_on,
            "verdict": None if draft.verdict is None else draft.verdict.value,
            "note": draft.note,
        }
        for field in self.fields():
            field.set_value(known[field.question_id])

    def _save(self) -> None:
        wrong = unread(self, self._bench.labels)
        wrong = wrong or self._presenter.keep(self._id, self.values())
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()
