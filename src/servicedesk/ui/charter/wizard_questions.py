# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The open page of the wizard: its questions, what is said about them, and Back, Next and Skip."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.guides import Page, Question, QuestionKind
from servicedesk.domain.wording import Finding, Severity
from servicedesk.ui.charter.standards_table import StandardsTable
from servicedesk.ui.charter.wizard_presenter import WizardPresenter
from servicedesk.ui.charter.wizard_record import RecordBeside
from servicedesk.ui.charter.wizard_state import ASKED, WizardState
from servicedesk.ui.guide.guide_page import GuidePage
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.enter import is_enter
from servicedesk.ui.widgets.fields import Field
from servicedesk.ui.widgets.fields import Notice as Advice
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench

_MOST_ADVICE = 2
"""Lines of advice under one field: more are not read."""

Editor = Callable[[Question, WizardPresenter], QWidget | None]
"""Makes an editor of its own for some questions; None leaves it to the usual field."""


class QuestionsPane(QWidget):
    """Shows one page at a time.

    Args:
        bench: words, day and colours.
        presenter: what is shown.
        editor: editors of their own, beside those of standards.

    Signals:
        walked: a page was asked for by Back, Next or Skip.
    """

    walked = Signal()

    def __init__(
        self,
        bench: "Workbench",
        presenter: WizardPresenter,
        editor: Editor,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._presenter = presenter
        self._editor = editor
        self._visit = -1
        self._page: GuidePage | None = None
        self._table: StandardsTable | None = None
        self._wired: set[str] = set()
        self._saying: list[tuple[str, str]] = []
        self._build()
        self._wire()

    def _build(self) -> None:
        self._scroll = ScrollPage()
        self._said = QVBoxLayout()
        self._said.setSpacing(8)
        self._place = QVBoxLayout()
        self._scroll.body.addLayout(self._place)
        self._scroll.body.addLayout(self._said)
        self._back = side_button(self.tr("Back"))
        self._next = main_button(self.tr("Next"))
        self._skip = link_button(self.tr("Skip this step"))
        self.foot = foot = QFrame()
        row = FlowLayout(gap=10)
        for button in (self._back, self._next, self._skip):
            row.addWidget(button)
        foot.setLayout(row)
        self._scroll.body.addWidget(foot)
        self._scroll.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._scroll)

    def _wire(self) -> None:
        self._back.clicked.connect(self.back)
        self._next.clicked.connect(self.next)
        self._skip.clicked.connect(self.skip)

    def parts(self) -> list[QWidget]:
        """The editors of the open page from the top; none while there is no page."""
        rows = self._page.layout() if self._page is not None else None
        if rows is None:
            return []
        items = (rows.itemAt(at) for at in range(rows.count()))
        return [part for item in items if item is not None and (part := item.widget()) is not None]

    def commit(self) -> None:
        """Take what is being typed as said."""
        if self._page is not None:
            self._page.commit()
        if self._table is not None:
            self._table.commit()

    def back(self) -> None:
        """Go back a page; nothing is lost."""
        self.commit()
        self._presenter.back()
        self.walked.emit()

    def next(self) -> None:
        """Go on, or to the first thing that does not fit."""
        self.commit()
        self._presenter.next()
        self.walked.emit()

    def skip(self) -> None:
        """Go on without having read the page."""
        self.commit()
        self._presenter.skip()
        self.walked.emit()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard on arrival."""
        return self._page.first_focus() if self._page is not None else None

    def show_state(self, state: WizardState) -> None:
        """Show the open page; its fields are made anew for every visit only."""
        if state.page is None or state.draft is None:
            self._clear()
            return
        if state.visit != self._visit:
            self._open(state, state.page)
        self._show_said(state)
        self._show_errors(state)
        self._wire_fields()
        self._show_findings(state)
        self._show_foot(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead from the last line of a page to the button that goes on, by Enter."""
        if is_enter(event) and isinstance(self.window().focusWidget(), QLineEdit):
            self._next.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def focus_on(self, question: str) -> None:
        """Give the keyboard to a question, or to the first one."""
        target = self.first_focus()
        if self._page is None or (question and self._page.focus_on(question)):
            return
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._visit = -1
        self._table = None
        if self._page is not None:
            old, self._page = self._page, None
            old.blockSignals(True)  # to lose the keyboard by going says nothing
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _open(self, state: WizardState, page: Page) -> None:
        self._clear()
        self._visit = state.visit
        self._wired = set()
        asked = tuple(question for question in page.questions if question.id != ASKED)
        self._page = GuidePage(
            replace(page, questions=asked), self._bench.labels, self._bench, self._extra
        )
        self._page.answered.connect(self._presenter.answered)
        self._page.notice_acted.connect(self._on_rewrite)
        self._page.set_answers(state.draft.answers if state.draft is not None else {})
        self._page.show_typed(state.typed)
        self._place.addWidget(self._page)
        self._page.show()  # now, so that it can take the keyboard
        self._scroll.to_top()
        self.focus_on(state.focus)

    def _extra(self, question: Question) -> QWidget | None:
        if question.kind is not QuestionKind.STANDARD:
            return self._editor(question, self._presenter)
        presenter, state = self._presenter, self._presenter.state
        beside = RecordBeside(self._bench, state.standards)
        table = StandardsTable(self._bench.labels, presenter.weigh_standard, beside)
        answers = state.draft.answers if state.draft is not None else {}
        days = DayKind.WORKING if answers.get("count_days") == "working" else DayKind.OPENING
        table.presenter.take_up(presenter.unsaid)
        table.set_standards(
            state.standards, page=state.at, bare_days=days, taken=presenter.standard_keys
        )
        table.standards_changed.connect(presenter.change_standards)
        table.standard_typed.connect(presenter.type_standard)
        table.presenter.unsaid_typed.connect(presenter.type_unsaid)
        self._table = table
        return table

    def _wire_fields(self) -> None:
        """Hear each key of fields that are new: the page itself tells only of pauses."""
        for field in self._page.fields() if self._page is not None else ():
            if field.question_id in self._wired:
                continue
            self._wired.add(field.question_id)
            field.typed.connect(lambda one=field: self._on_typed(one))
            field.committed.connect(lambda one=field: self._on_committed(one))

    def _on_typed(self, field: Field) -> None:
        self._presenter.typed(field.question_id, field.value())

    def _on_committed(self, field: Field) -> None:
        """The page has taken it already, unless it does not fit."""
        if self._page is None:
            return
        wrong = self._page.presenter.state.errors.get(field.question_id, "")
        if wrong:
            self._presenter.wrong(field.question_id, field.value(), wrong)

    def _on_rewrite(self, question_id: str, at: int) -> None:
        found = self._presenter.state.findings.get(question_id, ())
        field = self._page.field(question_id) if self._page is not None else None
        if field is not None and at < len(found) and found[at].rewrite:
            field.set_value(found[at].rewrite)
            self._presenter.answered(question_id, found[at].rewrite)
            field.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_errors(self, state: WizardState) -> None:
        if self._page is not None and dict(self._page.presenter.state.errors) != state.errors:
            self._page.presenter.set_errors(state.errors)
        if self._page is not None and state.focus in state.errors:
            self._page.focus_on(state.focus)

    def _show_findings(self, state: WizardState) -> None:
        for field in self._page.fields() if self._page is not None else ():
            found = state.findings.get(field.question_id, ())[:_MOST_ADVICE]
            advice = [self._advice(*one) for one in enumerate(found)]
            if self._page is not None:
                self._page.show_notices(field.question_id, advice)

    def _advice(self, at: int, finding: Finding) -> Advice:
        """A finding beside its field; the first one offers the better wording of the whole."""
        values = {name: str(value) for name, value in finding.params.items()}
        said = self._bench.labels.say(f"finding.{finding.code.value}", **values)
        is_offered = at == 0 and bool(finding.rewrite)
        if is_offered:
            said = self.tr("{finding} Or say: “{rewrite}”").format(
                finding=said, rewrite=finding.rewrite
            )
        return Advice(
            text=said,
            tone="late" if finding.severity is Severity.BLOCK else "due",
            span=finding.span,
            action_text=self.tr("Use this wording") if is_offered else "",
        )

    def _show_said(self, state: WizardState) -> None:
        """What customers said, and what this page still lacks."""
        wanted = [
            ("late" if line.is_of_poster else "due", line.sentence)
            for line in state.lines
            if line.blocks
        ]
        heard = self.tr("A customer said: {note}")
        wanted += [("quiet", heard.format(note=note)) for note in state.notes]
        if wanted == self._saying:
            return
        self._saying = wanted
        while (item := self._said.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for tone, sentence in wanted:
            self._said.addWidget(Notice(tone, sentence))

    def _show_foot(self, state: WizardState) -> None:
        title = self._presenter.next_title()
        self._next.setText(
            self.tr("Next: {page}").format(page=title) if title else self.tr("Next: Publish")
        )
        self._back.setVisible(self._presenter.has_back)
        self._skip.setVisible(state.page is not None)
