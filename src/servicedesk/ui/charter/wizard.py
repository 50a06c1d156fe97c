# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The charter wizard: the list of pages, one page at a time, and the paper it becomes beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from servicedesk.domain.charters_writing import PageMark
from servicedesk.ui.charter.publish import PublishPane
from servicedesk.ui.charter.toggles import Toggles
from servicedesk.ui.charter.wizard_header import WizardHeader
from servicedesk.ui.charter.wizard_keys import BACK, NEXT, ON, hear_keys
from servicedesk.ui.charter.wizard_paper import PaperPane
from servicedesk.ui.charter.wizard_presenter import WizardPresenter
from servicedesk.ui.charter.wizard_questions import Editor, QuestionsPane
from servicedesk.ui.charter.wizard_state import PUBLISH, Step, WizardState
from servicedesk.ui.guide.step_list import Step as ListStep
from servicedesk.ui.guide.step_list import StepList
from servicedesk.ui.widgets.tab_order import order_tabs

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench

_FOLDS = 62
"""Below this width, in text heights, the list is one line and the paper a tab."""

_PAPER = 24
"""Most width of the paper beside the page, in text heights."""

_LEAST_PAPER = 18
_SHARE = 0.35
"""Of the width, for the paper: where there is less, the questions keep their room."""

_QUESTIONS, _PAPER_TAB = 0, 1


