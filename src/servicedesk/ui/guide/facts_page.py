# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One page of facts of the business: each answer is kept as it is given, and follows undo.

What is being typed, and what does not fit, is kept beside the answers, so that the next start
shows it again.
"""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import AnswerValue
from servicedesk.ui.core.drafting import DraftKeeper, Standing
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.guide.facts_presenter import FactsPresenter
from servicedesk.ui.guide.guide_page import Extra, GuidePage
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.draft_notice import draft_notice
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.tab_order import order_tabs, stops_in

_FORM = "facts"
"""Under which name what is typed is kept; its subject is the question."""


class FactsPage(GuidePage):
    """The questions of a page, answered into the file.

    Args:
        facts: keeps the answers.
        page_id: of the page, in the guide of ``facts``.
        bench: of the open file.
        extra: as for ``GuidePage``.
    """

    _notice: Notice | None = None

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
        self._keeper = DraftKeeper(bench, _FORM, self._standing, self)
        self._offer()
        self.typed.connect(self._keeper.note)

    def commit(self) -> None:
        """Take what is being typed as said, and keep what does not fit."""
        super().commit()
        self._keep_rest()

    def stops(self) -> list[QWidget]:
        """All that Tab stops at, from the top."""
        above = [] if self._notice is None else [self._notice]
        return stops_in([*above, *self._in_order()])

    def order_stops(self) -> None:
        """Make Tab go down the page."""
        above = [] if self._notice is None else [self._notice]
        order_tabs([*above, *self._in_order()])

    def has_errors(self) -> bool:
        """Whether something on the page is still to be mended."""
        shown = self.presenter.state.shown
        return any(key in shown for key in self.presenter.state.errors)

    def to_first_error(self) -> None:
        """Give the keyboard to the first question that is to be mended."""
        self.show_errors(self.presenter.state.errors)

    def _on_answered(self, question_id: str, value: AnswerValue) -> None:
        self._facts.keep(question_id, value)
        self._keep_rest()

    def _keep_rest(self) -> None:
        """Keep what is not said, forget what is; the notice goes with the last of it."""
        self._keeper.flush()
        if self._notice is not None and not any(self._standing().values()):
            self._notice.hide()

    def _standing(self) -> Standing:
        return {field.question_id: self._unsaid(field) for field in self.fields()}

    def _unsaid(self, field: Field) -> dict[str, object] | None:
        """What stands in a field and is not in the file; None for nothing."""
        key, value = field.question_id, field.value()
        is_refused = self.presenter.is_refused(key) or key in self._facts.state.errors
        is_said = field.is_settled() and not is_refused
        return None if is_said or value in ("", ()) else {key: value}

    def _offer(self) -> None:
        """Show what was being typed when the program ended."""
        moments = {}
        for field in self.fields():
            key = field.question_id
            found = self._keeper.kept(key)
            if found is not None:
                field.show_typed(found.values.get(key, field.value()))
                if field.is_settled():
                    self._keeper.drop(key)
                else:
                    moments[key] = found.saved_at
        if moments:
            is_new = not any(self._facts.answer(key) for key in moments)
            self._notice = draft_notice(max(moments.values()), is_new=is_new)
            self._notice.acted.connect(self._start_anew)
            self._head.addWidget(self._notice)
            self.order_stops()

    @Slot()
    def _start_anew(self) -> None:
        """Show what is saved in the place of what was being typed."""
        for field in self.fields():
            if self._unsaid(field) is not None:
                self._facts.say_wrong(field.question_id, "")
                self.presenter.forget(field.question_id)
                field.set_value(self._facts.answer(field.question_id))
        self._keep_rest()
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

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
