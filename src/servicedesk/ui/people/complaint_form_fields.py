# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields of the form of a complaint: chips with the rest behind Other, harm, and what is due."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from servicedesk.domain.complaints_timing import Clock, ClockBasis
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.complaint_form_presenter import HURT, Dated
from servicedesk.ui.people.due_words import full_day
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.choice_fields import ChoicesField
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

_SHOWN = 60
"""Letters of a name within the sentence of what is due."""


class FirstChipsField(Field):
    """A choice whose usual answers stand in sight, and the rest behind the last chip.

    Signals:
        unfolded: the rest came, or went.

    Args:
        bench: of the open file.
        question: its choices, those in sight first, with the short words of those.
        firsts: how many are in sight.
        other: words of the last chip.
        is_single: one answer rather than several; the chips are numbered.
    """

    unfolded = Signal()

    def __init__(
        self, bench: Workbench, question: Question, firsts: int, other: str, *, is_single: bool
    ) -> None:
        self._at_first = question.choices[:firsts]
        self._behind = question.choices[firsts:]
        self._other = other
        self._is_single = is_single
        super().__init__(question, bench.labels, bench)

    def _build(self) -> None:
        names = [*(choice.label for choice in self._at_first), self._other]
        if self._is_single:
            numbered = self.tr("{number} {name}")
            names = [numbered.format(number=at, name=name) for at, name in enumerate(names, 1)]
        self._row = self._made(names)
        self._rest = self._made([choice.label for choice in self._behind])
        self._row.chosen.connect(self._on_first)
        self._rest.chosen.connect(self._note_choice)
        self._rest.hide()

    def _made(self, names: Sequence[str]) -> ChipRow:
        row = ChipRow(names, is_single=self._is_single)
        row.setAccessibleName(self.question.label)
        said = self.tr("{choice}, {question}")
        for chip in row.chips:
            name = said.format(choice=chip.text(), question=self.question.label)
            chip.setAccessibleName(name)
        self._place(row)
        return row

    @property
    def _is_other(self) -> bool:
        return self._row.chips[-1].isChecked()

    def press(self, number: int) -> None:
        """Choose by number from wherever the keyboard is; Other takes the keyboard to the rest.

        Args:
            number: from 1.
        """
        if number <= len(self._row.chips):
            self._row.chips[number - 1].click()
            if self._is_other and number == len(self._row.chips):
                # Only once the rest has its place can the page bring it into sight.
                QTimer.singleShot(0, self, self._go_to_rest)

    def _go_to_rest(self) -> None:
        self._rest.resting().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_first(self) -> None:
        if not self._is_other:
            self._rest.pick(())
        self._show_rest()
        self._note_choice()

    def _show_rest(self) -> None:
        if self._rest.isHidden() == self._is_other:
            self._rest.setVisible(self._is_other)
            self.unfolded.emit()

    def _picked(self) -> tuple[str, ...]:
        usual = (at for at in self._row.picked() if at < len(self._at_first))
        firsts = tuple(self._at_first[at].id for at in usual)
        return (*firsts, *(self._behind[at].id for at in self._rest.picked()))

    def value(self) -> str | tuple[str, ...]:
        """The id of what is chosen, or "": several ids, or an empty tuple, where several may be.

        Other alone, without anything of the rest, is the last choice of a single answer.
        """
        picked = self._picked()
        if not self._is_single:
            return picked
        if not picked and self._is_other:
            return self._behind[-1].id
        return picked[0] if picked else ""

    def _show_value(self, value: object) -> None:
        wanted = tuple(value) if isinstance(value, tuple | list) else (value,)
        firsts = [at for at, choice in enumerate(self._at_first) if choice.id in wanted]
        behind = [at for at, choice in enumerate(self._behind) if choice.id in wanted]
        self._rest.pick(behind)
        self._row.pick([*firsts, *([len(self._at_first)] if behind else [])])
        self._show_rest()

    def focus_target(self) -> QWidget:
        """The chip that Tab comes to."""
        return self._row.resting()


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
            label=self.tr("Is it about safety?"),
            help=self.tr("Then it goes first. Take the tick away if it is not so."),
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
        usual = self.tr("Then it goes first. Take the tick away if it is not so.")
        found = self.tr("“{words}” sounds like it. {usual}").format(words=words, usual=usual)
        self._help.setText(found if words else usual)
        return self.is_ticked != was

    def _on_typed(self) -> None:
        self.is_refused = bool(self._words) and not self.is_ticked


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
        line = FlowLayout()
        rows.addLayout(line)
        line.addWidget(self._basis)
        line.addWidget(self.why_button)

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
