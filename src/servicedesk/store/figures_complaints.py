# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints that figures count: those that came in a period, counted in SQL.

One that is the same as another is nowhere among them. What depends on the clock of the shop or on
its working days comes grouped, one line for all that are alike.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import Connection

from servicedesk.domain.complaints import About, Finding
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_learning import Effect
from servicedesk.domain.figures import Which
from servicedesk.domain.figures_clock import Spans
from servicedesk.domain.figures_counted import ComplaintsCounted, Judged, Took
from servicedesk.domain.periods import Period
from servicedesk.store.figures_asking import DaysBetween, Values, asked, local_day

Key = TypeVar("Key")
_Waits = tuple[tuple[str, str], ...]
_ENDS = 3
"""Told that we have it, answered, put right."""

_CAME = "c.received_on BETWEEN :first AND :last AND c.stage <> 'duplicate'"
_TOLD = "coalesce({told}, c.decided_on)"
"""The day they were told that we have it: that of the first contact, or of the answer."""

_FIRST_DUE = "coalesce(c.first_due, c.judged_due, c.decide_due)"
_AGAIN = "c.decided_on IS NOT NULL AND c.answered_on IS NOT c.decided_on"
_AGAIN_DUE = f"CASE WHEN {_AGAIN} THEN coalesce(c.judged_due, c.decide_due) END"
_AGAIN_ON = f"CASE WHEN {_AGAIN} THEN c.answered_on END"
_RUNS = "c.stage IN ('received', 'acknowledged', 'investigating', 'waiting_other')"
_OPEN = "c.stage NOT IN ('closed', 'withdrawn', 'duplicate')"
"""The very condition of the partial index of open ones."""

_GIVEN_UP = "c.stage IN ('withdrawn', 'duplicate')"
_ACKNOWLEDGE_OVER = f"""c.acknowledge_due <= :last AND (
  {_TOLD} IS NOT NULL OR c.acknowledge_due < :today AND NOT {_GIVEN_UP})"""
_ANSWER_OVER = f"""{_FIRST_DUE} <= :last AND (
  c.decided_on IS NOT NULL OR {_FIRST_DUE} < :today AND {_RUNS})"""
_ANSWER_IN_TIME = f"""c.decided_on <= {_FIRST_DUE} AND CASE
  WHEN {_AGAIN_DUE} IS NULL THEN 1
  WHEN c.answered_on IS NULL THEN NOT {_RUNS} OR {_AGAIN_DUE} >= :today
  ELSE c.answered_on <= {_AGAIN_DUE} END"""
_AGREED = "c.finding IN ('upheld', 'partly')"
_FOUND = "c.finding IN ('upheld', 'partly', 'not_upheld') AND c.stage <> 'withdrawn'"
_KNOWN = "c.customer_id IS NOT NULL AND c.about IS NOT NULL"
_REPEATED = f"""{_KNOWN} AND EXISTS (
  SELECT 1 FROM complaints o WHERE o.customer_id = c.customer_id AND o.about = c.about
  AND o.received_on BETWEEN date(c.received_on, '-180 days') AND c.received_on
  AND (o.received_on < c.received_on OR o.id < c.id)
  AND o.stage NOT IN ('withdrawn', 'duplicate'))"""
_FINISHED = "c.stage IN ('resolved', 'closed')"
_WITH_ACTION = f"{_FINISHED} AND EXISTS (SELECT 1 FROM actions a WHERE a.complaint_id = c.id)"
_PAID = """(SELECT sum(r.amount_pence) FROM complaint_remedies r
  LEFT JOIN promises p ON p.id = r.promise_id
  WHERE r.complaint_id = c.id AND (r.done_on IS NOT NULL OR p.outcome IN ('kept', 'late')))"""
"""What putting it right cost in money that was given; offers are not among it."""

_COSTED = f"(c.cost_pence IS NOT NULL OR {_PAID} IS NOT NULL)"
_DECIDED = "c.decided_on IS NOT NULL"
_CONTENT = "c.satisfaction BETWEEN 1 AND 5"

