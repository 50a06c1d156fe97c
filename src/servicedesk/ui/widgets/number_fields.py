# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Short lines with their tidy reading beside them; the simplest is a whole number."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import single_line

_WIDTH = 11
"""Of a figure's field, in text heights."""

_GAP = 12


class TypedField(Field):
    """A short line with its tidy reading beside it."""

    def _build(self) -> None:
        self._edit = QLineEdit()
        self._edit.setFixedWidth(em(self, _WIDTH))
        self._beside: QLabel = single_line("", "quiet")
        self._speak_for(self._edit)
        self._whole = QWidget()
        self._line = FlowLayout(self._whole, gap=_GAP)
        self._line.addWidget(self._edit)
        self._line.addWidget(self._beside)
        self._place(self._whole)
        self._edit.textChanged.connect(self._on_text)
        self._edit.editingFinished.connect(self.commit)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the line as wide in letters when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_edit"):
            self._edit.setFixedWidth(em(self, _WIDTH))

    def _on_text(self) -> None:
        self._beside.setText(self._reading())
        self._note_typing()

    def _reading(self) -> str:
        """The tidy result of what is typed; "" while there is none."""
        return ""

    def value(self) -> object:
        """What is typed, or what it was read as."""
        return self._edit.text().strip()

    def focus_target(self) -> QLineEdit:
        """The line."""
        return self._edit


class NumberField(TypedField):
    """A whole number; its bounds stand beside it."""

    def _build(self) -> None:
        super()._build()
        self._beside.setText(self._reading())

    def _reading(self) -> str:
        least, most = self.question.minimum, self.question.maximum
        if least is not None and most is not None:
            return self.tr("{least} to {most}").format(least=least, most=most)
        if least is not None:
            return self.tr("{least} or more").format(least=least)
        if most is not None:
            return self.tr("{most} at most").format(most=most)
        return ""

    def _show_value(self, value: object) -> None:
        shown = "" if value is None else str(value)
        if shown != self.value():
            self._edit.setText(shown)
