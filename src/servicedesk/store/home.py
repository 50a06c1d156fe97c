# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today asks of the file, in as few statements as can be, straight to the driver.

It is what every start waits for, and what is read again after each change.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from servicedesk.domain.calendars import Closure, Nation
from servicedesk.domain.calendars_kept import ClosureCard, HolidaySource
from servicedesk.domain.charters import CharterStatus
from servicedesk.domain.customers import Channel
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due
from servicedesk.domain.routines import RoutinesSeen
from servicedesk.domain.samples import SampleSeen
from servicedesk.domain.today import CharterHead
from servicedesk.domain.today_complaints import AlikeCount, QuietFact
from servicedesk.domain.today_rows import OpenItem
from servicedesk.store.asking import ask
from servicedesk.store.home_complaints import (
    ALIKE,
    COMPLAINTS,
    QUIET,
    QUIET_PARTS,
    alike_count,
    complaint_due,
    quiet_fact,
)
from servicedesk.store.home_feedback import FEEDBACK, FEEDBACK_QUIET
from servicedesk.store.home_improving import ACTIONS, IMPROVING_QUIET, ROUTINES, routines_seen
from servicedesk.store.home_privacy import PRIVACY, PrivacyRead, privacy_read
from servicedesk.store.home_samples import SAMPLES, samples_seen
from servicedesk.store.types import Moment

_MOMENT = Moment()
_CHANNELS = {channel.value: channel for channel in Channel}
_ROWS = (
    *(Kind.PROMISE, Kind.COMPLAINT, Kind.CONTACT, Kind.CUSTOMER, Kind.FEEDBACK),
    Kind.ACTION,
)
_KINDS = {kind.value: kind for kind in _ROWS}
_BEING_WRITTEN = frozenset({CharterStatus.DRAFT.value, CharterStatus.APPROVED.value})