CHOICES: Mapping[Which, str] = MappingProxyType(
    {
        Which.RECEIVED: "1",
        Which.ACKNOWLEDGE_DUE: _ACKNOWLEDGE_OVER,
        Which.ACKNOWLEDGED_IN_TIME: f"{_ACKNOWLEDGE_OVER} AND {_TOLD} <= c.acknowledge_due",
        Which.ANSWER_DUE: _ANSWER_OVER,
        Which.ANSWERED_IN_TIME: f"{_ANSWER_OVER} AND {_ANSWER_IN_TIME}",
        Which.ACKNOWLEDGED: f"{_TOLD} IS NOT NULL",
        Which.ANSWERED: _DECIDED,
        Which.RESOLVED: "c.resolved_on IS NOT NULL",
        Which.FOUND: _FOUND,
        Which.AGREED: f"{_AGREED} AND c.stage <> 'withdrawn'",
        Which.KNOWN: _KNOWN,
        Which.REPEATED: _REPEATED,
        Which.DECIDED: _DECIDED,
        Which.REOPENED: f"{_DECIDED} AND c.reopened > 0",
        Which.COSTED: _COSTED,
        Which.FINISHED: _FINISHED,
        Which.WITH_CAUSE: f"{_FINISHED} AND c.main_cause IS NOT NULL",
        Which.WITH_ACTION: _WITH_ACTION,
        Which.CONTENT_SAID: _CONTENT,
        Which.CONTENT: "c.satisfaction BETWEEN 4 AND 5",
        Which.CAUSE: "c.main_cause = :value",
        Which.ABOUT: "c.about = :value",
    }
)
"""What a complaint of a period has, of each choice; ``{told}`` is the day of the first contact."""

OVERDUE = f"{_OPEN} AND {_RUNS} AND c.decide_due < :today"
"""Without an answer past its day, whenever it came."""

_FROM = f"FROM complaints c INDEXED BY ix_complaints_counted WHERE {_CAME}"
_SUMMED = (Which.KNOWN, Which.DECIDED, Which.REOPENED, Which.FINISHED, Which.WITH_CAUSE)
"""What is asked in one pass; what looks into other tables is asked apart."""

_SUMS = f"SELECT count(*), {', '.join(f'sum({CHOICES[one]})' for one in _SUMMED)} {_FROM}"
_COUNT = f"SELECT count(*) {_FROM} AND "
_OVERDUE_COUNT = f"SELECT count(*) FROM complaints c WHERE {OVERDUE}"
_GROUPED = f"SELECT {{column}}, count(*) {_FROM} AND {{wanted}} GROUP BY 1"
_COST = f"""
SELECT count(*), sum(coalesce(cost, 0) + coalesce(paid, 0))
FROM (SELECT c.cost_pence AS cost, {_PAID} AS paid {_FROM})
WHERE cost IS NOT NULL OR paid IS NOT NULL
"""
_ALIKE = """
due <= :last, due < :today, done <= due, done <= :last, again <= :last, again < :today,
  redone <= again, redone <= :last, stopped
"""
"""All that a rule asks of the days of a complaint when it judges whether it was in time."""

_ACKNOWLEDGING = f"""
SELECT c.acknowledge_due AS due, {_TOLD} AS done, NULL AS again, NULL AS redone,
  {_GIVEN_UP} AS stopped, count(*) {_FROM} GROUP BY {_ALIKE}
"""
_ANSWERING = f"""
SELECT {_FIRST_DUE} AS due, c.decided_on AS done, {_AGAIN_DUE} AS again, {_AGAIN_ON} AS redone,
  NOT {_RUNS} AS stopped, count(*) {_FROM} GROUP BY {_ALIKE}
"""
_TOOK = f"""
SELECT c.received_on, {_TOLD}, c.decided_on, c.resolved_on {_FROM} AND NOT EXISTS
  (SELECT 1 FROM complaint_pauses w WHERE w.complaint_id = c.id AND w.until IS NOT NULL)
"""
_WAITED = f"""
SELECT c.id, c.received_on, {_TOLD}, c.decided_on, c.resolved_on, w.from_on, w.until
FROM complaints c INDEXED BY ix_complaints_counted
  CROSS JOIN complaint_pauses w ON w.complaint_id = c.id
WHERE w.until IS NOT NULL AND {_CAME} ORDER BY c.id, w.id
"""
_EFFECTS = """
SELECT coalesce(a.cause, m.main_cause), a.done_on,
  (SELECT count(*) FROM complaints c WHERE c.main_cause = coalesce(a.cause, m.main_cause)
   AND c.received_on >= date(a.done_on, '-90 days') AND c.received_on < a.done_on
   AND c.stage NOT IN ('withdrawn', 'duplicate')),
  (SELECT count(*) FROM complaints c WHERE c.main_cause = coalesce(a.cause, m.main_cause)
   AND c.received_on BETWEEN a.done_on AND date(a.done_on, '+89 days')
   AND c.stage NOT IN ('withdrawn', 'duplicate')), a.id
FROM actions a LEFT JOIN complaints m ON m.id = a.complaint_id
WHERE a.done_on BETWEEN date(:first, '-89 days') AND date(:last, '-89 days')
  AND a.done_on < date(:today, '-89 days') AND coalesce(a.cause, m.main_cause) IS NOT NULL
ORDER BY a.done_on, a.id
"""
_LOOKED_AT = 90
"""Days before and after an action that are held against each other."""