class WizardPage(QWidget):
    """The whole wizard.

    Args:
        bench: services, words and colours.
        editor: editors of their own for some questions.

    Attributes:
        presenter: what it shows.

    Signals:
        print_wanted: print the draft as it stands.
    """

    print_wanted = Signal()

    def __init__(self, bench: "Workbench", editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = WizardPresenter(bench, self)
        self._is_folded = False
        self._shown_visit = -1
        self._build(editor)
        self._wire()

    def _build(self, editor: Editor) -> None:
        self._header = WizardHeader(self.presenter.guide.title)
        self._questions = QuestionsPane(self._bench, self.presenter, editor)
        self._publish = PublishPane(self._bench.today)
        self._paper = PaperPane(self._bench.theme)
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(self._questions)
        self._middle.addWidget(self._publish)
        self._side = self._build_side()
        self._strip = self._build_strip()
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self._side)
        self._body.addWidget(middle, 1)
        self._body.addWidget(self._paper)
        self._between = middle
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header)
        rows.addWidget(self._strip)
        rows.addLayout(self._body, 1)
        self._fold()

    def _build_side(self) -> QWidget:
        """The list of pages: those that lead to a poster, then the rest."""
        side = QFrame()
        side.setObjectName("steps")
        self._steps = StepList(self._bench.theme, self.tr("Pages of the charter"))
        rows = QVBoxLayout(side)
        rows.setContentsMargins(6, 10, 2, 4)
        rows.addWidget(self._steps, 1)
        return side

    def _build_strip(self) -> QWidget:
        """What stands over the page where there is no room for three columns."""
        strip = QFrame()
        strip.setObjectName("band")
        self._line = StepList(self._bench.theme, self.tr("Page of the charter"))
        self._line.set_folded(True)
        self._views = Toggles([self.tr("Questions"), self.tr("On paper")])
        row = QHBoxLayout(strip)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._line, 1)
        row.addWidget(self._views)
        return strip

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.state_changed.connect(self._show_state)
        self._header.print_wanted.connect(self._print)
        self._header.stop_wanted.connect(self.stop)
        self._header.publish_wanted.connect(lambda: self.go(PUBLISH))
        for steps in (self._steps, self._line):
            steps.chosen.connect(self.go)
        self._views.chosen.connect(self._fold)
        self._paper.tab_chosen.connect(presenter.set_tab)
        self._paper.width_changed.connect(lambda width: presenter.previewer.change(width=width))
        self._paper.turned.connect(lambda page: presenter.previewer.change(page=page))
        self._publish.line_chosen.connect(self.go)
        self._publish.publish_wanted.connect(presenter.publish)
        self._publish.on_wanted.connect(self._go_on)
        self._publish.back_wanted.connect(presenter.back)
        self._bench.theme.changed.connect(self._fold)
        hear_keys(self, {NEXT: self._next, ON: self._skip, BACK: self._back})

    def open(self, page: str = "", question: str = "") -> None:
        """Show the charter that is being written; see ``WizardPresenter.open``."""
        self.presenter.open(page, question)
        self._paper.show_state(self.presenter.state)

    def go(self, page: str, question: str = "") -> None:
        """Open another page; what is typed is taken as said first."""
        self._questions.commit()
        self.presenter.go(page, question)

    def stop(self) -> None:
        """Keep everything and leave."""
        self._questions.commit()
        self.presenter.save_and_stop()

    def leave(self) -> None:
        """Another page is shown, or the window closes: keep everything."""
        self._questions.commit()
        self.presenter.keep_typing()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard."""
        if self.presenter.state.at == PUBLISH:
            return self._publish.first_focus()
        return self._questions.first_focus()

    def _next(self) -> None:
        if self.presenter.state.at != PUBLISH:
            self._questions.next()
        elif self.presenter.state.progress and self.presenter.state.progress.is_poster_ready:
            self.presenter.publish()

    def _skip(self) -> None:
        if self.presenter.state.at != PUBLISH:
            self._questions.skip()

    def _back(self) -> None:
        self._questions.commit()
        self.presenter.back()

    def _print(self) -> None:
        self._questions.commit()
        self.print_wanted.emit()

    def _go_on(self) -> None:
        """On with the pages for the longer papers, at the first that is not done."""
        steps = self.presenter.state.steps
        open_ones = [step.id for step in steps if step.mark is not PageMark.DONE]
        self.presenter.go(next(iter(open_ones), steps[0].id))

    def _show_state(self) -> None:
        state = self.presenter.state
        if not state.is_begun:
            return
        self._header.show_state(state)
        self._show_steps(state)
        self._questions.show_state(state)
        self._publish.show_state(state)
        self._middle.setCurrentIndex(1 if state.at == PUBLISH else 0)
        self._paper.show_state(state)
        QTimer.singleShot(0, self, self._lead_tab)  # after the page has led it through itself
        if state.at == PUBLISH and state.visit != self._shown_visit:
            self._focus_first()
        if state.visit != self._shown_visit and self._is_folded:
            self._views.pick(_QUESTIONS)
            self._fold()
        self._shown_visit = state.visit

    def _lead_tab(self) -> None:
        """Tab goes through the wizard as the eye does, whatever was put on it last."""
        middle = self._questions.parts() or [self._publish]
        head = [self._header, self._side, self._strip]
        order_tabs([*head, *middle, self._questions.foot, self._paper])

    def _focus_first(self) -> None:
        target = self.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_steps(self, state: WizardState) -> None:
        steps = [self._list_step(step) for step in state.steps]
        steps.append(ListStep(id=PUBLISH, title=self.tr("Publish")))
        for each in (self._steps, self._line):
            each.set_steps(steps, state.at)

    def _list_step(self, step: Step) -> ListStep:
        is_done = step.mark is PageMark.DONE
        note = "" if is_done else self._bench.labels.enum(step.mark)
        poster, rest = self.tr("To a poster"), self.tr("To leaflet and full text")
        return ListStep(
            id=step.id,
            title=step.title,
            is_done=is_done,
            number=step.number,
            note=note,
            group=poster if step.is_short_way else rest,
        )

    def _fold(self) -> None:
        """Three columns, or one with a line over it; counted in text heights."""
        theme = self._bench.theme
        self._is_folded = self.width() < theme.em(_FOLDS)
        on_paper = self._views.picked() == _PAPER_TAB
        self._header.set_folded(self._is_folded)
        self._side.setVisible(not self._is_folded)
        self._strip.setVisible(self._is_folded)
        self._paper.setVisible(not self._is_folded or on_paper)
        self._between.setVisible(not self._is_folded or not on_paper)
        if self._is_folded:
            self._paper.setMinimumWidth(0)
            self._paper.setMaximumWidth(16_777_215)
        else:
            wanted = round(self.width() * _SHARE)
            least, most = theme.em(_LEAST_PAPER), theme.em(_PAPER)
            self._paper.setFixedWidth(min(max(wanted, least), most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold anew when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_between"):
            self._fold()
