# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs of a review: what it shows, and a decision; what is typed stays when they close."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.reviews import Decision, DecisionCard, ReviewCard, ReviewDraft
from servicedesk.domain.reviews_rules import (
    CHANGE_MOST,
    DECISION_MOST,
    FINDINGS_MOST,
    next_review,
)
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.form_values import day_of, unread
from servicedesk.ui.yearly.reviews_presenter import ReviewsPresenter

_FORM = "reviews"
_DECISION = "review_decisions"
"""As their tables: whoever removes a record takes the half-typed form with it."""


class ReviewForm(FormDialog):
    """Writes up what a review shows.

    Args:
        bench: of the open file.
        presenter: keeps it.
        card: of the review.
        wrong: what it still needs, a sentence by field; shown at once.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: ReviewsPresenter,
        card: ReviewCard,
        wrong: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Write up the review"), parent)
        self._bench, self._presenter, self._id = bench, presenter, card.id
        for question in self._questions():
            self.add(make_field(question, bench.labels, bench))
        draft = card.draft
        known = {
            "findings": draft.findings,
            "changes_charter": "" if draft.changes_charter is None else draft.changes_charter,
            "charter_change": draft.charter_change,
            "present": draft.present,
            "held_on": draft.held_on,
            "next_on": draft.next_on or next_review(draft.held_on or card.begun_on),
        }
        for field in self.fields():
            field.set_value(known[field.question_id])
        FormDraft(self, bench, _FORM, str(card.id), is_new=False)
        self.save_wanted.connect(self._save)
        if wrong:
            QTimer.singleShot(0, self, lambda: self.show_errors(wrong))

    def _questions(self) -> tuple[Question, ...]:
        return (
            Question(
                id="findings",
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("What do the figures show you?"),
                help=self.tr("Two or three sentences: what went well, what did not, and why."),
                maximum=FINDINGS_MOST,
            ),
            Question(
                id="changes_charter",
                kind=QuestionKind.YES_NO,
                label=self.tr("Does your charter change because of it?"),
            ),
            Question(
                id="charter_change",
                kind=QuestionKind.TEXT,
                label=self.tr("If so, what changes?"),
                maximum=CHANGE_MOST,
            ),
            Question(id="present", kind=QuestionKind.TEXT, label=self.tr("Who was there?")),
            Question(id="held_on", kind=QuestionKind.DAY, label=self.tr("Held on"), is_past=True),
            Question(id="next_on", kind=QuestionKind.DAY, label=self.tr("The next review on")),
        )

    def _save(self) -> None:
        values, changes = self.values(), self.values().get("changes_charter")
        draft = ReviewDraft(
            held_on=day_of(values, "held_on"),
            present=str(values["present"]),
            findings=str(values["findings"]),
            changes_charter=changes if isinstance(changes, bool) else None,
            charter_change=str(values["charter_change"]),
            next_on=day_of(values, "next_on"),
        )
        wrong = unread(self, self._bench.labels) or self._presenter.write(self._id, draft)
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()


class DecisionForm(FormDialog):
    """Writes a decision down, or changes one.

    Args:
        bench: of the open file.
        presenter: keeps it.
        review: that it is part of.
        card: of the decision; None for a new one.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: ReviewsPresenter,
        review: ReviewCard,
        card: DecisionCard | None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("A decision") if card is None else self.tr("Change the decision")
        super().__init__(title, parent)
        self._bench, self._presenter, self._review = bench, presenter, review.id
        self._id = None if card is None else card.id
        for question in self._questions():
            self.add(make_field(question, bench.labels, bench))
        if card is not None:
            text, who, due = self.fields()
            text.set_value(card.draft.text)
            who.set_value(card.draft.who)
            due.set_value(card.draft.due)
        FormDraft(self, bench, _DECISION, "" if card is None else str(card.id))
        self.save_wanted.connect(self._save)

    def _questions(self) -> tuple[Question, ...]:
        return (
            Question(
                id="text",
                kind=QuestionKind.TEXT,
                label=self.tr("What will you do?"),
                help=self.tr("It becomes an action when the review is finished."),
                is_required=True,
                maximum=DECISION_MOST,
            ),
            Question(id="who", kind=QuestionKind.TEXT, label=self.tr("Who does it?")),
            Question(id="due", kind=QuestionKind.DAY, label=self.tr("By when?")),
        )

    def _save(self) -> None:
        values = self.values()
        draft = Decision(
            text=str(values["text"]), who=str(values["who"]), due=day_of(values, "due")
        )
        wrong = unread(self, self._bench.labels)
        wrong = wrong or self._presenter.decide(self._review, self._id, draft)
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()