def complaint_ids(
    connection: Connection, which: Which, period: Period, values: Values, spans: Spans
) -> list[tuple[int, str]]:
    """Numbers of complaints and the days they came, the latest first.

    Args:
        connection: reads.
        which: one of ``CHOICES``, or ``OVERDUE``.
        period: that they came in; those that are overdue came whenever.
        values: ``today`` in the shop, and ``value`` where the choice needs one.
        spans: of the clock of the shop.
    """
    found = {"first": period.first, "last": period.last, **values}
    if which is Which.OVERDUE:
        source = f"FROM complaints c WHERE {OVERDUE}"
    else:
        source = f"{_FROM} AND {CHOICES[which]}"
    statement = f"SELECT c.id, c.received_on {source} ORDER BY c.received_on DESC, c.id DESC"
    return asked(connection, _at(statement, spans), found)


def complaints_counted(
    connection: Connection, period: Period, today: date, days: DaysBetween, spans: Spans
) -> ComplaintsCounted:
    """The complaints that came in a period, counted; without customers served.

    Args:
        connection: reads.
        period: both ends with it.
        today: in the shop.
        days: counts working days.
        spans: of the clock of the shop.
    """
    values = {"first": period.first, "last": period.last, "today": today}
    (received, *sums), *_ = asked(connection, _SUMS, values)
    if not received:
        return ComplaintsCounted(
            overdue=_one(connection, _OVERDUE_COUNT, values),
            effects=_effects(connection, values),
        )
    known, decided, reopened, finished, with_cause = (one or 0 for one in sums)
    took = _took(connection, values, days, spans)
    (costed, cost), *_ = asked(connection, _COST, values)
    return ComplaintsCounted(
        received=received,
        acknowledging=_judged(connection, _at(_ACKNOWLEDGING, spans), values),
        answering=_judged(connection, _ANSWERING, values),
        acknowledged=took[0],
        answered=took[1],
        resolved=took[2],
        findings=_by(connection, "c.finding", values, Finding, "c.stage <> 'withdrawn'"),
        known=known,
        repeats=_one(connection, f"{_COUNT}{_REPEATED}", values) if known else 0,
        decided=decided,
        reopened=reopened,
        overdue=_one(connection, _OVERDUE_COUNT, values),
        costed=costed,
        cost_pence=cost or 0,
        finished=finished,
        with_cause=with_cause,
        with_action=_one(connection, f"{_COUNT}{_WITH_ACTION}", values),
        causes=_by(connection, "c.main_cause", values, Cause),
        abouts=_by(connection, "c.about", values, About),
        content=_by(connection, "c.satisfaction", values, int, _CONTENT),
        effects=_effects(connection, values),
    )


def action_ids(connection: Connection, which: Which, values: Values) -> list[tuple[int, str]]:
    """Numbers of actions whose 90 days ended in a period, and the days they were done.

    Args:
        connection: reads.
        which: ACTIONS, or ACTIONS_WORKED for those after which fewer came than before.
        values: ``first`` and ``last`` of the period, and ``today`` in the shop.
    """
    found = [
        (number, done)
        for _, done, before, after, number in asked(connection, _EFFECTS, values)
        if which is Which.ACTIONS or after < before
    ]
    return found[::-1]


