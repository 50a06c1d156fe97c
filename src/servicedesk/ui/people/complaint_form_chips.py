# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is chosen in the form of a complaint: usual answers as chips, the rest behind Other."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from servicedesk.domain.complaints import About, Serious, Wish
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.field_notices import Notice, NoticeLines
from servicedesk.ui.widgets.sure_choice import SureChoiceField

ABOUT_FIRST = (
    *(About.QUALITY_OF_WORK, About.FAULTY_GOODS, About.LATE_DELIVERY),
    *(About.PRICE, About.STAFF, About.MISLEADING),
)
"""What most complaints are about, in sight at once."""

_WISH_FIRST = (Wish.REFUND, Wish.REPLACEMENT, Wish.REPAIR, Wish.APOLOGY, Wish.JUST_TELLING)


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
        self._hints = NoticeLines()
        self._place(self._hints)

    def hint(self, words: str) -> None:
        """Say something about what is chosen; "" says nothing."""
        self._hints.show_notices([Notice(text=words)] if words else [])
        self.unfolded.emit()

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


def about_chips(bench: Workbench) -> FirstChipsField:
    """What it is about."""
    say, rest = bench.labels, [one for one in About if one not in ABOUT_FIRST]
    firsts = [
        Choice(id=one.value, label=say.say(f"complaint_about.{one.value}")) for one in ABOUT_FIRST
    ]
    question = Question(
        id="about",
        kind=QuestionKind.CHOICE,
        label=QCoreApplication.translate("ComplaintForm", "What about?"),
        choices=(*firsts, *(Choice(id=one.value, label=say.enum(one)) for one in rest)),
    )
    other = say.say("complaint_about.more")
    return FirstChipsField(bench, question, len(firsts), other, is_single=True)


def wish_chips(bench: Workbench) -> FirstChipsField:
    """What would put it right."""
    say, rest = bench.labels, [one for one in Wish if one not in _WISH_FIRST]
    firsts = [
        Choice(id=one.value, label=say.say(f"complaint_wish.{one.value}")) for one in _WISH_FIRST
    ]
    question = Question(
        id="wishes",
        kind=QuestionKind.CHOICES,
        label=QCoreApplication.translate("ComplaintForm", "What would put it right?"),
        choices=(*firsts, *(Choice(id=one.value, label=say.enum(one)) for one in rest)),
    )
    other = say.say("complaint_wish.more")
    return FirstChipsField(bench, question, len(firsts), other, is_single=False)


def serious_field(bench: Workbench) -> SureChoiceField:
    """How serious it is."""
    say = bench.labels
    question = Question(
        id="serious",
        kind=QuestionKind.CHOICE,
        label=QCoreApplication.translate("ComplaintForm", "How serious?"),
        choices=tuple(Choice(id=one.value, label=say.enum(one)) for one in Serious),
        is_required=True,
    )
    return SureChoiceField(question, say, bench)
