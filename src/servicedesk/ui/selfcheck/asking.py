# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Asking the questions of a check: the list of topics, and one topic a page."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from servicedesk.domain.checks import Answer
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.guide.step_list import Step, StepList
from servicedesk.ui.selfcheck.asking_presenter import AskingPresenter
from servicedesk.ui.selfcheck.asking_state import FINISH, AskingState
from servicedesk.ui.selfcheck.finish_pane import FinishPane
from servicedesk.ui.selfcheck.keys import BACK, NEXT, ON, hear_keys
from servicedesk.ui.selfcheck.question_box import QuestionBox
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_FOLDS = 52
"""Below this width, in text heights, the list of topics is one line."""

_WIDEST = 56


class AskingPane(QWidget):
    """The questions, topic by topic.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: the questions of the open topic, in order.
        finish: the page after the last topic.
        stop_button, back_button, next_button: lead on.

    Signals:
        stop_wanted: everything is kept; somebody wants to leave.
    """

    stop_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = AskingPresenter(bench, self)
        self.boxes: list[QuestionBox] = []
        self._visit = -1
        self._build()
        self._wire()

    def _build(self) -> None:
        self._header = self._build_header()
        self._side = QFrame()
        self._side.setObjectName("steps")
        self._steps = StepList(self._bench.theme, self.tr("Topics of the check"))
        beside = QVBoxLayout(self._side)
        beside.setContentsMargins(6, 10, 2, 4)
        beside.addWidget(self._steps, 1)
        self._strip = QFrame()
        self._strip.setObjectName("band")
        self._line = StepList(self._bench.theme, self.tr("Topic of the check"))
        self._line.set_folded(True)
        over = QHBoxLayout(self._strip)
        over.setContentsMargins(12, 4, 12, 4)
        over.addWidget(self._line, 1)
        self.page = self._build_page()
        self.finish = FinishPane()
        middle = QWidget()
        self._middle = QStackedLayout(middle)
        self._middle.addWidget(self.page)
        self._middle.addWidget(self.finish)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._side)
        body.addWidget(middle, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header)
        rows.addWidget(self._strip)
        rows.addLayout(body, 1)
        self._fold()

    def _build_header(self) -> QFrame:
        header = QFrame()
        header.setObjectName("band")
        self._title = label("", "section")
        self._come = label("", "quiet")
        self.stop_button = side_button(self.tr("Save and stop"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._come)
        row = QHBoxLayout(header)
        row.setContentsMargins(22, 9, 22, 9)
        row.addLayout(words, 1)
        row.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignVCenter)
        return header

    def _build_page(self) -> ScrollPage:
        page = ScrollPage(widest=_WIDEST)
        self._head = label("", "title")
        self._intro = label("", "quiet")
        self._keys = label(
            self.tr(
                "One key answers: Y yes, P partly, N no, D does not apply. You can leave any out."
            ),
            "small",
        )
        for words in (self._head, self._intro, self._keys):
            page.body.addWidget(words)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(page.body.spacing())
        page.body.addLayout(self._rows)
        self._foot = QWidget()
        foot = FlowLayout(self._foot, gap=10)
        self.back_button = side_button(self.tr("Back"))
        self.next_button = main_button(self.tr("Next"))
        for button in (self.back_button, self.next_button):
            foot.addWidget(button)
        page.body.addWidget(self._foot)
        page.body.addStretch(1)
        return page

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show)
        for steps in (self._steps, self._line):
            steps.chosen.connect(self.go)
        self.stop_button.clicked.connect(self.stop)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        self.finish.back_wanted.connect(self.back)
        self.finish.finish_wanted.connect(self.presenter.finish)
        self.finish.question_wanted.connect(self.go)
        self._bench.theme.changed.connect(self._fold)
        self.page.verticalScrollBar().rangeChanged.connect(
            lambda: QTimer.singleShot(0, self, self._keep_in_sight)
        )
        hear_keys(self, {NEXT: self.next, ON: self._on, BACK: self.back})

    def commit(self) -> None:
        """Take what is being typed as said."""
        for box in self.boxes:
            box.commit()

    def go(self, topic: str, question: str = "") -> None:
        """Open another topic; what is typed is taken as said first."""
        self.commit()
        self.presenter.go(topic, question)

    def next(self) -> None:
        """On to the next topic; from the last page, to the result."""
        self.commit()
        if self.presenter.state.at == FINISH:
            self.presenter.finish()
        else:
            self.presenter.next()

    def _on(self) -> None:
        """On to the next topic, never further than the last page."""
        if self.presenter.state.at != FINISH:
            self.next()

    def back(self) -> None:
        """Back to the topic before; nothing is lost."""
        self.commit()
        self.presenter.back()

    def stop(self) -> None:
        """Keep everything and leave."""
        self.leave()
        self.stop_wanted.emit()

    def leave(self) -> None:
        """Keep everything."""
        self.commit()
        self.presenter.leave()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard: the question that was asked for, or the first without answer."""
        state = self.presenter.state
        if state.at == FINISH:
            return self.finish.first_focus()
        wanted = state.focus or next(
            (row.question.id for row in state.rows if row.given.answer is None), ""
        )
        boxes = [box for box in self.boxes if box.id == wanted] or self.boxes
        return boxes[0].row.resting() if boxes else self.next_button

    def _on_answered(self, question: str, answer: Answer | None, by_key: bool) -> None:
        self.presenter.answer(question, answer)
        if by_key:
            self._go_on_from(question)

    def _go_on_from(self, question: str) -> None:
        """Lead the keyboard to the question after this one, or to the way on."""
        ids = [box.id for box in self.boxes]
        at = ids.index(question) + 1 if question in ids else len(ids)
        if at < len(ids):
            self.boxes[at].focus_first()
        else:
            self.next_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        state = self.presenter.state
        if state.card is None:
            return
        self._show_head(state)
        self._show_steps(state)
        if state.visit != self._visit:
            self._show_page(state)
        else:
            for box, row in zip(self.boxes, state.rows, strict=False):
                box.show_row(row)
        self.finish.show_state(state)
        self._lead_tab()

    def _show_head(self, state: AskingState) -> None:
        self._title.setText(state.title)
        words = self.tr("{done} of {all} answered. Every answer is kept as you give it.")
        if state.from_records:
            words = self.tr(
                "{done} of {all} answered, {filled} filled in from your records. "
                "Every answer is kept as you give it."
            )
        said = words.format(done=state.answered, all=state.asked, filled=state.from_records)
        self._come.setText(said)

    def _show_steps(self, state: AskingState) -> None:
        steps = [
            Step(
                id=topic.id,
                title=topic.title,
                is_done=topic.answered == topic.asked,
                number=str(at),
                note=self.tr("{done} of {all} answered").format(
                    done=topic.answered, all=topic.asked
                ),
            )
            for at, topic in enumerate(state.topics, 1)
        ]
        steps.append(Step(id=FINISH, title=self.tr("Finish")))
        for each in (self._steps, self._line):
            each.set_steps(steps, state.at)

    def _show_page(self, state: AskingState) -> None:
        """Another topic: its questions are built anew."""
        self._visit = state.visit
        clear(self._rows)
        self.boxes = []
        is_end = state.at == FINISH
        self._middle.setCurrentIndex(1 if is_end else 0)
        self._head.setText(state.page_title)
        self._intro.setText(state.intro)
        self._intro.setVisible(bool(state.intro))
        for row in state.rows:
            box = QuestionBox(self._bench, row)
            box.answered.connect(self._on_answered)
            box.typed.connect(self.presenter.type)
            box.said.connect(self.presenter.say)
            box.record_wanted.connect(self.presenter.use_record)
            self._rows.addWidget(box)
            self.boxes.append(box)
        ids = [topic.id for topic in state.topics]
        at = ids.index(state.at) if state.at in ids else len(ids)
        after = state.topics[at + 1].title if at + 1 < len(ids) else self.tr("Finish")
        self.next_button.setText(self.tr("Next: {title}").format(title=after))
        self.back_button.setVisible(at > 0)
        self.page.to_top()
        if self.isVisible():
            QTimer.singleShot(0, self, self._focus_first)

    def _focus_first(self) -> None:
        target = self.first_focus()
        if target is not None and self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_in_sight(self) -> None:
        """What an answer brings on the page moves what is below it: go along."""
        focused = self.window().focusWidget()
        places = (*self.boxes, self._foot)
        if focused is not None and any(place.isAncestorOf(focused) for place in places):
            self.page.show_whole(focused)

    def _lead_tab(self) -> None:
        """Tab goes through the page as the eye does."""
        order_tabs([self._header, self._strip, self._side, *self.boxes, self._foot, self.finish])

    def _fold(self) -> None:
        """The list beside the questions, or one line over them; counted in text heights."""
        is_folded = self.width() < self._bench.theme.em(_FOLDS)
        self._side.setVisible(not is_folded)
        self._strip.setVisible(is_folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold anew when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_strip"):
            self._fold()