def received_between(connection: Connection, period: Period) -> int:
    """How many complaints came in a period."""
    values = {"first": period.first, "last": period.last}
    return _one(connection, f"{_COUNT}1", values)


def _at(statement: str, spans: Spans) -> str:
    """A statement with the day of the first contact, by the clock of the shop."""
    return statement.replace("{told}", local_day("c.acknowledged_at", spans))


def _one(connection: Connection, statement: str, values: Values) -> int:
    (found,), *_ = asked(connection, statement, values)
    return int(found)


def _by(
    connection: Connection,
    column: str,
    values: Values,
    made: Callable[[Any], Key],
    wanted: str = "1",
) -> dict[Key, int]:
    """How many there are of each value of a column."""
    where = f"{column} IS NOT NULL AND {wanted}"
    rows = asked(connection, _GROUPED.format(column=column, wanted=where), values)
    return {made(value): count for value, count in rows}


def _judged(connection: Connection, statement: str, values: Values) -> tuple[Judged, ...]:
    return tuple(
        Judged(
            due=date.fromisoformat(due),
            done_on=_day(done),
            again_due=_day(again),
            again_on=_day(redone),
            is_stopped=bool(stopped),
            count=count,
        )
        for due, done, again, redone, stopped, count in asked(connection, statement, values)
    )


def _took(
    connection: Connection, values: Values, days: DaysBetween, spans: Spans
) -> tuple[tuple[Took, ...], ...]:
    """Until they were told that we have it, until the answer, and until it was put right."""
    rows = asked(connection, _at(_TOOK, spans), values)
    found = tuple(_Alike(days) for _ in range(_ENDS))
    came = itemgetter(0)
    for at, alike in enumerate(found, start=1):
        pairs = Counter(zip(map(came, rows), map(itemgetter(at), rows), strict=True))
        for (first, last), count in pairs.items():
            alike.add(first, last, (), count)
    for _, lines in groupby(asked(connection, _at(_WAITED, spans), values), came):
        kept = list(lines)
        _, first, told, *ends, _, _ = kept[0]
        waits = tuple((row[-2], row[-1]) for row in kept)
        found[0].add(first, told, (), 1)
        for alike, last in zip(found[1:], ends, strict=True):
            alike.add(first, last, waits, 1)
    return tuple(alike.cases() for alike in found)


class _Alike:
    """Complaints that took as many working days, with or without waiting, put together.

    Args:
        days: counts working days.
    """

    def __init__(self, days: DaysBetween) -> None:
        self._days = days
        self._found: dict[Hashable, list[Any]] = {}

    def add(self, first: str, last: str | None, waits: _Waits, count: int) -> None:
        """Put so many more to those that are alike; those that are not done are none."""
        if last is None:
            return
        key: Hashable = self._days(first, last)
        if waits:
            is_plain = all(one[1] <= then[0] for one, then in pairwise(waits))
            key = (self._waited(first, last, waits), True) if is_plain else (first, last, waits)
        alike = self._found.get(key)
        if alike is None:
            self._found[key] = [count, first, last, waits]
        else:
            alike[0] += count

    def _waited(self, first: str, last: str, waits: _Waits) -> int:
        """Working days that it took without those of waits that do not overlap."""
        waited = (self._days(max(after, first), min(until, last)) for after, until in waits)
        return self._days(first, last) - sum(waited)

    def cases(self) -> tuple[Took, ...]:
        """One of each sort, and how many there are."""
        made = date.fromisoformat
        return tuple(
            Took(
                first=made(first),
                last=made(last),
                waits=tuple((made(after), made(until)) for after, until in waits),
                count=count,
            )
            for count, first, last, waits in self._found.values()
        )


def _effects(connection: Connection, values: Values) -> tuple[Effect, ...]:
    return tuple(
        Effect(cause=Cause(cause), before=before, after=after, days=_LOOKED_AT)
        for cause, _, before, after, _ in asked(connection, _EFFECTS, values)
    )


def _day(said: str | None) -> date | None:
    return None if said is None else date.fromisoformat(said)
