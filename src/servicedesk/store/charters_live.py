# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the live charter is counted from: versions that were on the wall, and their cases."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, exists, false, func, or_, select, text

from servicedesk.domain.charters import CharterStatus
from servicedesk.domain.charters_live_binding import InForce
from servicedesk.domain.charters_live_counting import (
    ComplaintCase,
    ContactCase,
    PromiseCase,
    RefundCase,
)
from servicedesk.domain.complaints_file import RemedyKind
from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.periods import Period
from servicedesk.domain.promises import Due
from servicedesk.domain.standards_data import standard_from_data
from servicedesk.store.charters import charter_versions, service_standards
from servicedesk.store.complaints import complaints
from servicedesk.store.complaints_parts import complaint_pauses, complaint_remedies
from servicedesk.store.contacts import contacts
from servicedesk.store.feedback import feedback
from servicedesk.store.promises import promises
from servicedesk.store.settled import settled

Owned = tuple[int, str]
"""The row of a version of the charter and the key of a standard: whose a promise is."""

_TABLES = frozenset({charter_versions.name, service_standards.name})
_ONE_DAY = timedelta(days=1)
_PROMISES = promises.c
# Written out, because a partial index serves only a query that names its very condition.
_KEPT_PROMISE = text("promises.binned_at IS NULL")
_WITH_STANDARD = text("promises.standard_key <> ''")
_CAME = text("contacts.is_incoming = 1 AND contacts.binned_at IS NULL")
_REFUNDS = (RemedyKind.REFUND_FULL, RemedyKind.REFUND_PART)
_WORST, _GOOD, _BEST = 1, 4, 5


def versions_in_force(connection: Connection) -> tuple[InForce, ...]:
    """Every version that was ever on the wall with its standards, newest first.

    The one that is on the wall now has no last day.
    """
    return settled(connection, "in force", _TABLES, lambda: tuple(_versions(connection)))


def _versions(connection: Connection) -> Iterator[InForce]:
    versions, standards = charter_versions.c, service_standards.c
    rows = connection.execute(
        select(
            versions.id,
            versions.number,
            versions.status,
            versions.published_on,
            versions.ended_on,
            standards.body,
        )
        .join(service_standards, standards.charter_version_id == versions.id)
        # A number is at least 1: named, so that the index of the numbers is searched.
        .where(versions.number > 0, versions.published_on.is_not(None))
        .order_by(versions.number.desc(), standards.position)
    )
    kept: dict[int, InForce] = {}
    for row in rows:
        version = kept.get(row.id)
        if version is None:
            last = row.ended_on
            if last is not None and row.status is CharterStatus.SUPERSEDED:
                last -= _ONE_DAY  # that day is the next one's already
            version = InForce(
                id=row.id, number=row.number, first=row.published_on, last=last, standards=()
            )
        standard = standard_from_data(json.loads(row.body))
        kept[row.id] = replace(version, standards=(*version.standards, standard))
    return iter(kept.values())


def promise_counts(connection: Connection, period: Period) -> dict[Owned, list[PromiseCase]]:
    """The promises of a period that follow a standard, by version and standard.

    Those that ended alike are counted as one case; each open one stands by itself.

    Args:
        connection: reads the file.
        period: with the days they are judged by.
    """
    found: dict[Owned, list[PromiseCase]] = {}
    for which in _due_within(period):
        for row in connection.execute(
            select(
                _PROMISES.charter_version_id,
                _PROMISES.standard_key,
                _PROMISES.outcome,
                _PROMISES.is_revised,
                func.count().label("alike"),
            )
            .where(which, *_FOLLOWS, _PROMISES.outcome.is_not(None))
            .group_by(
                _PROMISES.charter_version_id,
                _PROMISES.standard_key,
                _PROMISES.outcome,
                _PROMISES.is_revised,
            )
        ):
            case = PromiseCase(
                id=0,
                due=Due(day=period.last),
                outcome=row.outcome,
                is_revised=row.is_revised,
                count=row.alike,
            )
            found.setdefault((row.charter_version_id, row.standard_key), []).append(case)
    for owned, case in _promises(connection, period, _PROMISES.outcome.is_(None)):
        found.setdefault(owned, []).append(case)
    return found


