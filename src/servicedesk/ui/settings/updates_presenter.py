# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Legal facts and bank holidays as they are in use, and a file that would change them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.calendars import Nation
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.updates import HolidayChange, LegalChange, UpdateLook
from servicedesk.ui.settings.records_presenter import list_day

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesState:
    """What the page shows.

    Args:
        lines: what is in use, a sentence each.
        has_brought: what is in use came from a file, and can be taken back.
        look: the file that was looked at; None for none.
        changes: what it would change: a heading and a text each.
        wrong: why a file is not used; "" for nothing.
    """

    lines: tuple[str, ...] = ()
    has_brought: bool = False
    look: UpdateLook | None = None
    changes: tuple[tuple[str, str], ...] = ()
    wrong: str = ""


class UpdatesPresenter(QObject):
    """Shows what is in use, looks into a file, uses it or takes it back.

    Signals:
        state_changed: the page shows something else.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._path: Path | None = None
        self.state = UpdatesState()

    def load(self) -> None:
        """Read afresh; a file that was looked at and not used is forgotten."""
        self._path = None
        self._show()

    def look(self, path: Path) -> None:
        """Look into a file; nothing is changed."""
        self._path = None
        try:
            look = self._bench.services.updates.look(path)
        except Refusal as refusal:
            self._show(wrong=self._bench.labels.refusal(refusal))
            return
        except Trouble as trouble:
            self._show()
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        if look.is_empty:
            self._show(wrong=self.tr("Everything in this file is known already."))
            return
        self._path = path
        self._show(look=look)

    def use(self) -> None:
        """Use the file that was looked at; bank holidays that the owner changed stay."""
        if self._path is None:
            return
        try:
            self._bench.services.updates.use(self._path)
        except Refusal as refusal:
            self._show(wrong=self._bench.labels.refusal(refusal))
            return
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self._refill()
        self.load()
        self._bench.bar.say(self.tr("In use from now on. Papers printed before stay as they are."))

    def take_back(self) -> None:
        """Use what came with the program again."""
        try:
            self._bench.services.updates.take_back()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self._refill()
        self.load()
        self._bench.bar.say(self.tr("What came with the program is in use again."))

    def _refill(self) -> None:
        """The business's own list of bank holidays follows at once."""
        calendars, who = self._bench.services.calendars, self._bench.who
        if calendars.nation() is not Nation.ELSEWHERE:
            self._bench.do(lambda: calendars.refill(who))

    def _show(self, *, look: UpdateLook | None = None, wrong: str = "") -> None:
        changes: tuple[tuple[str, str], ...] = ()
        if look is not None:
            law = (self._legal(change) for change in look.law)
            changes = (*law, *(self._days(change) for change in look.holidays))
        lines, has_brought = self._in_use()
        self.state = UpdatesState(
            lines=lines, has_brought=has_brought, look=look, changes=changes, wrong=wrong
        )
        self.state_changed.emit()

    def _in_use(self) -> tuple[tuple[str, ...], bool]:
        nation = self._bench.services.calendars.nation()
        status = self._bench.services.updates.status(nation)
        lines: list[str] = []
        if status.made_on is not None:
            said = self.tr("From a file that was made on {day}.")
            lines.append(said.format(day=list_day(status.made_on)))
        else:
            lines.append(self.tr("As they came with the program."))
        if nation is not Nation.ELSEWHERE:
            said = self.tr("Legal facts: the oldest was looked up on {day}.")
            lines.append(said.format(day=list_day(status.checked_on)))
        if status.known_up_to is not None:
            said = self.tr("Bank holidays: known up to {day}.")
            lines.append(said.format(day=list_day(status.known_up_to)))
        return tuple(lines), status.made_on is not None

    def _legal(self, change: LegalChange) -> tuple[str, str]:
        day = list_day(change.after.checked_on)
        if change.before is None:
            return self.tr("New, looked up on {day}").format(day=day), change.after.text
        if change.is_only_checked:
            return self.tr("The same, looked up again on {day}").format(day=day), change.after.text
        said = self.tr("Until now: {before}\nFrom now on: {after}")
        told = said.format(before=change.before.text, after=change.after.text)
        return self.tr("Changed, looked up on {day}").format(day=day), told

    def _days(self, change: HolidayChange) -> tuple[str, str]:
        parts: list[str] = []
        if change.added:
            said = self.tr("New: {days}.")
            parts.append(said.format(days=", ".join(map(list_day, change.added))))
        if change.removed:
            said = self.tr("No bank holiday any more: {days}.")
            parts.append(said.format(days=", ".join(map(list_day, change.removed))))
        if change.known_up_to is not None:
            said = self.tr("Known up to {day}.")
            parts.append(said.format(day=list_day(change.known_up_to)))
        place = self._bench.labels.enum(change.nation)
        return self.tr("Bank holidays, {place}").format(place=place), " ".join(parts)
