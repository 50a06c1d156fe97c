# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was changed in one record, in words."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.printing import PrintJob
from servicedesk.domain.record_history import Change, FieldChange, HistoryLine
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import day_in_row


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryWords:
    """One change in words.

    Args:
        when: the day and the minute.
        title: what became of what.
        who: did it; may be empty.
        lines: what is another now, a line each.
    """

    when: str
    title: str
    who: str
    lines: tuple[str, ...]


class HistoryPresenter(QObject):
    """Tells what was changed in one record.

    Args:
        bench: of the open file.
        kind: of the record.
        record_id: of the record.
        name: what the record is called, for the title.
    """

    def __init__(
        self,
        bench: Workbench,
        kind: Kind,
        record_id: int,
        name: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self.title = self.tr("History of {name}").format(name=name)
        self.lines = self._read(kind, record_id)

    def job(self) -> PrintJob:
        """The history on its way to paper."""
        groups = [
            (" · ".join(part for part in (one.when, one.title, one.who) if part), one.lines)
            for one in self.lines
        ]
        return self._bench.services.lists.groups(self.title, groups, "list")

    def _read(self, kind: Kind, record_id: int) -> tuple[HistoryWords, ...]:
        try:
            found = self._bench.services.record_history.of(kind, record_id)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return ()
        return tuple(map(self._told, found))

    def _told(self, line: HistoryLine) -> HistoryWords:
        labels, here = self._bench.labels, line.at.astimezone(LONDON)
        done = labels.enum(line.change)
        title = done
        if line.is_part:
            part = labels.say(f"record_history.{line.table}")
            title = self.tr("{part}: {done}").format(part=part, done=done.lower())
        return HistoryWords(
            when=f"{day_in_row(here.date(), self._bench.today)} {here:%H:%M}",
            title=title,
            who=line.who,
            lines=tuple(self._field(one, line.change) for one in line.fields),
        )

    def _field(self, one: FieldChange, change: Change) -> str:
        if change is Change.CHANGED:
            nothing = self.tr("nothing")
            return self.tr("{field}: {before} → {after}").format(
                field=one.field, before=one.before or nothing, after=one.after or nothing
            )
        return self.tr("{field}: {value}").format(field=one.field, value=one.after or one.before)