def promise_cases(
    connection: Connection, period: Period, key: str, version_ids: Collection[int]
) -> tuple[PromiseCase, ...]:
    """The promises of a period that follow one standard, each by itself."""
    mine = (_PROMISES.standard_key == key, _PROMISES.charter_version_id.in_(version_ids))
    return tuple(case for _, case in _promises(connection, period, *mine))


def newest_promises(
    connection: Connection, period: Period, key: str, most: int
) -> tuple[PromiseCase, ...]:
    """The promises due in a period that follow a standard, whatever the version, newest first.

    Args:
        connection: reads the file.
        period: with the days they are due.
        key: of the standard.
        most: how many.
    """
    due = _PROMISES.due_on
    rows = connection.execute(
        _CASES.where(*_FOLLOWS, _PROMISES.standard_key == key)
        .where(due.between(period.first, period.last))
        .order_by(due.desc())
        .limit(most)
    )
    return tuple(map(_promise, rows))


_FOLLOWS = (
    _WITH_STANDARD,
    _PROMISES.charter_version_id.is_not(None),
    _KEPT_PROMISE,
)


def _due_within(period: Period) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """By the day they are due, or by the one that counts where it was moved too late."""
    straight = and_(
        _PROMISES.due_on.between(period.first, period.last), _PROMISES.counts_on.is_(None)
    )
    return straight, _PROMISES.counts_on.between(period.first, period.last)


def _promises(
    connection: Connection, period: Period, *which: ColumnElement[bool]
) -> Iterator[tuple[Owned, PromiseCase]]:
    for within in _due_within(period):
        for row in connection.execute(_CASES.where(within, *_FOLLOWS, *which)):
            yield (row.charter_version_id, row.standard_key), _promise(row)


def _promise(row: Row[*tuple[Any, ...]]) -> PromiseCase:
    at = row.due_at if row.counts_on is None else row.counts_at
    return PromiseCase(
        id=row.id,
        due=Due(day=row.judged_on, at=at),
        outcome=row.outcome,
        is_revised=row.is_revised,
        start=row.allowance_start,
        ended_on=row.ended_on,
        ended_at=row.ended_at,
    )


_CASES = select(
    _PROMISES.id,
    _PROMISES.charter_version_id,
    _PROMISES.standard_key,
    func.coalesce(_PROMISES.counts_on, _PROMISES.due_on).label("judged_on"),
    _PROMISES.counts_on,
    _PROMISES.counts_at,
    _PROMISES.due_at,
    _PROMISES.outcome,
    _PROMISES.is_revised,
    _PROMISES.allowance_start,
    _PROMISES.ended_on,
    _PROMISES.ended_at,
)


def contact_cases(
    connection: Connection,
    begin: datetime,
    end: datetime,
    channels: Collection[Channel],
    owned: Sequence[Owned],
    most: int | None = None,
) -> tuple[ContactCase, ...]:
    """Customers who came to us on some channels and had, or await, an answer, newest first.

    Those that became a promise which follows one of the standards are left to that promise.

    Args:
        connection: reads the file.
        begin: from when on they came, in UTC.
        end: before when they came.
        channels: on which.
        owned: of promises that are counted by themselves.
        most: how many; None for all.
    """
    kept = contacts.c
    known = or_(kept.answered_minutes.is_not(None), kept.next_on.is_not(None))
    rows = connection.execute(
        select(
            kept.id,
            kept.at,
            kept.channel,
            kept.answered_minutes,
            kept.next_on,
            kept.answered_on,
            kept.promise_id,
        )
        .where(kept.at >= begin, kept.at < end, kept.channel.in_(channels), known)
        .where(_CAME)
        .where(~_is_counted_promise(kept.promise_id, owned))
        .order_by(kept.at.desc(), kept.id.desc())
        .limit(most)
    )
    return tuple(
        ContactCase(
            id=row.id,
            at=row.at,
            channel=row.channel,
            answered_minutes=row.answered_minutes,
            next_on=row.next_on,
            answered_on=row.answered_on,
            has_promise=row.promise_id is not None,
        )
        for row in rows
    )


