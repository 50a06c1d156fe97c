# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bare limit of "How we do": the driver alone and SQL by hand; ReportLab alone for its paper.

The numbers are the same, and so are the tables and the bars. Nothing here imports the program. The
number of each working day is known beforehand.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from statistics import median
from typing import Any, NamedTuple

from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
from sqlcipher3 import dbapi2

Numbers = dict[str, object]


class Asked(NamedTuple):
    """What the numbers are wanted of.

    Args:
        first, last: the days of the period.
        today: in the shop.
        begins, ends: the moments of the period, in UTC.
        changes: SQL for the clock of the shop: minutes ahead at a moment ``{at}``.
        ahead: hours ahead by day, for the hours of contacts.
        work: number of each working day, by day.
        minute_ago: a minute in UTC.
        later, earlier: the first days of the last twelve months, and of those before.
    """

    first: str
    last: str
    today: str
    begins: str
    ends: str
    changes: str
    ahead: Mapping[str, int]
    work: Mapping[str, int]
    minute_ago: str
    later: str
    earlier: str


_KEPT = """
SELECT sum(outcome = 'kept'), sum(outcome = 'kept' AND is_revised = 1) FROM promises
WHERE due_on BETWEEN ? AND ? AND binned_at IS NULL AND counts_on IS NULL
"""
_MISSED = """
SELECT outcome, due_on, ended_on, is_revised, told_on <= due_on FROM promises
WHERE due_on BETWEEN ? AND ? AND outcome IN ('late', 'broken') AND binned_at IS NULL
  AND counts_on IS NULL
"""
_OVERDUE = """
SELECT count(*) FROM promises WHERE outcome IS NULL AND binned_at IS NULL
  AND due_on BETWEEN ? AND ? AND due_on < ?
"""
_WAITS = """
SELECT channel, answered_minutes, count(*) FROM contacts
WHERE at >= ? AND at < ? AND is_incoming = 1 AND binned_at IS NULL
  AND answered_minutes IS NOT NULL GROUP BY 1, 2
"""
_HOURS = """
SELECT substr(at, 1, 13), count(*) FROM contacts
WHERE at >= ? AND at < ? AND is_incoming = 1 AND binned_at IS NULL GROUP BY 1
"""
_CAME = "FROM complaints c WHERE c.received_on BETWEEN ? AND ? AND c.stage <> 'duplicate'"
_SUMS = f"""
SELECT count(*), sum(customer_id IS NOT NULL AND about IS NOT NULL), sum(decided_on IS NOT NULL),
  sum(decided_on IS NOT NULL AND reopened > 0), sum(stage IN ('resolved', 'closed')),
  sum(stage IN ('resolved', 'closed') AND main_cause IS NOT NULL),
  sum(finding IN ('upheld', 'partly') AND stage <> 'withdrawn'),
  sum(finding IN ('upheld', 'partly', 'not_upheld') AND stage <> 'withdrawn'),
  sum(satisfaction BETWEEN 1 AND 5), sum(satisfaction BETWEEN 4 AND 5) {_CAME}
"""
_ACKNOWLEDGED = f"""
SELECT count(*), sum(done <= due) FROM (
  SELECT acknowledge_due AS due, stage, date(acknowledged_at, {{changes}}) AS done {_CAME})
WHERE due <= ? AND (done IS NOT NULL OR due < ? AND stage <> 'withdrawn')
"""
_ANSWERED = f"""
SELECT count(*), sum(decided_on <= due) FROM (
  SELECT coalesce(first_due, judged_due, decide_due) AS due, stage, decided_on {_CAME})
WHERE due <= ? AND (decided_on IS NOT NULL OR due < ?
  AND stage IN ('received', 'acknowledged', 'investigating', 'waiting_other'))
"""
_DAYS = f"""
SELECT id, received_on, date(acknowledged_at, {{changes}}), decided_on, resolved_on {_CAME}
"""
_PAUSES = "SELECT complaint_id, from_on, until FROM complaint_pauses WHERE until IS NOT NULL"
_REPEATS = f"""
SELECT count(*) {_CAME} AND c.customer_id IS NOT NULL AND c.about IS NOT NULL AND EXISTS (
  SELECT 1 FROM complaints o WHERE o.customer_id = c.customer_id AND o.about = c.about
  AND o.received_on BETWEEN date(c.received_on, '-180 days') AND c.received_on
  AND (o.received_on < c.received_on OR o.id < c.id)
  AND o.stage NOT IN ('withdrawn', 'duplicate'))
"""
_ACTIONS = f"""
SELECT count(*) {_CAME} AND c.stage IN ('resolved', 'closed')
  AND EXISTS (SELECT 1 FROM actions a WHERE a.complaint_id = c.id)
"""
_COST = f"""
SELECT count(*), sum(coalesce(cost, 0) + coalesce(paid, 0)) FROM (
  SELECT cost_pence AS cost, (SELECT sum(r.amount_pence) FROM complaint_remedies r
    WHERE r.complaint_id = c.id AND r.done_on IS NOT NULL) AS paid {_CAME})
WHERE cost IS NOT NULL OR paid IS NOT NULL
"""
_OPEN = """
SELECT count(*) FROM complaints WHERE stage NOT IN ('closed', 'withdrawn', 'duplicate')
  AND stage IN ('received', 'acknowledged', 'investigating', 'waiting_other') AND decide_due < ?
"""
_POINTS = """
SELECT satisfaction, count(*) FROM feedback INDEXED BY ix_feedback_scored
WHERE given_on BETWEEN ? AND ? AND binned_at IS NULL GROUP BY given_on, satisfaction
"""
_GOOD = {
    "recommendation": 9,
    "effort": 5,
    "handled_overall": 4,
    **dict.fromkeys(("timeliness", "appearance", "courtesy", "quality_efficiency"), 4),
    **dict.fromkeys(("ease", "problem_solving"), 4),
}
_EACH = (
    f"count(*) FILTER (WHERE {name} >= {least}), count({name})" for name, least in _GOOD.items()
)
_MARKS = f"""
SELECT {", ".join(_EACH)},
  count(*) FILTER (WHERE recommendation <= 6), sum(effort)
FROM feedback INDEXED BY ix_feedback_scored WHERE given_on BETWEEN ? AND ? AND binned_at IS NULL
"""
_AGAIN = """
SELECT count(*), sum(EXISTS (SELECT 1 FROM customer_visits w
  WHERE w.customer_id = v.customer_id AND w.day BETWEEN ? AND ?))
FROM (SELECT DISTINCT customer_id FROM customer_visits WHERE day >= ? AND day < ?) v
"""
_MORE = "SELECT count(*), sum(bought_else) FROM customer_visits WHERE day BETWEEN ? AND ?"


