# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One page of facts of the business: each answer is kept as it is given, and follows undo."""

from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import AnswerValue
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.guide.facts_presenter import FactsPresenter
from servicedesk.ui.guide.guide_page import Extra, GuidePage


class FactsPage(GuidePage):
    """The questions of a page, answered into the file.

    Args:
        facts: keeps the answers.
        page_id: of the page, in the guide of ``facts``.
        bench: of the open file.
        extra: as for ``GuidePage``.
    """

    def __init__(
        self,
        facts: FactsPresenter,
        page_id: str,
        bench: Workbench,
        extra: Extra | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(facts.page(page_id), bench.labels, bench, extra, parent)
        self._facts = facts
        self._wrong: frozenset[str] = frozenset()
        self.answered.connect(self._on_answered)
        facts.state_changed.connect(self._show_facts)
        self._show_facts()

    def has_errors(self) -> bool:
        """Whether something on the page is still to be mended."""
        shown = self.presenter.state.shown
        return any(key in shown for key in self.presenter.state.errors)

    def to_first_error(self) -> None:
        """Give the keyboard to the first question that is to be mended."""
        self.show_errors(self.presenter.state.errors)

    def _on_answered(self, question_id: str, value: AnswerValue) -> None:
        self._facts.keep(question_id, value)

    def _show_facts(self) -> None:
        state = self._facts.state
        gone = self._wrong - state.errors.keys()
        errors = {**self.presenter.state.errors, **state.errors}
        self.presenter.set_errors({key: errors[key] for key in errors if key not in gone})
        self._wrong = frozenset(state.errors)
        answers = dict(state.answers)
        for field in self.fields():
            if field.question_id in state.errors:  # what was refused stays, to be mended
                answers[field.question_id] = str(field.value())
        self.set_answers(answers)
