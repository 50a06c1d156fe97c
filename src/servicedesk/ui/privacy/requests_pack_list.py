# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""All records of a pack, some at a time, each to be handed over or left out with a reason."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from servicedesk.domain.access_packs import AccessPack, HeldRecord, PackChoices
from servicedesk.domain.access_packs_paper import said_of
from servicedesk.domain.data_requests import LeftOut
from servicedesk.domain.data_requests_checking import checked_left_out
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.requests_pack_row import OUT, WHOLE, WHY, Decided, PackRow
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

PAGE = 10
"""Records that are shown at once."""

LOOK, ALL, GONE = range(3)
"""Which records are shown: those to look at first, all, those that are left out."""

_EACH = (OUT, WHY, WHOLE)


class PackList(Field):
    """The records of a pack.

    Args:
        bench: of the open file.
        pack: all that is held, as it goes out where nothing is decided.
        choices: what is decided already.

    Attributes:
        rows: the records that are shown, in order.
        chips: which are shown.
        search: shows those with these words alone.
        before, more: the records before and after those that are shown.
    """

    def __init__(self, bench: Workbench, pack: AccessPack, choices: PackChoices) -> None:
        self._pack = pack
        self._desk = bench
        self._numbers = {one.line: number for number, one in enumerate(pack.records, 1)}
        self._decided: dict[str, Decided] = {
            line: said for line, said in _as_decided(choices).items() if line in self._numbers
        }
        self._first = 0
        self._wrong: dict[str, str] = {}
        self.rows: list[PackRow] = []
        words = QCoreApplication.translate("PackList", "What is handed over")
        asked = Question(id="records", kind=QuestionKind.CHOICES, label=words)
        super().__init__(asked, bench.labels, bench)

    def _build(self) -> None:
        names = [
            self.tr("To look at first"),
            self.tr("Everything"),
            self.tr("Left out or handed over whole"),
        ]
        self.chips = ChipRow(names, is_single=True, can_let_go=False)
        self.chips.pick([LOOK if self._pack.to_look_at else ALL])
        self.chips.chosen.connect(self._from_the_first)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Only those with these words"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(self._from_the_first)
        self._told = label("", "quiet")
        self._column = QVBoxLayout()
        self._column.setSpacing(18)
        self.before = side_button(self.tr("The ones before"))
        self.more = side_button(self.tr("More"))
        self.before.clicked.connect(lambda: self._turn(-PAGE))
        self.more.clicked.connect(lambda: self._turn(PAGE))
        turning = FlowLayout()
        turning.addWidget(self.before)
        turning.addWidget(self.more)
        held = QWidget()
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        for part in (self.chips, self.search, self._told):
            inside.addWidget(part)
        inside.addLayout(self._column)
        inside.addLayout(turning)
        self._place(held)
        self._show()

    def value(self) -> dict[str, object]:
        """What is decided, by line; what goes out as it stands is not there."""
        return {line: dict(said) for line, said in self._decided.items()}

    def _show_value(self, value: object) -> None:
        found = value if isinstance(value, Mapping) else {}
        self._decided = {
            str(line): {name: said[name] for name in _EACH if name in said}
            for line, said in found.items()
            if line in self._numbers and isinstance(said, Mapping)
        }
        self._show()

    def focus_target(self) -> QWidget:
        """What chooses which records are shown."""
        return self.chips.resting()

    def choices(self) -> PackChoices:
        """What is decided, as the pack takes it."""
        left_out = {line: _why(said) for line, said in self._decided.items() if said.get(OUT)}
        whole = (line for line, said in self._decided.items() if said.get(WHOLE))
        return PackChoices(
            left_out=left_out, whole=frozenset(line for line in whole if line not in left_out)
        )

    def check(self) -> bool:
        """Whether every record that is left out has its reason; goes to the first without."""
        self._wrong = {}
        for line, reason in self.choices().left_out.items():
            try:
                checked_left_out((LeftOut(line=line, reason=reason),))
            except Refusal as refusal:
                self._wrong[line] = self._labels.refusal(refusal)
        if self._wrong:
            self._go_to(min(self._wrong, key=self._numbers.__getitem__))
        else:
            self._say_wrong()
        return not self._wrong

    def error(self) -> str:
        """What is wrong with a reason that is shown; "" for nothing."""
        return next((row.why.error() for row in self.rows if row.why.error()), "")

    def _go_to(self, line: str) -> None:
        if all(row.line != line for row in self.rows):
            self.chips.pick([GONE])
            self.search.clear()
            lines = [one.line for one in self._wanted()]
            self._first = lines.index(line) // PAGE * PAGE if line in lines else 0
            self._show()
        self._say_wrong()
        for row in self.rows:
            if row.line == line:
                row.why.focus_target().setFocus()

    def _say_wrong(self) -> None:
        for row in self.rows:
            row.why.show_error(self._wrong.get(row.line, ""))

    def _wanted(self) -> list[HeldRecord]:
        (which,) = self.chips.picked()
        records = self._pack.to_look_at if which == LOOK else self._pack.records
        words = self.search.text().casefold().split()
        return [
            one
            for one in records
            if (which != GONE or one.line in self._decided)
            and (not words or _has(one, words, said_of(one, self._labels)))
        ]

    def _from_the_first(self) -> None:
        self._first = 0
        self._show()

    def _turn(self, by: int) -> None:
        self._first = max(0, self._first + by)
        self._show()
        if self.rows:
            self.rows[0].out.setFocus()

    def _show(self) -> None:
        wanted = self._wanted()
        shown = wanted[self._first : self._first + PAGE]
        clear(self._column)
        self.rows = []
        for record in shown:
            said = self._decided.get(record.line, {})
            row = PackRow(self._numbers[record.line], record, said, self._labels, self._bench)
            row.decided.connect(self._note)
            self._column.addWidget(row)
            self.rows.append(row)
        self._say_wrong()
        count = self.tr("{first} to {last} of {all}")
        last = self._first + len(shown)
        told = count.format(first=self._first + 1, last=last, all=len(wanted))
        self._told.setText(told if shown else self.tr("There is none of these."))
        is_long = len(wanted) > PAGE
        self.before.setVisible(is_long)
        self.more.setVisible(is_long)
        self.before.setEnabled(self._first > 0)
        self.more.setEnabled(last < len(wanted))
        order_tabs([self.chips, self.search, *self.rows, self.before, self.more])

    def _note(self) -> None:
        for row in self.rows:
            said = row.value()
            if said:
                self._decided[row.line] = said
            else:
                self._decided.pop(row.line, None)
        self._note_typing()


def _as_decided(choices: PackChoices) -> dict[str, Decided]:
    out = {line: _said(out=True, why=why) for line, why in choices.left_out.items()}
    return {**{line: _said(whole=True) for line in sorted(choices.whole)}, **out}


def _said(*, out: bool = False, why: str = "", whole: bool = False) -> Decided:
    return {OUT: out, WHY: why, WHOLE: whole}


def _why(said: Decided) -> str:
    return " ".join(str(said.get(WHY, "")).split())


def _has(record: HeldRecord, words: list[str], heading: str) -> bool:
    texts = (heading, record.heading, *(said for _, said in record.pairs))
    whole = " ".join((*texts, *(what for _, _, what in record.changes))).casefold()
    return all(word in whole for word in words)
