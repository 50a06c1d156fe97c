# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields to choose in: round buttons while there are few, a list that opens for more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from servicedesk.domain.guides import Question
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.field import Field, FieldBench, FieldLabels

FEW = 4
"""Choices that are shown side by side; more open in a list."""


class _ChipsField(Field):
    """A field whose answer is chosen in a row."""

    def _build_row(self, names: list[str], *, is_single: bool) -> None:
        self._row = ChipRow(names, is_single=is_single, can_let_go=not self.question.is_required)
        self._row.setAccessibleName(self.question.label)
        for chip in self._row.chips:
            # Many questions are answered by "Yes": the name says which one this is.
            chip.setAccessibleName(
                self.tr("{choice}, {question}").format(
                    choice=chip.text(), question=self.question.label
                )
            )
            chip.setAccessibleDescription(self._description())
        self._place(self._row)
        self._row.chosen.connect(self._note_choice)

    def focus_target(self) -> QWidget:
        """The chip that Tab comes to."""
        return self._row.resting()

    def _describe(self, sentence: str) -> None:
        for chip in self._row.chips:
            chip.setAccessibleDescription(self._description(sentence))


class ChoiceField(_ChipsField):
    """One of a few."""

    def __init__(
        self,
        question: Question,
        labels: FieldLabels,
        bench: FieldBench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, labels, bench, parent)
        self._build_row([choice.label for choice in question.choices], is_single=True)

    def value(self) -> str:
        """The id of what is chosen; "" for nothing."""
        picked = self._row.picked()
        return self.question.choices[picked[0]].id if picked else ""

    def _show_value(self, value: object) -> None:
        self._row.pick([at for at, c in enumerate(self.question.choices) if c.id == value])


class ChoicesField(_ChipsField):
    """Any number of some."""

    def __init__(
        self,
        question: Question,
        labels: FieldLabels,
        bench: FieldBench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, labels, bench, parent)
        self._build_row([choice.label for choice in question.choices], is_single=False)

    def value(self) -> tuple[str, ...]:
        """The ids of what is chosen, in the order of the question."""
        return tuple(self.question.choices[at].id for at in self._row.picked())

    def _show_value(self, value: object) -> None:
        wanted = value if isinstance(value, tuple) else ()
        self._row.pick([at for at, c in enumerate(self.question.choices) if c.id in wanted])


class YesNoField(_ChipsField):
    """Yes or no."""

    def __init__(
        self,
        question: Question,
        labels: FieldLabels,
        bench: FieldBench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, labels, bench, parent)
        self._build_row([self.tr("Yes"), self.tr("No")], is_single=True)

    def value(self) -> bool | str:
        """True for yes, False for no, "" for neither."""
        picked = self._row.picked()
        return picked[0] == 0 if picked else ""

    def _show_value(self, value: object) -> None:
        self._row.pick([0 if value else 1] if isinstance(value, bool) else [])


class ScaleField(_ChipsField):
    """A step on a short scale of whole numbers."""

    def __init__(
        self,
        question: Question,
        labels: FieldLabels,
        bench: FieldBench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, labels, bench, parent)
        self._least = 1 if question.minimum is None else question.minimum
        most = 5 if question.maximum is None else question.maximum
        steps = [str(step) for step in range(self._least, most + 1)]
        self._build_row(steps, is_single=True)

    def value(self) -> int | str:
        """The step; "" for none."""
        picked = self._row.picked()
        return picked[0] + self._least if picked else ""

    def _show_value(self, value: object) -> None:
        self._row.pick([value - self._least] if isinstance(value, int) else [])


class _CalmCombo(QComboBox):
    """A list that opens; the wheel goes through it only when it has the keyboard."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll past."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ComboField(Field):
    """One of many."""

    def __init__(
        self,
        question: Question,
        labels: FieldLabels,
        bench: FieldBench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, labels, bench, parent)
        self._combo = _CalmCombo()
        self._combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._combo.setMinimumContentsLength(12)
        self._combo.setPlaceholderText(self.tr("Choose…"))
        for choice in question.choices:
            self._combo.addItem(choice.label, choice.id)
        self._combo.setCurrentIndex(-1)
        self._place(self._combo)
        self._speak_for(self._combo)
        self._combo.activated.connect(self._note_choice)

    def value(self) -> str:
        """The id of what is chosen; "" for nothing."""
        return str(self._combo.currentData() or "")

    def _show_value(self, value: object) -> None:
        self._combo.setCurrentIndex(self._combo.findData(value))

    def focus_target(self) -> QComboBox:
        """The list."""
        return self._combo
