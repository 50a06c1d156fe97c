# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How we do over five years, counted and as a paper, against raw SQL and bare ReportLab.

With 50,000 complaints there are 300,000 promises, 200,000 answers and 50,000 contacts. Ours counts
the period before as well, and makes figures and charts in words of both; the bare way does not.
"""

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from servicedesk.documents.page_images import page_texts
from servicedesk.documents.sheets import SHEETS
from servicedesk.domain.blocks import Bullets, Chart, Heading, PaperSize, Paragraph, Table
from servicedesk.domain.calendars import DayKind, add_months
from servicedesk.domain.figures import Figure, Report
from servicedesk.domain.figures_clock import moments_of, spans_of
from servicedesk.domain.figures_paper import report_blocks
from servicedesk.domain.periods import Period
from servicedesk.domain.printing import PaperChoice
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.figures_papers import FiguresPapers
from servicedesk.services.registry import Services, open_services
from servicedesk.store.figures_asking import moment_text
from servicedesk.store.opening import open_file
from tests.benchmarks import bare_figures, bare_file
from tests.benchmarks.desk import MOMENT, Extent
from tests.benchmarks.figures_shop import FIRST, figures_copy
from tests.benchmarks.measure import Row, Spent, compare_timed, timed
from tests.benchmarks.shops import TODAY
from tests.helpers.fakes import LONDON, FixedClock
from tests.services.around import surroundings

PERIOD = Period(first=FIRST, last=TODAY)
_DAY = timedelta(days=1)
_MARKS = {"recommend": "recommendation", "effort_easy": "effort", "handled": "handled_overall"}
"""Codes of figures of marks, and what they are kept as; the six things are called as they are."""

_WHOLE = 10
"""Letters of a word that no column is too narrow for; a longer one may be broken."""


def rows(extent: Extent) -> Iterator[Row]:
    """Both rows for each number of complaints."""
    for number in (1_000,) if extent.is_quick else (1_000, 10_000, 50_000):
        with tempfile.TemporaryDirectory() as folder:
            path = figures_copy(number, Path(folder))
            file = open_file(path, backups=Path(folder) / "backups", moment=MOMENT)
            services = open_services(file, surroundings(path, FixedClock(TODAY)))
            bare = bare_file.connect(path, bare_file.READER_SETTINGS)
            yield from _measured(services, bare, number, 5 if extent.is_quick else 10)
            bare.close()
            file.close()


def _measured(services: Services, bare: dbapi2.Connection, number: int, runs: int) -> Iterator[Row]:
    asked = _asked(services)
    size = f"{number:,} complaints, {6 * number:,} promises, {4 * number:,} answers"
    measure = partial(compare_timed, runs=runs)

    def our_figures() -> tuple[Spent, object]:
        spent, report = timed(lambda: services.figures.report(PERIOD))
        return spent, told(report)

    def their_figures() -> tuple[Spent, object]:
        spent, found = timed(lambda: bare_figures.numbers(bare, asked))
        return spent, _rounded(found)

    yield measure(f"How we do, 5 years, counted; {size}", our_figures, their_figures, target=2.5)
    around = services.figures._around
    report = services.figures.report(PERIOD)
    parts = list(_parts(report, services))
    said = " ".join(_cells(parts)).split()
    wanted = frozenset(word for word in said if len(word) <= _WHOLE)
    papers = FiguresPapers(services.units, around, services.figures.report)

    def words(pdf: bytes) -> object:
        return sorted(wanted & frozenset(" ".join(page_texts(pdf)).split()))

    def our_paper() -> tuple[Spent, object]:
        choice = PaperChoice(paper="figures_report", size=PaperSize.A4)
        spent, pdf = timed(lambda: papers.job(services.figures.report(PERIOD)).make(choice).data)
        return spent, words(pdf)

    def bare_job() -> bytes:
        bare_figures.numbers(bare, asked)
        return bare_figures.paper(parts, SHEETS[PaperSize.A4])

    def their_paper() -> tuple[Spent, object]:
        spent, pdf = timed(bare_job)
        return spent, words(pdf)

    yield measure(
        f"How we do, 5 years, PDF; {size}", our_paper, their_paper, target=1.5, basis="speed.md"
    )


def _asked(services: Services) -> bare_figures.Asked:
    with services.units.read() as reading:
        calendar = calendar_in(reading, services.figures._around.resources).days
    work, count, day = {}, 0, FIRST
    while day <= TODAY + 30 * _DAY:
        count += calendar.counts(day, DayKind.WORKING)
        work[day.isoformat()] = count
        day += _DAY
    spans = spans_of(FIRST, TODAY, LONDON)
    cases = " ".join(
        f"WHEN acknowledged_at >= '{moment_text(since)}' THEN '+{ahead} minutes'"
        for since, ahead in reversed(spans)
    )
    begins, ends = moments_of(PERIOD, LONDON)
    later = add_months(TODAY + _DAY, -12)
    return bare_figures.Asked(
        first=FIRST.isoformat(),
        last=TODAY.isoformat(),
        today=TODAY.isoformat(),
        begins=moment_text(begins),
        ends=moment_text(ends),
        changes=f"CASE {cases} END",
        ahead={said: _ahead(date.fromisoformat(said)) for said in work},
        work=work,
        minute_ago=FixedClock(TODAY).now().isoformat()[:16],
        later=later.isoformat(),
        earlier=add_months(later, -12).isoformat(),
    )


def _ahead(day: date) -> int:
    """Hours that the clock of the shop is ahead at noon of a day; it changes at night."""
    ahead = FixedClock(day).now().astimezone(LONDON).utcoffset() or timedelta()
    return ahead // timedelta(hours=1)


def told(report: Report) -> dict[str, object]:
    """The figures of a report, laid out as the bare numbers are."""
    figures = {(one.code, one.label): one for part in report.sections for one in part.figures}
    bars = {
        chart.code: [int(bar.value) for bar in chart.bars if bar.value]
        for part in report.sections
        for chart in part.charts
    }

    def of(code: str) -> Figure:
        return figures[code, ""]

    shares = {
        "kept": "kept", "revised": "revised", "told": "told",
        "acknowledged_in_time": "acknowledged",
        "answered_in_time": "answered", "agreed": "agreed", "repeat": "repeat",
        "reopened": "reopened", "content": "content", "with_cause": "with_cause",
        "with_action": "with_action", "returned": "returned", "related": "related",
    }  # fmt: skip
    days = [(f"{one}_median", f"{one}_mean") for one in ("acknowledge", "answer", "resolve")]
    return {
        **{name: (of(code).part, of(code).base) for code, name in shares.items()},
        "lateness": _near(of("lateness").value),
        "undecided": of("undecided").base,
        "waits": {
            label: _near(one.value)
            for (code, label), one in figures.items()
            if code == "reply_median"
        },
        "received": of("received").base,
        "days": [tuple(_near(of(code).value) for code in pair) for pair in days],
        "overdue": of("overdue").base,
        "cost": (int(of("cost").value or 0), of("cost").base),
        "causes": sorted(bars["causes"], reverse=True),
        "abouts": sorted(bars["abouts"], reverse=True),
        "points": bars["satisfaction"],
        "marks": {
            _MARKS.get(code, label): (one.part, one.base)
            for (code, label), one in figures.items()
            if code in _MARKS or code == "element"
        },
        "recommend": _near(of("recommend").value),
        "effort": _near(of("effort_mean").value),
        "times": (bars["weekdays"], bars["hours"]),
    }


def _rounded(found: bare_figures.Numbers) -> dict[str, object]:
    """The bare numbers, as far as they are shown."""
    weekdays, hours = found["times"]
    return {
        **found,
        "lateness": _near(found["lateness"]),
        "waits": {channel: _near(wait) for channel, wait in found["waits"].items()},
        "days": [tuple(map(_near, pair)) for pair in found["days"]],
        "points": [count for _, count in found["points"]],
        "recommend": _near(found["recommend"]),
        "effort": _near(found["effort"]),
        "times": ([count for _, count in weekdays], [count for _, count in hours]),
    }


def _near(value: object) -> float:
    return round(float(value), 6)


def _parts(report: Report, services: Services) -> Iterator[bare_figures.Part]:
    """What stands on the paper of a report: words, tables, bars."""
    phrases = services.figures._around.phrases
    for block in report_blocks(report, "", TODAY, phrases):
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Table):
            yield [list(block.head), *(list(row) for row in block.rows)]
        elif isinstance(block, Chart):
            yield bare_figures.Bars([float(one) for one in block.values], block.labels)
            cells = zip(block.labels, block.shown, strict=True)
            yield [list(block.head[:2]), *(list(pair) for pair in cells)]


def _cells(parts: list[bare_figures.Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, list):
            yield from (cell for row in part for cell in row)
