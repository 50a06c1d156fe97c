# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which of a customer's open complaints a note is about; nothing is asked where there is none."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.choice_fields import FEW
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field

_NONE = ""
"""Id of the line of a long list that says none of them."""


class AboutComplaintField(Field):
    """Chooses one of the complaints that were offered last, or none; hidden while there is none.

    A few stand side by side, where a digit chooses one and lets go of it; more open in a list.

    Args:
        bench: of the open file.
        question_id: under which a dialog knows the field.
    """

    def __init__(
        self, bench: Workbench, question_id: str = "complaint_id", parent: QWidget | None = None
    ) -> None:
        self._inner: Field | None = None
        question = Question(id=question_id, kind=QuestionKind.CHOICE, label="")
        super().__init__(question, bench.labels, bench, parent)
        self.question = replace(question, label=self.tr("About complaint"))
        self.hide()

    def _build_around(self) -> None:
        """Nothing: the field inside brings label and errors of its own."""
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def _build(self) -> None:
        """Nothing yet: the complaints are not known."""

    def offer(self, complaints: Sequence[Choice]) -> bool:
        """Show these complaints to choose from; what is chosen stays, if it is among them.

        Args:
            complaints: to choose from; their ids are numbers as text.

        Returns:
            Whether they are others than before.
        """
        choices = tuple(complaints)
        if len(choices) > FEW:
            choices = (Choice(id=_NONE, label=self.tr("None of them")), *choices)
        if choices == self.question.choices:
            return False
        chosen = self.value()
        self.question = replace(self.question, choices=choices)
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
            self._inner = None
        if choices:
            self._inner = self._made(chosen)
        self.setVisible(bool(choices))
        if chosen != self.value():
            self._note_choice()
        return True

    def _made(self, chosen: str) -> Field:
        """The field inside."""
        made = make_field(self.question, self._labels, self._bench)
        made.set_value(chosen)
        made.typed.connect(self._note_typing)
        made.committed.connect(self.commit)
        self._rows.addWidget(made)
        return made

    def names(self) -> tuple[str, ...]:
        """What there is to choose from."""
        return tuple(one.label for one in self.question.choices)

    def value(self) -> str:
        """The number of the complaint as text; "" for none."""
        return "" if self._inner is None else str(self._inner.value())

    def _show_value(self, value: object) -> None:
        if self._inner is not None:
            known = {one.id for one in self.question.choices}
            self._inner.set_value(str(value) if value in known else _NONE)

    def show_error(self, sentence: str) -> None:
        """Say beside the field what is wrong; "" takes it away."""
        if self._inner is not None:
            self._inner.show_error(sentence)

    def error(self) -> str:
        """What is shown to be wrong; "" for nothing."""
        return "" if self._inner is None else self._inner.error()

    def focus_target(self) -> QWidget:
        """What takes the keyboard."""
        return self if self._inner is None else self._inner.focus_target()
