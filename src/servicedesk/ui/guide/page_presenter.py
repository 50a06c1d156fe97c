# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What one page of a guide knows while somebody answers it; no widgets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Answers, AnswerValue, Page, shown_questions
from servicedesk.ui.core.labels import Labels

PAUSE = 400
"""Milliseconds without a key after which what is being typed is told, to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePageState:
    """A page as it stands.

    Args:
        page: its questions.
        answers: to all questions of the guide, so that ``show_if`` can look at other pages.
        errors: sentences by question id.
    """

    page: Page
    answers: Answers = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[str, ...]:
        """Ids of the questions to ask now, in order."""
        return tuple(question.id for question in shown_questions(self.page, self.answers))


class GuidePagePresenter(QObject):
    """Takes answers as they are given and says which are to be kept.

    Args:
        page: what is asked.
        labels: words for refusals.

    Signals:
        state_changed: other questions are shown, or other errors.
        answer_typed: (question id) somebody typed and then paused; the answer may be half a word.
        answered: (question id, checked answer) an answer was given; "" and () take one back.
    """

    state_changed = Signal()
    answer_typed = Signal(str)
    answered = Signal(str, object)

    def __init__(self, page: Page, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self.state = GuidePageState(page=page)
        self._typing = ""
        self._refused: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)

    def set_answers(self, answers: Answers) -> None:
        """Know what has been said so far, on this page and on others."""
        self._to(replace(self.state, answers=MappingProxyType(dict(answers))))

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """Know what is wrong, by question id; questions that are not named are right."""
        self._to(replace(self.state, errors=MappingProxyType(dict(errors))))

    def is_refused(self, question_id: str) -> bool:
        """Whether what was typed there does not fit, so that it is not an answer."""
        return question_id in self._refused

    def forget(self, question_id: str) -> None:
        """What was typed there is taken away, and what was wrong with it."""
        self._refused.discard(question_id)
        errors = {key: said for key, said in self.state.errors.items() if key != question_id}
        self.set_errors(errors)

    def type(self, question_id: str) -> None:
        """Somebody is typing an answer."""
        if self._typing and self._typing != question_id:
            self.flush()
        self._typing = question_id
        self._pause.start()

    @Slot()
    def flush(self) -> None:
        """Tell at once of what is being typed, if anything is."""
        self._pause.stop()
        typed, self._typing = self._typing, ""
        if typed:
            self.answer_typed.emit(typed)

    def take(self, question_id: str, read: Callable[[], AnswerValue]) -> None:
        """An answer was given: tell of it, or say beside it why it does not fit.

        Args:
            question_id: of this page.
            read: gives the checked answer, or raises a Refusal; then what was typed is told as
                typing, so that it is kept as it stands.
        """
        try:
            value = read()
        except Refusal as refusal:
            self._refused.add(question_id)
            self.type(question_id)
            self.flush()
            self.set_errors({**self.state.errors, question_id: self._labels.refusal(refusal)})
            return
        self._refused.discard(question_id)
        if self._typing == question_id:
            self._pause.stop()
            self._typing = ""
        errors = {key: said for key, said in self.state.errors.items() if key != question_id}
        answers = {**self.state.answers, question_id: value}
        self._to(
            replace(self.state, answers=MappingProxyType(answers), errors=MappingProxyType(errors))
        )
        self.answered.emit(question_id, value)

    def _to(self, state: GuidePageState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