def numbers(connection: dbapi2.Connection, asked: Asked) -> Numbers:
    """All numbers of a period."""

    def ask(statement: str, *values: str) -> list[Any]:
        found = statement.replace("{changes}", asked.changes)
        return connection.execute(found, values).fetchall()

    span, work = (asked.first, asked.last), asked.work
    ((kept, revised),) = ask(_KEPT, *span)
    missed = ask(_MISSED, *span)
    late = [row for row in missed if row[0] == "late"]
    ((received, known, decided, reopened, finished, caused, agreed, ruled, said, content),) = ask(
        _SUMS, *span
    )
    ((noted, cost),) = ask(_COST, *span)
    points: Counter[int] = Counter()
    for point, count in ask(_POINTS, *span):
        points[point] += count
    ((*marks, against, ease),) = ask(_MARKS, *span)
    ((active, again),) = ask(_AGAIN, asked.later, asked.last, asked.earlier, asked.later)
    ((visits, more),) = ask(_MORE, *span)
    return {
        "kept": (kept, kept + len(missed)),
        "revised": (revised + sum(row[3] for row in missed), kept + len(missed)),
        "lateness": sum(work[row[2]] - work[row[1]] for row in late) / len(late),
        "told": (sum(row[4] or 0 for row in missed), len(missed)),
        "undecided": ask(_OVERDUE, *span, asked.today)[0][0],
        "waits": _waits(ask(_WAITS, asked.begins, asked.ends)),
        "received": received,
        "acknowledged": ask(_ACKNOWLEDGED, *span, asked.last, asked.today)[0][::-1],
        "answered": ask(_ANSWERED, *span, asked.last, asked.today)[0][::-1],
        "days": _lengths(ask(_DAYS, *span), ask(_PAUSES), work),
        "agreed": (agreed, ruled),
        "repeat": (ask(_REPEATS, *span)[0][0], known),
        "reopened": (reopened, decided),
        "overdue": ask(_OPEN, asked.today)[0][0],
        "cost": (cost, noted),
        "content": (content, said),
        "with_cause": (caused, finished),
        "with_action": (ask(_ACTIONS, *span)[0][0], finished),
        "causes": _groups(ask(f"SELECT main_cause, count(*) {_CAME} GROUP BY 1", *span)),
        "abouts": _groups(ask(f"SELECT about, count(*) {_CAME} GROUP BY 1", *span)),
        "points": sorted(points.items()),
        "marks": dict(zip(_GOOD, zip(marks[::2], marks[1::2], strict=True), strict=True)),
        "recommend": 100 * (marks[0] - against) / marks[1],
        "effort": ease / marks[3],
        "returned": (again, active),
        "related": (more, visits),
        "times": _times(ask(_HOURS, asked.begins, asked.ends), asked.ahead),
    }


