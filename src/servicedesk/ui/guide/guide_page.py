# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One page of a guide on the screen: its heading, and a field for each question that is shown."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.guides import Answers, Page, Question, QuestionKind
from servicedesk.ui.guide.page_presenter import GuidePagePresenter
from servicedesk.ui.widgets.enter import goes_on, is_enter
from servicedesk.ui.widgets.fields import Field, FieldBench, FieldLabels, Notice, make_field
from servicedesk.ui.widgets.tab_order import order_tabs, stops_in
from servicedesk.ui.widgets.text import label
from servicedesk.ui.widgets.text_fields import WordsField

_GAP = 18

Extra = Callable[[Question], QWidget | None]
"""Makes an editor of the page's own for a question; None leaves it to the usual field."""


class GuidePage(QWidget):
    """The questions of a page. It does not scroll by itself; put it into a ``ScrollPage``.

    Args:
        page: what is asked.
        labels: words for what is named by a code.
        bench: the day and the colours.
        extra: makes editors for standards, and for whatever a page edits in a way of its own.

    Attributes:
        presenter: what the page knows.

    Signals:
        typed: something was typed or chosen; comes with every key.
        answer_typed: (question id) somebody typed and then paused.
        answered: (question id, checked answer) a field was left, or a choice made.
        notice_acted: (question id, position) the link of a notice was chosen.
    """

    typed = Signal()
    answer_typed = Signal(str)
    answered = Signal(str, object)
    notice_acted = Signal(str, int)

    def __init__(
        self,
        page: Page,
        labels: FieldLabels,
        bench: FieldBench,
        extra: Extra | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._labels = labels
        self._bench = bench
        self._extra = extra
        self._fields: dict[str, Field] = {}
        self._places: dict[str, QWidget] = {}
        self.presenter = GuidePagePresenter(page, labels, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self._head = QVBoxLayout()
        self._head.setSpacing(4)
        self._head.addWidget(label(self._page.asks or self._page.heading, "title"))
        if self._page.intro:
            self._head.addWidget(label(self._page.intro, "quiet"))
        self._rows.addLayout(self._head)
        self._show_state()

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.presenter.answer_typed.connect(self.answer_typed)
        self.presenter.answered.connect(self.answered)

    def set_answers(self, answers: Answers) -> None:
        """Show what has been said; says nothing to those who listen.

        Args:
            answers: to all questions of the guide. A field keeps what is being typed in it, and
                what was typed and does not fit.
        """
        self.presenter.set_answers(answers)
        for question_id, field in self._fields.items():
            if field.is_settled() and not self.presenter.is_refused(question_id):
                field.set_value(answers.get(question_id))

    def show_typed(self, typed: Mapping[str, object]) -> None:
        """Show what was being typed when the program ended, over the answers.

        Args:
            typed: raw values by question id.
        """
        for question_id, raw in typed.items():
            if (field := self._fields.get(question_id)) is not None:
                field.show_typed(raw)

    def show_notices(self, question_id: str, notices: Sequence[Notice]) -> None:
        """Show advice about the words of a question that takes words."""
        field = self._fields.get(question_id)
        if isinstance(field, WordsField):
            field.set_notices(notices)
            self.order_stops()  # a better wording that is offered is a stop below its words

    def field(self, question_id: str) -> Field | None:
        """The field of a question; None where it is not shown or has an editor of its own."""
        return self._fields.get(question_id)

    def fields(self) -> tuple[Field, ...]:
        """The fields that are shown, in order."""
        shown = self.presenter.state.shown
        return tuple(self._fields[key] for key in shown if key in self._fields)

    def values(self) -> dict[str, object]:
        """What stands in the shown fields now, raw, by question id."""
        return {field.question_id: field.value() for field in self.fields()}

    def commit(self) -> None:
        """Take what is being typed as said, as when the field is left."""
        for field in self.fields():
            field.commit()
        self.presenter.flush()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say beside each question what is wrong with it, and go to the first.

        Args:
            errors: sentences by question id; questions that are not named are right.
        """
        self.presenter.set_errors(errors)
        for question_id in self.presenter.state.shown:
            if errors.get(question_id) and self.focus_on(question_id):
                break

    def focus_on(self, question_id: str) -> bool:
        """Give the keyboard to a question; False where it has no field that is shown."""
        field = self._fields.get(question_id)
        if field is None or question_id not in self.presenter.state.shown:
            return False
        field.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def first_focus(self) -> QWidget | None:
        """The first widget that takes the keyboard; None where there is none."""
        stops = stops_in(self._in_order())
        return stops[0] if stops else None

    def _show_state(self) -> None:
        state = self.presenter.state
        is_new = False
        for position, question in enumerate(self._page.questions):
            is_shown = question.id in state.shown
            if is_shown and question.id not in self._places:
                is_new = self._add(position, question) or is_new
            place = self._places.get(question.id)
            if place is not None:
                place.setVisible(is_shown)
        for question_id, field in self._fields.items():
            sentence = state.errors.get(question_id, "")
            if sentence != field.error():
                field.show_error(sentence)
        if is_new:
            self.order_stops()

    def _add(self, position: int, question: Question) -> bool:
        """Make the editor of a question; False where nothing can edit it here."""
        made = self._extra(question) if self._extra is not None else None
        if made is None and question.kind is not QuestionKind.STANDARD:
            made = self._field_for(question)
        if made is None:
            return False
        before = [q.id for q in self._page.questions[:position] if q.id in self._places]
        self._rows.insertWidget(len(before) + 1, made)
        self._places[question.id] = made
        return True

    def _field_for(self, question: Question) -> Field:
        field = make_field(question, self._labels, self._bench)
        field.set_value(self.presenter.state.answers.get(question.id))
        field.typed.connect(lambda: self.presenter.type(question.id))
        field.typed.connect(self.typed)
        if isinstance(field, WordsField):
            field.notice_acted.connect(lambda at: self.notice_acted.emit(question.id, at))
        field.committed.connect(lambda: self.presenter.take(question.id, field.checked_value))
        self._fields[question.id] = field
        return field

    def _in_order(self) -> list[QWidget]:
        """The editors that have been made, from the top."""
        asked = self._page.questions
        return [self._places[one.id] for one in asked if one.id in self._places]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on from a line to the next field by Enter; from the last one the key goes up."""
        if not (is_enter(event) and goes_on(self._in_order(), self.window().focusWidget())):
            super().keyPressEvent(event)

    def order_stops(self) -> None:
        """Make Tab go down the page; for editors of its own that have got more to stop at."""
        order_tabs(self._in_order())
