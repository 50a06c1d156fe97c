# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields to choose in: round buttons while there are few, a list that opens for more."""

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from servicedesk.ui.widgets.calm import CalmCombo
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.field import Field

FEW = 4
"""Choices that are shown side by side; more open in a list."""

_PAUSE_MS = 1000
"""Who pauses longer than this begins another word."""

_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


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

    def _build(self) -> None:
        self._build_row([choice.label for choice in self.question.choices], is_single=True)

    def value(self) -> str:
        """The id of what is chosen; "" for nothing."""
        picked = self._row.picked()
        return self.question.choices[picked[0]].id if picked else ""

    def _show_value(self, value: object) -> None:
        self._row.pick([at for at, c in enumerate(self.question.choices) if c.id == value])


class ChoicesField(_ChipsField):
    """Any number of some."""

    def _build(self) -> None:
        self._build_row([choice.label for choice in self.question.choices], is_single=False)

    def value(self) -> tuple[str, ...]:
        """The ids of what is chosen, in the order of the question."""
        return tuple(self.question.choices[at].id for at in self._row.picked())

    def _show_value(self, value: object) -> None:
        wanted = value if isinstance(value, tuple) else ()
        self._row.pick([at for at, c in enumerate(self.question.choices) if c.id in wanted])


class YesNoField(_ChipsField):
    """Yes or no."""

    def _build(self) -> None:
        self._build_row([self.tr("Yes"), self.tr("No")], is_single=True)

    def value(self) -> bool | str:
        """True for yes, False for no, "" for neither."""
        picked = self._row.picked()
        return picked[0] == 0 if picked else ""

    def _show_value(self, value: object) -> None:
        self._row.pick([0 if value else 1] if isinstance(value, bool) else [])


class ScaleField(_ChipsField):
    """A step on a short scale of whole numbers."""

    def _build(self) -> None:
        self._least = 1 if self.question.minimum is None else self.question.minimum
        most = 5 if self.question.maximum is None else self.question.maximum
        steps = [str(step) for step in range(self._least, most + 1)]
        self._build_row(steps, is_single=True)

    def value(self) -> int | str:
        """The step; "" for none."""
        picked = self._row.picked()
        return picked[0] + self._least if picked else ""

    def _show_value(self, value: object) -> None:
        self._row.pick([value - self._least] if isinstance(value, int) else [])


class _PatientCombo(CalmCombo):
    """A list that opens. Typing finds an entry; nothing is chosen for good before it is left.

    Signals:
        picked: an entry was chosen in the open list.
        passed: another entry is shown, by keys; the next may follow.
    """

    picked = Signal()
    passed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._since = QElapsedTimer()
        self._is_passing = False
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        (self.passed if self._is_passing else self.picked).emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find what is typed, spaces among it; a space alone opens the list."""
        text = event.text()
        is_plain = event.modifiers() in _PLAIN
        if text.isprintable() and text and is_plain and (text != " " or self._is_typing()):
            self._find(text)
            return
        self._is_passing = True
        super().keyPressEvent(event)
        self._is_passing = False

    def _is_typing(self) -> bool:
        pause = max(_PAUSE_MS, QApplication.keyboardInputInterval())
        return bool(self._typed) and not self._since.hasExpired(pause)

    def _find(self, text: str) -> None:
        self._typed = self._typed + text if self._is_typing() else text
        self._since.start()
        found = self._place_of(self._typed.casefold())
        if found >= 0 and found != self.currentIndex():
            self.setCurrentIndex(found)
            self.passed.emit()

    def _place_of(self, typed: str) -> int:
        """The entry that begins so, or one of its words; the next one for a letter alone."""
        names = [self.itemText(at).casefold() for at in range(self.count())]
        first = self.currentIndex() + 1 if len(set(typed)) == 1 else 0
        order: list[int] = [*range(first, len(names)), *range(first)]
        wanted = (typed, typed[0]) if len(set(typed)) == 1 else (typed,)
        for words in wanted:
            begins = [at for at in order if names[at].startswith(words)]
            holds = [at for at in order if _has_word(names[at], words)]
            if begins or holds:
                return (begins or holds)[0]
        return -1


def _has_word(name: str, beginning: str) -> bool:
    """Whether a word of a name begins so."""
    return any(name[at:].startswith(beginning) for at in _word_starts(name))


def _word_starts(name: str) -> list[int]:
    return [at for at in range(1, len(name)) if not name[at - 1].isalnum() and name[at].isalnum()]


class ComboField(Field):
    """One of many."""

    def _build(self) -> None:
        self._combo = _PatientCombo()
        self._combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._combo.setMinimumContentsLength(12)
        self._combo.setPlaceholderText(self.tr("Choose…"))
        for choice in self.question.choices:
            self._combo.addItem(choice.label, choice.id)
        self._combo.setCurrentIndex(-1)
        self._place(self._combo)
        self._speak_for(self._combo)
        self._combo.picked.connect(self._note_choice)
        self._combo.passed.connect(self._note_typing)
        self._commits_when_left(self._combo)

    def value(self) -> str:
        """The id of what is chosen; "" for nothing."""
        return str(self._combo.currentData() or "")

    def _show_value(self, value: object) -> None:
        self._combo.setCurrentIndex(self._combo.findData(value))

    def focus_target(self) -> QComboBox:
        """The list."""
        return self._combo