def _groups(rows: Iterable[tuple[str | None, int]]) -> list[int]:
    return sorted((count for value, count in rows if value is not None), reverse=True)


def _waits(rows: Iterable[tuple[str, int, int]]) -> dict[str, float]:
    found: dict[str, list[int]] = {}
    for channel, minutes, count in rows:
        found.setdefault(channel, []).extend([minutes] * count)
    return {channel: median(waits) for channel, waits in found.items()}


def _lengths(
    rows: Iterable[tuple[Any, ...]], pauses: Iterable[tuple[int, str, str]], work: Mapping[str, int]
) -> list[tuple[float, float]]:
    """Middle and mean of the working days until the first word, the answer, and the end."""
    waited = {number: (after, until) for number, after, until in pauses}
    found: list[list[int]] = [[], [], []]
    for number, came, *ends in rows:
        begun, wait = work[came], waited.get(number)
        for at, end in enumerate(ends):
            if end is not None:
                took = work[end] - begun
                if wait is not None and at:
                    after, until = max(wait[0], came), min(wait[1], end)
                    took -= max(work[until] - work[after], 0)
                found[at].append(took)
    return [(median(one), sum(one) / len(one)) for one in found]


def _times(rows: Iterable[tuple[str, int]], ahead: Mapping[str, int]) -> tuple[object, object]:
    days: Counter[int] = Counter()
    hours: Counter[int] = Counter()
    for said, count in rows:
        at = datetime.fromisoformat(f"{said}:00")
        days[date(at.year, at.month, at.day).weekday()] += count
        hours[at.hour + ahead[said[:10]]] += count
    return sorted(days.items()), sorted(hours.items())


class Bars(NamedTuple):
    """A chart.

    Args:
        values: one for each bar.
        labels: what each is of.
    """

    values: Sequence[float]
    labels: Sequence[str]


Part = str | Bars | list[list[str]]
"""A paragraph, a chart, or the rows of a table."""


def paper(parts: Sequence[Part], size: tuple[float, float]) -> bytes:
    """The same paragraphs, tables and bars by Platypus alone."""
    plain = ParagraphStyle("plain", fontName="NotoSans-Regular", fontSize=10.5, leading=15)
    cell = ParagraphStyle("cell", parent=plain, fontSize=9.66, leading=13)
    side, width = 68.0, size[0]
    target = BytesIO()
    document = SimpleDocTemplate(
        target, pagesize=size, leftMargin=side, rightMargin=side, topMargin=66, bottomMargin=64,
        lang="en-GB", initialFontName="NotoSans-Regular", pageCompression=1,
    )  # fmt: skip
    story: list[object] = []
    for part in parts:
        if isinstance(part, str):
            story.append(Paragraph(part, plain))
        elif isinstance(part, Bars):
            story.append(_drawn(part, width - 2 * side))
        else:
            cells = [[Paragraph(text, cell) for text in row] for row in part]
            wide = [(width - 2 * side) / len(part[0])] * len(part[0])
            lines = [("LINEBELOW", (0, 0), (-1, -1), 0.6, "#DDD8CC")]
            story.append(Table(cells, colWidths=wide, style=lines, repeatRows=1))
    document.build(story)
    return target.getvalue()


def _drawn(bars: Bars, width: float) -> Drawing:
    drawing = Drawing(width, 16 * len(bars.values))
    most = max(bars.values) or 1
    for at, (value, label) in enumerate(zip(bars.values, bars.labels, strict=True)):
        drawing.add(Rect(width / 3, 16 * at, width / 2 * value / most, 12))
        drawing.add(String(0, 16 * at, label, fontName="NotoSans-Regular", fontSize=9))
    return drawing
