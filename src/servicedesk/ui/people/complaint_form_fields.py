# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields of the form of a complaint: when it came in, harm, and what is due."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from servicedesk.domain.complaints_safety import is_damage
from servicedesk.domain.complaints_timing import Clock, ClockBasis
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.domain.promises_typing import TypedDue
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.complaint_form_presenter import HURT, Dated
from servicedesk.ui.people.due_field import DueField
from servicedesk.ui.people.due_words import full_day
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.choice_fields import ChoicesField
from servicedesk.ui.widgets.text import label

_SHOWN = 60
"""Letters of a name within the sentence of what is due."""


class CameField(DueField):
    """When it came in: "yesterday", or "yesterday 9.30" where a charter counts in hours.

    Args:
        bench: of the open file.
        title: the label over the field.
        read: reads what is typed; raises Refusal.
    """

    def __init__(self, bench: Workbench, title: str, read: Callable[[str], TypedDue]) -> None:
        super().__init__(bench, title, read, "received_on", is_past=True)

    def value(self) -> object:
        """The day; the words as typed where a time stands in them, or where they name no day."""
        try:
            found = self.typed_due()
        except Refusal:
            found = None
        if found is None or found.due.at is not None:
            return super().value()
        return found.due.day


class SafetyField(ChoicesField):
    """Whether somebody was or could be hurt: proposed by words, and a tick that can be refused.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        said = self.tr("Somebody was or could be hurt, or something damaged")
        question = Question(
            id="is_safety",
            kind=QuestionKind.CHOICES,
            label=self.tr("Is it about harm or damage?"),
            help=self.tr("Then it counts as serious and goes first."),
            choices=(Choice(id=HURT, label=said),),
        )
        super().__init__(question, bench.labels, bench)
        self._words = ""
        self.is_refused = False
        self.typed.connect(self._on_typed)
        self.hide()

    @property
    def is_ticked(self) -> bool:
        """It is said to be so."""
        return HURT in self.value()

    @property
    def is_proposed(self) -> bool:
        """The words of what happened tell of harm, whether or not that was refused."""
        return bool(self._words)

    def propose(self, words: str) -> bool:
        """Propose it by words that tell of harm; whether the tick is another one now.

        Args:
            words: that were found in what happened; "" for none.
        """
        was, had = self.is_ticked, self._words
        self._words = words
        if words and not self.is_refused:
            self.set_value((HURT,))
        elif had and not words and not self.is_refused:
            self.set_value(())
        self._say_why()
        return self.is_ticked != was

    def _say_why(self) -> None:
        """Say what it does, and by which words it was ticked."""
        said, words = self.question.help, self._words
        if words:
            said = self.tr("“{words}” sounds as if somebody was or could be hurt")
            if is_damage(words):
                said = self.tr("“{words}” sounds like damage")
            said = said.format(words=words)
        if words and self.is_ticked:
            rest = self.tr("so it is ticked. {does} Take the tick away if it is not so.")
            said = f"{said}, {rest.format(does=self.question.help)}"
        elif words:
            said = self.tr("{found}. {does}").format(found=said, does=self.question.help)
        self._help.setText(said)
        self._describe(self.error())

    def _description(self, sentence: str = "") -> str:
        return " ".join(part for part in (sentence, self._help.text()) if part)

    def _on_typed(self) -> None:
        self.is_refused = bool(self._words) and not self.is_ticked
        self._say_why()


class DueLine(QFrame):
    """By when the customer hears from us if this is saved, and why.

    Signals:
        why_wanted: somebody asks why these are the days.

    Args:
        bench: of the open file.
    """

    why_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.setObjectName("notice_quiet")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 6)
        rows.setSpacing(0)
        self._words = label("", "strong")
        self._basis = label("")
        self.why_button = link_button(self.tr("Why these dates?"))
        self.why_button.clicked.connect(self.why_wanted)
        rows.addWidget(self._words)
        line = QHBoxLayout()
        line.setSpacing(12)
        rows.addLayout(line)
        line.addWidget(self._basis, 1)  # takes the width: wrapped words ask for little of it
        line.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignBottom)

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_dated(self, dated: Dated | None) -> None:
        """Say what is due; None says nothing."""
        self.setVisible(dated is not None)
        if dated is None:
            return
        today, counts = self._bench.today, dated.asked.counts
        tell, answer = counts[Clock.ACKNOWLEDGE], counts[Clock.DECIDE]
        said = self.tr("We tell {who} we have it by {tell} and answer by {answer}.")
        if answer.day < today:
            said = self.tr("We should have told {who} by {tell}, and answered by {answer}.")
        elif tell.day < today:
            said = self.tr("We should have told {who} by {tell}. The answer is due by {answer}.")
        who = dated.who if len(dated.who) <= _SHOWN else f"{dated.who[:_SHOWN].rstrip()}…"
        words = said.format(
            who=who or self.tr("them"),
            tell=full_day(tell.day, today),
            answer=full_day(answer.day, today),
        )
        basis = self.tr("Counted {basis}.").format(basis=self._bench.labels.enum(answer.basis))
        if answer.basis is ClockBasis.CHARTER:
            basis = self.tr("As our charter says.")
        if dated.is_first and answer.day >= today:
            basis = self.tr("It goes first, so ring them today. {basis}").format(basis=basis)
        if words != self._words.text():
            self._words.setText(words)
        self._basis.setText(basis)
