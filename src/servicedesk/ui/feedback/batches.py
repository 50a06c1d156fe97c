# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog for cards that were handed out: what they are called, since when, and how many."""

from datetime import date

from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import BatchCard, BatchDraft
from servicedesk.domain.feedback_checking import NOTE_MOST
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.sizes import em

_DAY_WIDTH = 11
"""Of a day's field at least, in text heights."""


class BatchDialog(FormDialog):
    """Asks what was handed out.

    Args:
        bench: of the open file.
        batch: to be changed; None for new ones.
        parent: the window it belongs to.

    Attributes:
        kept: what was written down, or None so far.
    """

    def __init__(
        self, bench: Workbench, batch: BatchCard | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._bench = bench
        self._batch = batch
        self.kept: BatchCard | None = None
        title = self.tr("Cards were handed out") if batch is None else self.tr("Change the cards")
        self.setWindowTitle(title)
        self._head.setText(title)
        name = self.tr("What do you call them?")
        like = self.tr("Such as “Cards at the counter, December”.")
        self._ask("name", QuestionKind.TEXT, name, like)
        first = self._ask("first", QuestionKind.DAY, self.tr("Handed out from"))
        last = self._ask(
            "last", QuestionKind.DAY, self.tr("Until"), self.tr("Empty while you still do.")
        )
        many = self.tr("How many were handed out?")
        unknown = self.tr("Leave it empty if nobody counted.")
        count = self._ask("handed_out", QuestionKind.WHOLE_NUMBER, many, unknown)
        note = self._ask("note", QuestionKind.TEXT, self.tr("Note"), most=NOTE_MOST)
        first.set_value(bench.today)
        if batch is not None:
            draft = batch.draft
            self.fields()[0].set_value(draft.name)
            first.set_value(draft.first)
            last.set_value(draft.last)
            count.set_value(draft.handed_out)
            note.set_value(draft.note)
        FormDraft(self, bench, "feedback_batches", "" if batch is None else str(batch.id))
        self.save_wanted.connect(self._save)

    def _ask(
        self,
        name: str,
        kind: QuestionKind,
        words: str,
        help_text: str = "",
        most: int | None = None,
    ) -> Field:
        question = Question(id=name, kind=kind, label=words, help=help_text, maximum=most)
        field = self.add(make_field(question, self._bench.labels, self._bench))
        if kind is QuestionKind.DAY:
            field.focus_target().setMinimumWidth(em(self, _DAY_WIDTH))
        return field

    def _save(self) -> None:
        bench, batch = self._bench, self._batch
        cards = bench.services.feedback.cards
        try:
            draft = self._draft()
            if batch is None:
                done = bench.do(lambda: cards.add(draft, bench.who), said=self.tr("Written down"))
            else:
                done = bench.do(
                    lambda: cards.change(batch.id, draft, bench.who), said=self.tr("Changed")
                )
        except Refusal as refusal:
            self.show_errors({refusal.field or "name": bench.labels.refusal(refusal)})
            return
        if done is not None:
            self.kept = done.card
            self.accept()

    def _draft(self) -> BatchDraft:
        """What was typed; raises Refusal."""
        said = {
            field.question_id: field.checked_value() if field.value() != "" else ""
            for field in self.fields()
        }
        first, last, count = said["first"], said["last"], said["handed_out"]
        return BatchDraft(
            name=str(said["name"]),
            first=first if isinstance(first, date) else self._bench.today,
            last=last if isinstance(last, date) else None,
            handed_out=count if isinstance(count, int) else None,
            note=str(said["note"]),
        )
