# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One line of Catch up: a promise, and what became of it, by Space and arrows."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.promises import Due
from servicedesk.domain.promises_catching_up import CaughtUp, Decision
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.today.said import TodayLine
from servicedesk.ui.widgets.buttons import chip_button
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_DAYS = (CaughtUp.DONE_ON, CaughtUp.NEW_DATE)
_WORDS = (CaughtUp.BROKEN, CaughtUp.RELEASED)


class DecisionLine(QFrame):
    """Asks what became of one promise; nothing chosen leaves it open as it is.

    Signals:
        chosen: what became of it was chosen, or let go of.
        step_wanted: (1 or -1) the line below or above shall get the keyboard.

    Args:
        bench: of the open file.
        promise_id: of the row.
        line: the promise in words.
        due: the day it was due.
    """

    chosen = Signal()
    step_wanted = Signal(int)

    def __init__(self, bench: Workbench, promise_id: int, line: TodayLine, due: date) -> None:
        super().__init__()
        self.promise_id = promise_id
        self._bench = bench
        self._line = line
        self._due = due
        self._fields: dict[CaughtUp, Field] = {}
        self.setObjectName("card")
        self._build()

    def _build(self) -> None:
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(em(self, 0.35))
        edge = em(self, 0.7)
        self._whole.setContentsMargins(edge, edge, edge, edge)
        head = FlowLayout()
        self._whole.addLayout(head)
        head.addWidget(Chip(self._line.chip, self._line.tone))
        self._whole.addWidget(label(self._line.title, "strong"))
        self._whole.addWidget(label(self._line.sentence, "quiet"))
        if self._line.remember:
            self._whole.addWidget(label(self._line.remember, "small"))
        names = [self._bench.labels.enum(what) for what in CaughtUp]
        self.row = ChipRow(names, is_single=True)
        for chip, name in zip(self.row.chips, names, strict=True):
            chip.setAccessibleName(self._named(name))
            chip.installEventFilter(self)
        self.row.chosen.connect(self._on_chosen)
        self._whole.addWidget(self.row)
        self._agreed = chip_button(self.tr("The customer agreed to it"), is_ticked=True)
        self._agreed.setAccessibleName(self._named(self._agreed.text()))
        self._agreed.hide()

    def _named(self, words: str) -> str:
        """Words for those who cannot see in which line they stand."""
        return self.tr("{words}: {title}").format(words=words, title=self._line.title)

    @property
    def what(self) -> CaughtUp | None:
        """What was chosen."""
        picked = self.row.picked()
        return list(CaughtUp)[picked[0]] if picked else None

    def first_stop(self) -> Field | None:
        """The field that belongs to what was chosen, if one does."""
        return self._fields.get(self.what) if self.what is not None else None

    def decision(self) -> Decision | None:
        """What the line says; None for nothing.

        Raises:
            Refusal: its day cannot be read, or is missing.
        """
        what = self.what
        if what is None:
            return None
        if what in _DAYS:
            return self._dated(what)
        words = str(self._fields[what].value()) if what in _WORDS else ""
        return Decision(promise_id=self.promise_id, what=what, words=words)

    def _dated(self, what: CaughtUp) -> Decision:
        day = self._fields[what].checked_value()
        if not isinstance(day, date):
            if what is CaughtUp.NEW_DATE:
                raise Refusal("promise_needs_new_date")
            raise Refusal("today_day_needed")
        if what is CaughtUp.DONE_ON:
            return Decision(promise_id=self.promise_id, what=what, on=day)
        return Decision(
            promise_id=self.promise_id,
            what=what,
            due=Due(day=day),
            agreed=self._agreed.isChecked(),
        )

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with it, and go there; "" takes it away."""
        field = self.first_stop()
        if field is not None:
            field.show_error(sentence)
            if sentence:
                field.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Give the keyboard to what was chosen, or the first choice."""
        self.row.resting().setFocus(Qt.FocusReason.TabFocusReason)

    def _on_chosen(self) -> None:
        self._show_field()
        field = self.first_stop()
        if field is not None and self.what in _DAYS:
            field.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def _show_field(self) -> None:
        what = self.what
        if what in (*_DAYS, *_WORDS) and what not in self._fields:
            self._add_field(what)
        for asked, field in self._fields.items():
            field.setVisible(asked is what)
        self._agreed.setVisible(what is CaughtUp.NEW_DATE)

    def _add_field(self, what: CaughtUp) -> None:
        bench = self._bench
        if what in _DAYS:
            is_past = what is CaughtUp.DONE_ON
            words = self.tr("Done on") if is_past else self.tr("New date")
            kind = QuestionKind.DAY
        else:
            is_past, kind = False, QuestionKind.TEXT
            words = self.tr("Why (may stay empty)")
        question = Question(
            id=f"{what.value}_{self.promise_id}", kind=kind, label=words, is_past=is_past
        )
        field = make_field(question, bench.labels, bench)
        target = field.focus_target()
        target.setAccessibleName(self._named(words))
        self._fields[what] = field
        self._whole.addWidget(field)
        if what is CaughtUp.NEW_DATE:
            self._whole.addWidget(self._agreed, 0, Qt.AlignmentFlag.AlignLeft)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go up and down from line to line; along the line the row itself goes."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.step_wanted.emit(step)
                return True
        return super().eventFilter(watched, event)
