# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A short dialog that asks what one step with a record needs, and no more."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.guarding import warn_of_why
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label
from servicedesk.ui.widgets.text_fields import WordsField

_DAY_WIDTH = 11
"""Of a day's field at least, in text heights: it holds one in figures at any size of text."""

TICKED = "yes"
"""What a box that is ticked says."""

Wrong = dict[str, str] | None
"""What is wrong, by question id; empty when it is done; None after a trouble."""

Take = Callable[[Mapping[str, object]], Wrong]
"""Takes what stands in the fields."""


class StepDialog(FormDialog):
    """Asks what is needed for one step.

    Args:
        bench: of the open file.
        title: over it.
        about: stands under the title: the record.
        save: words of its button.
        take: takes what stands in the fields.
        parent: the window it belongs to.
        most: characters of a line at most.
    """

    def __init__(
        self,
        bench: Workbench,
        title: str,
        about: str,
        save: str,
        take: Take,
        parent: QWidget | None = None,
        *,
        most: int,
    ) -> None:
        super().__init__(title, parent, save)
        self._bench = bench
        self._take = take
        self._most = most
        self.body.addWidget(label(about, "quiet"))
        self.save_wanted.connect(self._save)

    def ask_day(self, name: str, words: str, help_text: str = "") -> Field:
        """A day that is over, today to begin with."""
        field = self.ask_past_day(name, words, help_text)
        field.set_value(self._bench.today)
        return field

    def ask_past_day(self, name: str, words: str, help_text: str = "") -> Field:
        """A day that is over, or none."""
        return self._day(
            Question(id=name, kind=QuestionKind.DAY, label=words, is_past=True, help=help_text)
        )

    def ask_coming_day(self, name: str, words: str, help_text: str = "") -> Field:
        """A day that is still to come, or none."""
        return self._day(Question(id=name, kind=QuestionKind.DAY, label=words, help=help_text))

    def ask_text(self, name: str, words: str, help_text: str = "") -> Field:
        """A line."""
        return self._words(name, QuestionKind.TEXT, words, help_text, self._most)

    def ask_words(self, name: str, words: str, help_text: str = "") -> Field:
        """Any number of lines."""
        return self._words(name, QuestionKind.LONG_TEXT, words, help_text, None)

    def ask_yes(self, name: str, words: str, help_text: str = "") -> Field:
        """Yes or no."""
        return self._made(Question(id=name, kind=QuestionKind.YES_NO, label=words, help=help_text))

    def ask_tick(self, name: str, words: str, box: str, help_text: str = "") -> Field:
        """A box that can be ticked; see ``is_ticked``."""
        choices = (Choice(id=TICKED, label=box),)
        return self._made(
            Question(
                id=name, kind=QuestionKind.CHOICES, label=words, choices=choices, help=help_text
            )
        )

    def ask_choice(
        self,
        name: str,
        words: str,
        choices: Sequence[tuple[str, str]],
        help_text: str = "",
    ) -> Field:
        """One of some, each with its id and its words."""
        offered = tuple(Choice(id=one, label=said) for one, said in choices)
        return self._made(
            Question(
                id=name, kind=QuestionKind.CHOICE, label=words, choices=offered, help=help_text
            )
        )

    def ask_scale(self, name: str, words: str, help_text: str = "") -> Field:
        """One to five."""
        return self._made(Question(id=name, kind=QuestionKind.SCALE, label=words, help=help_text))

    def ask_money(self, name: str, words: str, help_text: str = "") -> Field:
        """A sum, or none."""
        return self._made(Question(id=name, kind=QuestionKind.MONEY, label=words, help=help_text))

    def _day(self, question: Question) -> Field:
        field = self._made(question)
        field.focus_target().setMinimumWidth(em(self, _DAY_WIDTH))
        return field

    def _words(
        self, name: str, kind: QuestionKind, words: str, help_text: str, most: int | None
    ) -> Field:
        return self._made(Question(id=name, kind=kind, label=words, help=help_text, maximum=most))

    def _made(self, question: Question) -> Field:
        made = make_field(question, self._bench.labels, self._bench)
        if isinstance(made, WordsField):
            warn_of_why(made, self._bench.labels)
        return self.add(made)

    def _save(self) -> None:
        wrong = self._take(self.values())
        if wrong is None:
            return
        asked = {field.question_id for field in self.fields()}
        if strays := [said for name, said in wrong.items() if name not in asked]:
            wrong = {self.fields()[0].question_id: strays[0], **wrong}
        self.show_errors(wrong)
        if not wrong:
            self.accept()


def is_ticked(values: Mapping[str, object], name: str) -> bool:
    """Whether a box of ``ask_tick`` is ticked."""
    said = values.get(name)
    return isinstance(said, tuple) and TICKED in said