def complaint_cases(
    connection: Connection, period: Period, most: int | None = None
) -> tuple[tuple[int | None, Channel, ComplaintCase], ...]:
    """The complaints received in a period, newest first.

    Args:
        connection: reads the file.
        period: in which they came.
        most: how many; None for all.

    Returns:
        The row of the version that each keeps (None for before there was one), its channel, and
        its days.
    """
    kept, pauses = complaints.c, complaint_pauses.c
    rows = connection.execute(
        select(
            kept.id,
            kept.charter_version_id,
            kept.channel,
            kept.received_at,
            kept.stage,
            kept.acknowledge_due,
            kept.acknowledged_at,
            func.coalesce(kept.first_due, kept.judged_due, kept.decide_due).label("answer_due"),
            kept.decided_on,
            exists().where(pauses.complaint_id == kept.id).label("has_waited"),
        )
        .where(kept.received_on.between(period.first, period.last))
        .order_by(kept.received_on.desc(), kept.id.desc())
        .limit(most)
    )
    return tuple(
        (
            row.charter_version_id,
            row.channel,
            ComplaintCase(
                id=row.id,
                received_at=row.received_at,
                stage=row.stage,
                acknowledge_due=row.acknowledge_due,
                acknowledged_at=row.acknowledged_at,
                decide_due=row.answer_due,
                decided_on=row.decided_on,
                has_waited=row.has_waited,
            ),
        )
        for row in rows
    )


def refund_cases(
    connection: Connection, period: Period, owned: Sequence[Owned]
) -> tuple[tuple[int | None, RefundCase], ...]:
    """The refunds of complaints received in a period, with the version each complaint keeps.

    Those whose promise follows one of the standards are left to that promise.

    Args:
        connection: reads the file.
        period: in which the complaints came.
        owned: of promises that are counted by themselves.
    """
    kept, remedies = complaints.c, complaint_remedies.c
    agreed = func.coalesce(_PROMISES.made_on, kept.decided_on, kept.received_on)
    rows = connection.execute(
        select(
            kept.id,
            kept.charter_version_id,
            agreed.label("agreed_on"),
            func.coalesce(remedies.done_on, _PROMISES.ended_on).label("paid_on"),
            _PROMISES.outcome,
        )
        .join(complaint_remedies, remedies.complaint_id == kept.id)
        .outerjoin(promises, _PROMISES.id == remedies.promise_id)
        .where(kept.received_on.between(period.first, period.last))
        .where(remedies.kind.in_(_REFUNDS))
        .where(~_is_counted_promise(remedies.promise_id, owned))
        .order_by(kept.received_on, kept.id)
    )
    return tuple(
        (
            row.charter_version_id,
            RefundCase(
                complaint_id=row.id,
                agreed_on=row.agreed_on,
                done_on=row.paid_on,
                outcome=row.outcome,
            ),
        )
        for row in rows
    )


Answers = dict[Element | None, tuple[int, int]]
"""What was asked (None for whether they were satisfied) -> answers of 4 or 5, all answers."""


def answers_by_day(connection: Connection, period: Period) -> dict[date, Answers]:
    """Answers of 1 to 5 that were given in a period, by day."""
    asked: dict[Element | None, ColumnElement[int]] = {None: feedback.c.satisfaction}
    asked |= {element: feedback.c[element.value] for element in Element}
    columns: list[ColumnElement[int]] = []
    for column in asked.values():
        columns += (
            func.coalesce(func.sum(func.iif(column.between(_GOOD, _BEST), 1, 0)), 0),
            func.coalesce(func.sum(func.iif(column.between(_WORST, _BEST), 1, 0)), 0),
        )
    rows = connection.execute(
        select(feedback.c.given_on, *columns)
        .where(
            feedback.c.given_on.between(period.first, period.last),
            text("feedback.binned_at IS NULL"),
        )
        .group_by(feedback.c.given_on)
    )
    return {
        day: {
            what: (int(numbers[2 * place]), int(numbers[2 * place + 1]))
            for place, what in enumerate(asked)
        }
        for day, *numbers in rows
    }


def _is_counted_promise(
    promise_id: ColumnElement[int], owned: Sequence[Owned]
) -> ColumnElement[bool]:
    """Whether a promise is one that is counted by itself."""
    if not owned:
        return false()
    inner = promises.alias()
    return exists().where(
        inner.c.id == promise_id,
        inner.c.standard_key.in_({key for _, key in owned}),
        inner.c.charter_version_id.in_({version_id for version_id, _ in owned}),
        inner.c.binned_at.is_(None),
    )
