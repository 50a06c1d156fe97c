# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was put away: the list, bringing back, and removing for good what lay there for long."""

from collections.abc import Mapping

from PySide6.QtCore import QDate, QLocale

from servicedesk.domain.bins import BIN_DAYS, Binned
from servicedesk.domain.guides import AnswerValue, Question
from servicedesk.domain.kinds import Kind
from servicedesk.ui.settings.records_presenter import (
    RecordLine,
    RecordsPresenter,
    RecordsState,
    RecordsWords,
)


class BinPresenter(RecordsPresenter):
    """Customers, promises and contacts in the bin, the last one at the head."""

    KINDS = frozenset({Kind.CUSTOMER, Kind.PROMISE, Kind.CONTACT, Kind.FEEDBACK, Kind.LEGAL_HOLD})

    def _words(self) -> RecordsWords:
        return RecordsWords(
            title=self.tr("Bin"),
            intro=self.tr(
                "What you put away. It can be brought back for {days} days at least."
            ).format(days=BIN_DAYS),
            columns=(self.tr("What"), self.tr("Sort"), self.tr("Whose"), self.tr("Put away")),
            widths=(0, 8, 12, 12),
            empty=self.tr("The bin is empty."),
            add="",
            adding="",
        )

    def _read(self) -> RecordsState:
        self._things: dict[int, Binned] = dict(enumerate(self._bench.services.bin.all(), start=1))
        lines = tuple(self._line(at, thing) for at, thing in self._things.items())
        kept = self._bench.services.bin.must_stay()
        old = held = 0
        for thing in filter(self._bench.services.bin.is_old, self._things.values()):
            is_held = (thing.kind, thing.id) in kept
            held, old = held + is_held, old + (not is_held)
        self._old, self._held = old, held
        note = ""
        if old == 1:
            note = self.tr("One thing has been here for more than {days} days.")
        elif old:
            note = self.tr("{n} things have been here for more than {days} days.")
        said = [note.format(n=old, days=BIN_DAYS)]
        if held:
            said.append(self._held_words())
        return RecordsState(lines=lines, note=" ".join(filter(None, said)))

    def _held_words(self) -> str:
        """That some of it stays whatever its age."""
        if self._held == 1:
            return self.tr("One old thing must be kept. “What must be kept” says why.")
        words = self.tr("{n} old things must be kept. “What must be kept” says why.")
        return words.format(n=self._held)

    def _line(self, at: int, thing: Binned) -> RecordLine:
        local = thing.at.astimezone()
        day = QLocale().toString(QDate(local.year, local.month, local.day), "ddd d MMM yyyy")
        title = " ".join(thing.title.split()) or self.tr("without words")
        return RecordLine(
            id=at,
            cells=(title, self._bench.labels.enum(thing.kind), thing.detail, day),
            order=(title.casefold(), thing.kind, thing.detail, thing.at),
        )

    @property
    def has_old(self) -> bool:
        """Whether emptying would remove anything."""
        return bool(self._old)

    def empty(self) -> None:
        """Remove for good what has been there for long enough."""
        services, who = self._bench.services, self._bench.who
        said = self.tr("The bin was emptied.")
        if self._held:
            said = self.tr("The bin was emptied. What must be kept stayed: {n}.")
            said = said.format(n=self._held)
        self._bench.do(
            lambda: services.bin.empty(who), said=said, can_undo=False, initiator=self
        )  # for good is for good: no undo is offered
        self.load()

    def questions(self, record_id: int | None) -> tuple[Question, ...]:
        """Nothing is asked of what lies in the bin."""
        del record_id
        return ()

    def values(self, record_id: int) -> Mapping[str, AnswerValue]:
        """Nothing is asked of what lies in the bin."""
        del record_id
        return {}

    def _reading(self, values: Mapping[str, object], wrong: dict[str, str]) -> dict[str, object]:
        del wrong
        return dict(values)

    def _keep(self, record_id: int | None, read: Mapping[str, object]) -> object | None:
        del record_id, read
        return None

    def _take_out(self, record_id: int) -> None:
        thing = self._things[record_id]
        services, who = self._bench.services, self._bench.who
        title = " ".join(thing.title.split())
        self._do(
            lambda: services.bin.bring_back(thing, who),
            self.tr("{what} is back.").format(what=title or self.tr("It")),
        )
