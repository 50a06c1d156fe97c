# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files of shops that wrote down five years of promises, complaints, answers and contacts.

To each complaint there are six promises, four answers and a contact, spread over five years; few
of anything are still open. The search is told of none of it: figures ask it nothing.
"""

import atexit
import random
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from sqlalchemy import Table

from servicedesk.domain.complaints import About
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.customers import Channel
from servicedesk.store import driver
from servicedesk.store.actions import actions
from servicedesk.store.complaints import complaints
from servicedesk.store.complaints_parts import complaint_pauses, complaint_remedies
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customer_visits
from servicedesk.store.driver import Access
from servicedesk.store.feedback import feedback
from servicedesk.store.promises import promises
from servicedesk.store.samples import served_months
from servicedesk.store.types import Stored
from tests.benchmarks.shops import TODAY, put, shop_file

SHOP = 1_000
PROMISES_EACH = 6
ANSWERS_EACH = 4
YEARS = 5
FIRST = date(TODAY.year - YEARS, TODAY.month, TODAY.day) + timedelta(days=1)
"""The first of the days that anything was written down on."""

_DAYS = (TODAY - FIRST).days
_STAMP = "2026-11-02T09:00:00.000000Z"
_ELEMENTS = (
    *("timeliness", "appearance", "courtesy", "quality_efficiency", "ease", "problem_solving"),
)
_CHANNELS = (Channel.PHONE, Channel.COUNTER, Channel.EMAIL, Channel.WEB)

_NOUGHT = (
    *("is_safety", "is_ongoing", "from_stock", "level", "severity", "impact", "urgency"),
    *("safety_assessed", "is_legal", "support_need", "is_complex", "may_publish"),
)
"""Columns of a complaint that matter to no figure."""

Values = dict[str, Stored]


@cache
def figures_shop(size: int) -> Path:
    """A closed file with so many complaints; made once in a run, and never to be written to.

    Args:
        size: how many complaints.
    """
    folder = Path(tempfile.mkdtemp(prefix="figures"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(shutil.copyfile(shop_file(SHOP), folder / "shop.servicedesk"))
    connection = driver.open_bare(path, Access.READ_WRITE)
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute("BEGIN")
    for name in ("promises", "contacts"):
        connection.execute(f"DELETE FROM {name}")
    for table, rows in _tables(size):
        put(connection, table, rows)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()
    return path


def figures_copy(size: int, folder: Path) -> Path:
    """A copy of such a file that may be written to."""
    return Path(shutil.copyfile(figures_shop(size), folder / f"figures {size}.servicedesk"))


def _tables(size: int) -> Iterator[tuple[Table, Iterator[Values]]]:
    chance = random.Random(size)
    yield promises, (_promise(each, chance) for each in range(1, size * PROMISES_EACH + 1))
    yield complaints, (_complaint(each, size, chance) for each in range(1, size + 1))
    yield complaint_pauses, (_pause(each) for each in range(1, size // 20 + 1))
    yield complaint_remedies, (_remedy(each) for each in range(1, size // 3 + 1))
    yield actions, (_action(each) for each in range(1, size // 4 + 1))
    yield feedback, (_answer(each, chance) for each in range(1, size * ANSWERS_EACH + 1))
    yield contacts, (_contact(each, chance) for each in range(1, size + 1))
    yield customer_visits, (_visit(each, chance) for each in range(1, size + 1))
    yield served_months, _served()


def _day(chance: random.Random) -> date:
    return FIRST + timedelta(days=chance.randrange(_DAYS + 1))


def _moment(day: date, chance: random.Random) -> str:
    return f"{day.isoformat()}T{chance.randrange(7, 18):02d}:{chance.randrange(60):02d}:00.000000Z"


def _promise(number: int, chance: random.Random) -> Values:
    due = _day(chance)
    is_open = (TODAY - due).days < 5
    luck = 0.5 if is_open else chance.random()
    outcome = "kept" if luck < 0.8 else "late" if luck < 0.93 else "broken"
    outcome = "released" if luck > 0.97 else outcome
    ended = due + timedelta(days=chance.randrange(1, 9) if outcome == "late" else 0)
    return {
        "id": number,
        "ref": f"P-{due.year}-{number:06d}",
        "customer_id": number % SHOP + 1,
        "text": "ring back about the boiler",
        "promiser": "Tom",
        "kind": "other",
        "own": "{}",
        "made_on": (due - timedelta(days=3)).isoformat(),
        "due_on": due.isoformat(),
        "first_due_on": due.isoformat(),
        "is_revised": int(chance.random() < 0.05),
        "told_on": due.isoformat() if outcome == "late" and chance.random() < 0.3 else None,
        "outcome": None if is_open else outcome,
        "ended_on": None if is_open else ended.isoformat(),
        "ending_written_at": None if is_open else _STAMP,
    }


def _complaint(number: int, size: int, chance: random.Random) -> Values:
    came = FIRST + timedelta(days=(number - 1) * (_DAYS + 1) // size)
    is_open = (TODAY - came).days < 7
    decided = came + timedelta(days=chance.randrange(1, 18))
    has_cause = not is_open and chance.random() < 0.8
    cause = chance.choice(tuple(Cause)[:8]).value if has_cause else None
    answered = None if is_open or decided > TODAY else decided.isoformat()
    return {
        **dict.fromkeys(_NOUGHT, 0),
        "id": number,
        "ref": f"C-{came.year}-{number:05d}",
        "customer_id": number % SHOP + 1,
        "text": "saw stopped on the first morning",
        "about": chance.choice(tuple(About)).value,
        "wishes": "[]",
        "serious": "normal",
        "received_at": _moment(came, chance),
        "received_on": came.isoformat(),
        "channel": chance.choice(_CHANNELS).value,
        "handler": "Tom",
        "track": "ordinary",
        "own": "{}",
        "stage": "received" if answered is None else "withdrawn" if number % 50 == 0 else "closed",
        "priority": "p2",
        "acknowledged_at": _moment(came + timedelta(days=chance.randrange(4)), chance),
        **_days(came, answered),
        "finding": None if answered is None else chance.choice(("upheld", "partly", "not_upheld")),
        "content": "not_said",
        "satisfaction": chance.randrange(1, 6) if chance.random() < 0.3 else None,
        "causes": "[]" if cause is None else f'["{cause}"]',
        "main_cause": cause,
        "whys": "[]",
        "cost_pence": chance.randrange(5_000) if chance.random() < 0.3 else None,
        "reopened": int(chance.random() < 0.03),
    }


def _days(came: date, answered: str | None) -> Values:
    """By when a complaint is to be dealt with, and when it was."""
    due = (came + timedelta(days=14)).isoformat()
    return {
        "decided_on": answered,
        "answered_on": answered,
        "resolved_on": answered,
        "closed_on": answered,
        "acknowledge_due": (came + timedelta(days=2)).isoformat(),
        "decide_due": due,
        "first_due": None if answered is None else due,
        "ceiling_due": (came + timedelta(days=56)).isoformat(),
        "next_on": due if answered is None else None,
    }


def _pause(number: int) -> Values:
    came = FIRST + timedelta(days=number % _DAYS)
    return {
        "id": number,
        "complaint_id": number * 20,
        "from_on": came.isoformat(),
        "until": (came + timedelta(days=2)).isoformat(),
    }


def _remedy(number: int) -> Values:
    return {
        "id": number,
        "complaint_id": number * 3,
        "kind": "refund_part",
        "ground": "goodwill",
        "amount_pence": number % 4_000,
    }


def _action(number: int) -> Values:
    return {"id": number, "complaint_id": number * 4, "kind": "corrective", "text": "Warm plates"}


def _answer(number: int, chance: random.Random) -> Values:
    return {
        "id": number,
        "ref": f"F-{number:06d}",
        "kind": "answer",
        "customer_id": number % SHOP + 1 if number % 3 == 0 else None,
        "given_on": _day(chance).isoformat(),
        "channel": "counter",
        "elements": "[]",
        "satisfaction": chance.choice((1, 2, 3, 4, 4, 5, 5, 5)),
        "recommendation": chance.randrange(11) if number % 2 == 0 else None,
        "effort": chance.randrange(1, 8) if number % 4 == 0 else None,
        **{name: chance.randrange(1, 6) for name in _ELEMENTS if chance.random() < 0.2},
        "handled_overall": chance.randrange(1, 6) if number % 10 == 0 else None,
        "wants_answer": 0,
        "may_quote": "not_asked",
        "is_on_wall": 0,
        "written_at": _STAMP,
    }


def _contact(number: int, chance: random.Random) -> Values:
    is_asked = chance.random() < 0.6
    return {
        "id": number,
        "customer_id": number % SHOP + 1,
        "text": "asked about the boiler",
        "channel": chance.choice(_CHANNELS).value,
        "is_incoming": int(is_asked),
        "at": _moment(_day(chance), chance),
        "written_at": _STAMP,
        "answered_minutes": chance.randrange(600) if is_asked else None,
        "is_sorted": 1,
        "by_whom": "Tom",
    }


def _visit(number: int, chance: random.Random) -> Values:
    return {
        "id": number,
        "customer_id": (number - 1) % SHOP + 1,
        "day": (FIRST + timedelta(days=number // SHOP * 30 + number % 30)).isoformat(),
        "bought_else": int(chance.random() < 0.2),
    }


def _served() -> Iterator[Values]:
    month, number = FIRST.replace(day=1), 0
    while month <= TODAY:
        number += 1
        yield {"id": number, "month": month.isoformat(), "customers": 900 + number}
        month = (month + timedelta(days=31)).replace(day=1)