# A plus before each value keeps it from the planner of SQLite: else a statement is planned anew for
# every value, which takes ten times as long as reading what is open.
_HEADS = """
SELECT number, status, effective_from, review_by, answers FROM charter_versions
WHERE status = 'published' OR number = (SELECT max(number) FROM charter_versions)
ORDER BY number DESC
"""
_MOMENTS = f"""
SELECT (SELECT at FROM journal ORDER BY id DESC LIMIT 1), (SELECT max(saved_at) FROM drafts),
  (SELECT max(saved_at) FROM drafts WHERE form = 'charter'),
  EXISTS (SELECT id FROM opening_hours), EXISTS (SELECT id FROM customers),
  {SAMPLES}, {ROUTINES}, {PRIVACY}
"""
_SHUT = f"""
SELECT 0, id, first, last, reason FROM closures WHERE last >= +?
UNION ALL
SELECT 1, id, day, day, name FROM bank_holidays
WHERE nation = +? AND source <> '{HolidaySource.REMOVED.value}'
"""
# In each: part, id, text, day, minute, customer's number, name, what to remember, who, made on,
# channel, job, what it waits for, out of sight until, more.
_OF_PROMISES = """
SELECT 'promise', p.id, p.text, p.due_on, p.due_at, p.customer_id, coalesce(c.shown_name, ''),
  coalesce(c.remember, ''), p.promiser, p.made_on, p.channel, p.job_ref, p.waiting_for,
  p.snoozed_until, iif(p.kind = 'remedy', 'remedy', NULL)
FROM promises AS p LEFT JOIN customers AS c ON c.id = p.customer_id
WHERE p.outcome IS NULL AND p.binned_at IS NULL AND p.due_on
"""
_OPEN = f"""
{_OF_PROMISES} <= +?1
UNION ALL {_OF_PROMISES} > +?1 AND p.waiting_for <> ''
UNION ALL {_OF_PROMISES} > +?1 AND p.customer_id IS NULL
UNION ALL
SELECT 'contact', w.id, w.text, w.next_on, NULL, w.customer_id, coalesce(c.shown_name, ''),
  coalesce(c.remember, ''), w.by_whom, NULL, w.channel, '', '', NULL,
  NULL
FROM contacts AS w LEFT JOIN customers AS c ON c.id = w.customer_id
WHERE w.next_on IS NOT NULL AND w.answered_on IS NULL AND w.promise_id IS NULL
  AND w.binned_at IS NULL AND w.next_on <= +?1
UNION ALL
SELECT 'customer', c.id, '', n.review_on, NULL, c.id, c.shown_name, c.remember, '', NULL, NULL, '',
  '', NULL, NULL
FROM support_needs AS n CROSS JOIN customers AS c ON c.id = n.customer_id
WHERE n.review_on <= +?2 AND c.binned_at IS NULL
UNION ALL
SELECT 'customer', c.id, '', n.ends_on, NULL, c.id, c.shown_name, c.remember, '', NULL, NULL, '',
  '', NULL, NULL
FROM safety_notes AS n CROSS JOIN customers AS c ON c.id = n.customer_id
WHERE n.ends_on <= +?2 AND c.binned_at IS NULL
"""
_THINGS = " UNION ALL ".join(
    (
        *(_OPEN, COMPLAINTS, FEEDBACK, ACTIONS),
        *(f"SELECT * FROM ({one})" for one in (*QUIET_PARTS, FEEDBACK_QUIET, *IMPROVING_QUIET)),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """When something was last written.

    Args:
        changed_at: anything, a half-typed form too, in UTC; None when nothing ever was.
        charter_saved_at: something of the charter that is being typed, or None.
        has_hours: whether opening hours are kept at all.
        has_customers: whether there is any customer.
        samples: what there is of sample weeks.
        routines: what there is of checks and reviews.
        privacy: open requests and breaches.
    """

    changed_at: datetime | None
    charter_saved_at: datetime | None
    has_hours: bool
    has_customers: bool
    samples: SampleSeen
    routines: RoutinesSeen
    privacy: PrivacyRead


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenThings:
    """What is open.

    Args:
        items: rows of Today, and reviews that are due.
        quiet: what of complaints and feedback can wait for a quiet hour.
        alike: what the newest complaints are about and what went wrong, with how many there are.
    """

    items: tuple[OpenItem, ...]
    quiet: tuple[QuietFact, ...]
    alike: tuple[AlikeCount, ...]


def charter_heads(connection: Connection) -> tuple[CharterHead, ...]:
    """The newest version and the published one, newest first; one row when they are the same."""
    return tuple(
        CharterHead(
            number=number,
            is_published=status == CharterStatus.PUBLISHED.value,
            is_draft=status in _BEING_WRITTEN,
            effective_from=_day(effective_from),
            review_by=_day(review_by),
            pages_read=len(json.loads(answers).get("read_pages", ())),
        )
        for number, status, effective_from, review_by, answers in ask(connection, _HEADS)
    )


def moments(connection: Connection) -> Moments:
    """When something was last written, and what there is of sample weeks, in one statement."""
    (row,) = ask(connection, _MOMENTS)
    *times, has_hours, has_customers, asked, newest, week, routines, privacy = row
    step, draft, charter = (None if at is None else _MOMENT.out_of_file(at) for at in times)
    return Moments(
        changed_at=max((at for at in (step, draft) if at is not None), default=None),
        charter_saved_at=charter,
        has_hours=bool(has_hours),
        has_customers=bool(has_customers),
        samples=samples_seen((asked, newest, week)),
        routines=routines_seen(routines),
        privacy=privacy_read(privacy),
    )


def days_shut(
    connection: Connection, today: date, nation: Nation
) -> tuple[tuple[ClosureCard, ...], frozenset[date]]:
    """Closures that have not ended, by their last day, and a nation's bank holidays as kept.

    Those that the owner took out are no holidays. Both come in one statement.
    """
    holidays = []
    shut = []
    rows = ask(connection, _SHUT, (today.isoformat(), nation.value))
    for is_holiday, number, first, last, reason in rows:
        if is_holiday:
            holidays.append(date.fromisoformat(first))
        else:
            days = Closure(first=date.fromisoformat(first), last=date.fromisoformat(last))
            shut.append(ClosureCard(id=number, days=days, reason=reason))
    shut.sort(key=lambda card: (card.days.last, card.id))
    return tuple(shut), frozenset(holidays)


def open_things(
    connection: Connection, today: date, until: date, reviews_until: date, alike_since: date
) -> OpenThings:
    """What is open, in one statement that reads nothing of what is closed.

    Promises that are due up to a day, wait for others, or have no customer; complaints on which
    something is due up to that day, that wait, or that go first; enquiries and low marks to be
    followed up that are due up to that day; support needs and safety notes to be looked at again.

    Args:
        connection: reads the file.
        today: in the shop.
        until: the last due day that counts.
        reviews_until: the last day of a review that counts.
        alike_since: the first day on which complaints came that are looked at for what they share.
    """
    days = (until, reviews_until, today, alike_since)
    rows = ask(connection, _THINGS, [day.isoformat() for day in days])
    items: dict[tuple[str, int], OpenItem] = {}
    quiet, alike = [], []
    for row in rows:
        part, number, text, day = row[:4]
        if part == QUIET:
            quiet.append(quiet_fact(number, text, day, row[-1]))
        elif part == ALIKE:
            alike.append(alike_count(row[-1]))
        else:  # what waits for others and has no customer comes twice
            items[part, number] = _item(*row)
    return OpenThings(items=tuple(items.values()), quiet=tuple(quiet), alike=tuple(alike))


def _item(
    kind: str,
    number: int,
    text: str,
    day: str,
    at: str | None,
    customer_id: int | None,
    customer: str,
    remember: str,
    by: str,
    made_on: str | None,
    channel: str | None,
    job_ref: str,
    waiting_for: str,
    snoozed_until: str | None,
    more: str | None,
) -> OpenItem:
    on = date.fromisoformat(day)
    is_complaint, is_action = kind == Kind.COMPLAINT.value, kind == Kind.ACTION.value
    return OpenItem(
        kind=_KINDS[kind],
        id=number,
        text=text,
        due=Due(day=on, at=None if at is None else _MOMENT.out_of_file(at)),
        customer_id=customer_id,
        customer=customer,
        remember=remember,
        by=by,
        made_on=_day(made_on),
        channel=None if channel is None else _CHANNELS[channel],
        job_ref=job_ref,
        waiting_for=waiting_for,
        snoozed_until=_day(snoozed_until),
        is_remedy=more is not None and not is_complaint and not is_action,
        is_check=more is not None and is_action,
        complaint=complaint_due(on, more) if is_complaint and more is not None else None,
    )


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)
