# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a settings page with a list knows: its lines, the form of one of them, what is wrong in it.

Closures, bank holidays, people and registrations each fill in what is their own.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.calendars_shifting import NOTHING_MOVES, Shift
from servicedesk.domain.entries import read_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue, Question
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.settings.foretelling import have_moved

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Done, Workbench


Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """One line of a list.

    Args:
        id: of the record.
        cells: as shown, one for each column.
        order: by which each column sorts, as long as ``cells``.
        is_quiet: over, or of no more account: said in its words too.
    """

    id: int
    cells: tuple[str, ...]
    order: tuple[object, ...]
    is_quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsState:
    """A list as it stands.

    Args:
        lines: in order.
        note: a sentence above the list; may be empty.
    """

    lines: tuple[RecordLine, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsWords:
    """What stands on the page, in the screen's language.

    Args:
        title: of the page.
        intro: under it.
        columns: heads of the columns.
        widths: of the columns, in text heights; 0 for what room is left.
        empty: said while there is nothing in the list.
        add: on the button that adds.
        adding: over the form of a new record.
        changing: over the form of one that is there; "" where it cannot be changed.
    """

    title: str
    intro: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    empty: str
    add: str
    adding: str
    changing: str = ""


class RecordsPresenter(QObject):
    """The list and its forms.

    Args:
        bench: of the open file.

    Signals:
        state_changed: other lines.
    """

    state_changed = Signal()

    KINDS: frozenset[Kind] = frozenset()
    """What the list follows."""

    FORM = ""
    """Under which name a half-typed form is kept: that of the records' table."""

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = RecordsState()
        self.words = self._words()
        bench.changes.follow(self.KINDS, self.load)
        self.load()

    @abstractmethod
    def _words(self) -> RecordsWords: ...

    def load(self) -> None:
        """Read the list."""
        state = self._read()
        if state != self.state:
            self.state = state
            self.state_changed.emit()

    @abstractmethod
    def _read(self) -> RecordsState: ...

    @abstractmethod
    def questions(self, record_id: int | None) -> tuple[Question, ...]:
        """What the form asks.

        Args:
            record_id: of the record to change; None for a new one.
        """

    @abstractmethod
    def values(self, record_id: int) -> Mapping[str, AnswerValue]:
        """What the form of a record begins with, by question id."""

    def save(self, record_id: int | None, values: Mapping[str, object]) -> Mapping[str, str] | None:
        """Add a record, or change one.

        Args:
            record_id: of the record to change; None for a new one.
            values: raw, by question id, as fields give them.

        Returns:
            What is wrong, by question id; empty once it is kept; None after a trouble, which
            has been told.
        """
        wrong: dict[str, str] = {}
        read = self._reading(values, wrong)
        if wrong:
            return wrong
        try:
            done = self._keep(record_id, read)
        except Refusal as refusal:
            return {refusal.field or "": self._bench.labels.refusal(refusal)}
        return None if done is None else {}

    def foretell(self, record_id: int | None, values: Mapping[str, object]) -> Shift:
        """What saving would do to what was promised; nothing as long as the form makes no sense.

        Args:
            record_id: of the record to change; None for a new one.
            values: raw, by question id, as fields give them.
        """
        wrong: dict[str, str] = {}
        read = self._reading(values, wrong)
        if wrong:
            return NOTHING_MOVES
        try:
            return self._foretold(record_id, read)
        except Refusal:
            return NOTHING_MOVES

    def foretell_removal(self, record_id: int) -> Shift:
        """What removing a record would do to others: for most kinds of record, nothing."""
        del record_id
        return NOTHING_MOVES

    def weigh(self, values: Mapping[str, object]) -> Mapping[str, str]:
        """What is wrong with what stands in a form so far, by question id; keeps nothing."""
        wrong: dict[str, str] = {}
        self._reading(values, wrong)
        return wrong

    def remove(self, record_id: int) -> None:
        """Take a record out of the list; Undo on the bar brings it back."""
        try:
            self._take_out(record_id)
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))
            self.load()

    def list_job(self, lines: Sequence[RecordLine]) -> "PrintJob | None":
        """The list on its way to paper; None while there is nothing in it.

        Args:
            lines: in the order of the screen.
        """
        if not lines:
            return None
        rows = [line.cells for line in lines]
        return self._bench.services.lists.table(self.words.title, self.words.columns, rows)

    @abstractmethod
    def _reading(self, values: Mapping[str, object], wrong: dict[str, str]) -> dict[str, object]:
        """The values as the rules take them; what cannot be read is put into ``wrong``."""

    @abstractmethod
    def _keep(self, record_id: int | None, read: Mapping[str, object]) -> object | None: ...

    @abstractmethod
    def _take_out(self, record_id: int) -> None: ...

    def _foretold(self, record_id: int | None, read: Mapping[str, object]) -> Shift:
        """What saving would do to other records: for most kinds of record, nothing."""
        del record_id, read
        return NOTHING_MOVES

    def _do(self, step: "Callable[[], Done]", said: str) -> "Done | None":
        done = self._bench.do(step, initiator=self)
        if done is not None and done.changes:
            sentence = have_moved(said, done.changes, self._bench.labels)
            self._bench.bar.say(sentence, can_undo=True)
        return done

    def _try(self, key: str, wrong: dict[str, str], read: Callable[[], Result]) -> Result | None:
        """Read one value; None where it cannot be, and then ``wrong`` says so under ``key``."""
        try:
            return read()
        except Refusal as refusal:
            wrong[key] = self._bench.labels.refusal(refusal)
            return None

    def _day(
        self,
        values: Mapping[str, object],
        key: str,
        wrong: dict[str, str],
        *,
        is_past: bool = False,
    ) -> date | None:
        """A day as a field gives it; None for an empty one."""
        value = values.get(key, "")
        if isinstance(value, date):
            return value
        typed = str(value)
        if not typed.strip():
            return None
        today = self._bench.today
        return self._try(key, wrong, lambda: read_day(typed, today, key, is_past=is_past))


def list_day(day: date | None) -> str:
    """A day as lists show it, such as "Thu 24 Dec 2026"; "" for none."""
    return "" if day is None else listed_day(day)
