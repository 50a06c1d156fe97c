# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the live page: how each standard of the charter is kept, in a period that is chosen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.charters_live import (
    LivePage,
    Source,
    StandardResult,
    Standing,
)
from servicedesk.domain.charters_live_words import ResultWords
from servicedesk.domain.errors import Trouble
from servicedesk.domain.figures import RecordsAt
from servicedesk.domain.figures_places import RECORDS_PART, RECORDS_ROOM, item_of
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import PeriodName, period_of

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench

OFFERED = (
    PeriodName.LAST_90_DAYS,
    PeriodName.THIS_MONTH,
    PeriodName.LAST_MONTH,
    PeriodName.LAST_QUARTER,
    PeriodName.LAST_12_MONTHS,
)
"""Periods to choose from, the usual one first."""

SAMPLES = "samples"
CHECKS = "checks"

_PARTS = {Source.SAMPLE_WEEK: SAMPLES, Source.JOB_CHECK: CHECKS}
_KINDS = frozenset(
    {
        *(Kind.CHARTER, Kind.STANDARD, Kind.PROMISE, Kind.CONTACT, Kind.COMPLAINT),
        *(Kind.FEEDBACK, Kind.SAMPLE_WEEK, Kind.JOB_CHECK),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveLine:
    """One standard as the page shows it.

    Args:
        title: of the standard.
        named: the same for those who listen, told from other versions of it.
        words: of its result.
        tone: "ok", "due", "late" or "quiet".
        base: how many cases it rests on.
        missed: how many of them were not kept or are not decided.
        opens: the way to all of its cases, or None.
        opens_missed: the way to those that were missed, or None.
        part: of the room of figures where it is counted by hand; "" for nowhere.
        is_first: it is of the first version, so that there is no other to tell it from.
        is_measured: somebody or something counts it.
    """

    title: str
    named: str
    words: ResultWords
    tone: str
    base: int = 0
    missed: int = 0
    opens: RecordsAt | None = None
    opens_missed: RecordsAt | None = None
    part: str = ""
    is_first: bool = True
    is_measured: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveState:
    """What the page shows.

    Args:
        is_on_wall: a charter is published.
        about: which version, and how much of it has results.
        period: which of the periods on offer.
        lines: of the version on the wall.
        earlier: of what only earlier versions say.
        has_samples: a sample week can be planned for one of them.
    """

    is_on_wall: bool = False
    about: str = ""
    period: PeriodName = PeriodName.LAST_90_DAYS
    lines: tuple[LiveLine, ...] = ()
    earlier: tuple[LiveLine, ...] = ()
    has_samples: bool = False


class LivePresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: services and words.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = LiveState()
        self._bench = bench
        self._is_open = False
        bench.changes.follow(_KINDS, self._reload)

    def open(self) -> None:
        """Show the results as they are now."""
        self._is_open = True
        self.reload()

    def close(self) -> None:
        """The page is left: changes are read on the next arrival."""
        self._is_open = False

    def choose(self, name: PeriodName) -> None:
        """Show another period."""
        self.reload(name)

    def reload(self, name: PeriodName | None = None) -> None:
        """Read everything anew.

        Args:
            name: of the period; None for the one that is shown.
        """
        chosen = name or self.state.period
        live = self._bench.services.charters_live
        try:
            page = live.page(period_of(chosen, self._bench.clock.today()))
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        state = LiveState(
            is_on_wall=page.is_on_wall,
            about=self._about(page),
            period=chosen,
            lines=tuple(map(self._line, page.results)),
            earlier=tuple(map(self._line, page.earlier)),
            has_samples=any(one.source is Source.SAMPLE_WEEK for one in page.results),
        )
        if state != self.state:
            self.state = state
            self.state_changed.emit()

    def wall_job(self) -> "PrintJob | None":
        """The page for the wall; None while there is no charter."""
        period = period_of(self.state.period, self._bench.clock.today())
        return self._bench.services.charters_live_papers.wall(period) if self._can_print() else None

    def evidence_job(self) -> "PrintJob | None":
        """The evidence list for an adviser; None while there is no charter."""
        period = period_of(self.state.period, self._bench.clock.today())
        papers = self._bench.services.charters_live_papers
        return papers.evidence(period) if self._can_print() else None

    def look_at(self, records: RecordsAt) -> None:
        """Open the very records of a figure."""
        self._bench.navigator.open(RECORDS_ROOM, RECORDS_PART, item_of(records))

    def count_by_hand(self, part: str) -> None:
        """Open where a sample week is planned, or a check of ten jobs drawn."""
        self._bench.navigator.open(RECORDS_ROOM, part)

    def _can_print(self) -> bool:
        return self.state.is_on_wall

    def _about(self, page: LivePage) -> str:
        """How many standards have a result, so that ten records already say something."""
        number = sum(result.has_result for result in page.results)
        if page.number is None:
            return ""
        said = self.tr("{results} of {standards} standards of version {number} have a result.")
        if not number:
            said = self.tr(
                "None of the {standards} standards of version {number} has a result yet."
            )
        return said.format(results=number, standards=len(page.results), number=page.number)

    def _line(self, result: StandardResult) -> LiveLine:
        count = result.count
        is_missed = bool(count.missed or count.undecided)
        named = title = result.standard.title
        if not result.is_current:
            named = self.tr("{title}, version {number}").format(title=title, number=result.number)
        return LiveLine(
            title=title,
            named=named,
            words=self._bench.services.charters_live.words(result),
            tone=_tone(result),
            base=count.base,
            missed=count.missed + count.undecided,
            opens=result.records if count.base else None,
            opens_missed=result.missed if is_missed else None,
            part=_PARTS.get(result.source, "") if result.is_current else "",
            is_measured=result.standing is not Standing.NOT_MEASURED,
            is_first=result.number == 1 and result.is_current,
        )

    def _reload(self) -> None:
        if self._is_open:
            self.reload()


def _tone(result: StandardResult) -> str:
    if result.standing is Standing.KEPT:
        return "ok"
    return "due" if result.standing is Standing.MISSED else "quiet"  # the same words, one tone
