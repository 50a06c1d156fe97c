# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One field of the editor of a standard: a number with what it counts, words, a choice, a tick."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from servicedesk.domain.standards_editing import EditorField, FieldShape, Typed
from servicedesk.domain.standards_editing_fields import enum_of
from servicedesk.ui.charter.standards_presenter import TableLabels
from servicedesk.ui.widgets.calm import FittedCombo
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.enter import press_by_enter
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label
from servicedesk.ui.widgets.text_fields import GrowingEdit

_NUMBER = 3.0
"""Width of a field for a number, in text heights."""

_LIMIT = "{limit}"
_EVENTS = ("start_event", "stop_event")
_WITH_HELP = frozenset({"action", "condition", "fallback", "remedy_text", "kind"})


def field_key(name: str) -> str:
    """The key of a field's words: its name without dots, and without the number of a band."""
    return "_".join(part for part in name.split(".") if not part.isdigit())


class StandardField(QWidget):
    """One field.

    Args:
        shown: what it shows first.
        owner: title of the standard, for those who listen.
        labels: words for codes.
        is_bare: the label stands in the head of the table instead of over the field.

    Signals:
        typed: (Typed) something is being typed.
        committed: (Typed) the field was left or a choice was made, with another value.
    """

    typed = Signal(object)
    committed = Signal(object)

    def __init__(
        self,
        shown: EditorField,
        owner: str,
        labels: TableLabels,
        *,
        is_bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = shown.name
        self.shape = shown.shape
        self._labels = labels
        self._choices: tuple[str, ...] = ()
        self._is_quiet = False
        self._is_built = False
        self._line: QLineEdit | None = None
        self._text: GrowingEdit | None = None
        self._combo: FittedCombo | None = None
        self._box: QCheckBox | None = None
        self.setProperty("is_field", True)
        self._words = self._say_label()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        if not is_bare and shown.shape is not FieldShape.TICK:
            self._rows.addWidget(label(self._words, "strong"))
        self._help = self._say_help()
        if self._help and not is_bare:
            self._rows.addWidget(label(self._help, "small"))
        self._build(shown, is_bare=is_bare)
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._rows.addWidget(self._error)
        self.set_owner(owner)
        self._settled: Typed = ""
        self.show_field(shown)
        self._is_built = True

    def _say_label(self) -> str:
        return self._labels.say(f"standard_editor.field.{field_key(self.name)}")

    def _say_help(self) -> str:
        key = field_key(self.name)
        if key not in _WITH_HELP:
            return ""
        return self._labels.say(f"standard_editor.help.{key}", limit=_LIMIT)

    def _build(self, shown: EditorField, *, is_bare: bool) -> None:
        if shown.shape is FieldShape.TICK:
            self._box = QCheckBox("" if is_bare else self._words)
            self._box.clicked.connect(self._on_chosen)
            press_by_enter(self._box)
            self._rows.addWidget(self._box)
            return
        if shown.shape is FieldShape.WORDS:
            self._text = GrowingEdit()
            self._text.textChanged.connect(self._on_typed)
            self._text.installEventFilter(self)
            self._rows.addWidget(self._text)
            return
        side = FlowLayout()
        if shown.shape is not FieldShape.CHOICE:
            self._line = QLineEdit()
            self._line.textEdited.connect(self._on_typed)
            self._line.editingFinished.connect(self._commit)
            side.addWidget(self._line)
        if shown.shape is FieldShape.CHOICE or len(shown.choices) > 1:
            self._combo = FittedCombo()
            self._combo.activated.connect(self._on_chosen)
            side.addWidget(self._combo)
        elif shown.shape is FieldShape.AMOUNT:
            side.addWidget(label(self._choice_words(shown.counted)))
        self._rows.addLayout(side)
        self._size()

    def _choice_words(self, code: str) -> str:
        if self.shape is FieldShape.AMOUNT:
            return self._labels.say(f"standard_editor.counts.{code}")
        if not code:
            return self._labels.say("standard_editor.not_said")
        if self.name in _EVENTS and code == "own_words":
            return self._labels.say("standard_editor.own_event")
        enum = enum_of(self.name)
        if enum is None:
            return self._labels.say(f"standard_editor.who.{code}")
        return self._labels.enum(enum(code))

    def set_owner(self, title: str) -> None:
        """Name what takes the keyboard after the standard it belongs to."""
        named = self.tr("{title}: {field}").format(title=title, field=self._words)
        if self._text is not None:
            self._text.setAccessibleName(named)
        if self._box is not None:  # what is read beside it comes first in its name
            turned = self.tr("{field}: {title}").format(title=title, field=self._words)
            self._box.setAccessibleName(turned if self._box.text() else named)
        if self._line is not None and self.shape is FieldShape.AMOUNT:
            self._line.setAccessibleName(self.tr("{name}, number").format(name=named))
        elif self._line is not None:
            self._line.setAccessibleName(named)
        if self._combo is not None:
            counted = self.tr("{name}, counted in").format(name=named)
            is_amount = self.shape is FieldShape.AMOUNT
            self._combo.setAccessibleName(counted if is_amount else named)

    def show_field(self, shown: EditorField) -> None:
        """Show what is said; a field somebody types in keeps what stands there."""
        if self._is_built and self._is_being_typed():
            return
        self._is_quiet = True
        if self._combo is not None and shown.choices != self._choices:
            self._choices = shown.choices
            self._combo.clear()
            for code in shown.choices:
                self._combo.addItem(self._choice_words(code))
        if self._combo is not None:
            code = shown.counted if self.shape is FieldShape.AMOUNT else shown.value
            self._combo.setCurrentIndex(self._choices.index(code))
        if self._line is not None and not self.error():
            self._line.setText(shown.value)
        if self._text is not None and not self.error() and self._text.text() != shown.value:
            self._text.setPlainText(shown.value)
        if self._box is not None:
            self._box.setChecked(shown.is_on)
        self._is_quiet = False
        self._settled = self.value()

    def _is_being_typed(self) -> bool:
        return self.value() != self._settled and any(part.hasFocus() for part in self.stops())

    def value(self) -> Typed:
        """What stands there, as ``standards_editing.edited`` takes it."""
        if self._box is not None:
            return self._box.isChecked()
        if self._text is not None:
            return self._text.text()
        code = "" if self._combo is None else self._choices[self._combo.currentIndex()]
        if self.shape is FieldShape.CHOICE:
            return code
        typed = cast("QLineEdit", self._line).text()
        return (typed, code) if code and self.shape is FieldShape.AMOUNT else typed

    def error(self) -> str:
        """What is shown to be wrong; "" for nothing."""
        return "" if self._error.isHidden() else self._error.text()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; "" takes it away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        said = " ".join(part for part in (sentence, self._help) if part)
        self.focus_target().setAccessibleDescription(said)

    def focus_target(self) -> QWidget:
        """The widget that takes the keyboard first."""
        for part in (self._line, self._text, self._combo, self._box):
            if part is not None:
                return part
        raise AssertionError(self.name)

    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in order."""
        parts = (self._line, self._text, self._combo, self._box)
        return tuple(part for part in parts if part is not None)

    def commit(self) -> None:
        """Take what stands there as said."""
        self._commit()

    def _on_typed(self) -> None:
        if not self._is_quiet:
            self.typed.emit(self.value())

    def _on_chosen(self) -> None:
        self._on_typed()
        self._commit()

    def _commit(self) -> None:
        now = self.value()
        if not self._is_quiet and now != self._settled:
            self._settled = now
            self.committed.emit(now)

    def _size(self) -> None:
        if self._line is not None:
            wide = 1.0 if self.shape is FieldShape.AMOUNT else 1.6
            self._line.setFixedWidth(em(self, _NUMBER * wide))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the text is left; a menu over it does not count."""
        if (
            isinstance(event, QFocusEvent)
            and event.type() is QEvent.Type.FocusOut
            and event.reason() is not Qt.FocusReason.PopupFocusReason
        ):
            self._commit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for as many figures when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_line"):
            self._size()
