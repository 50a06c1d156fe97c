# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Small files full of anything that figures count, by chance; the same for the same number."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import Table

from servicedesk.domain.complaints import About, Finding, Stage
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.customers import Channel
from servicedesk.domain.promises import Outcome
from servicedesk.store import driver
from servicedesk.store.actions import actions
from servicedesk.store.complaints import complaints
from servicedesk.store.complaints_parts import complaint_pauses, complaint_remedies
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customer_visits, customers
from servicedesk.store.driver import Access
from servicedesk.store.feedback import feedback, feedback_batches
from servicedesk.store.figures_answers import SCALES
from servicedesk.store.promises import promises
from servicedesk.store.types import Stored
from tests.helpers.fakes import LONDON
from tests.store.files import new_file

TODAY = date(2026, 11, 23)
"""A Monday after the clocks went back."""

FIRST, LAST = date(2026, 9, 1), date(2026, 10, 31)
"""A period with the change of the clock in it."""

MOMENT = "2026-11-02T09:00:00.000000Z"
PEOPLE = 8
BATCHES = 4

Values = dict[str, Stored]


def put(path: Path, table: Table, rows: Iterator[Values] | list[Values]) -> None:
    """Put rows into a closed file; what is not said of one is empty."""
    connection = driver.open_bare(path, Access.READ_WRITE)
    connection.execute("PRAGMA foreign_keys = 0")
    columns = [column.name for column in table.columns]
    needed = {column.name: "" for column in table.columns if not column.nullable}
    places = ", ".join("?" * len(columns))
    cells = [[{**needed, **row}.get(name) for name in columns] for row in rows]
    connection.execute("BEGIN")
    connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", cells)
    connection.execute("COMMIT")
    connection.close()


def random_file(folder: Path, seed: int) -> Path:
    """A closed file with some of everything."""
    path, chance = new_file(folder), random.Random(seed)
    many = range(1, chance.choice((3, 40, 90)) + 1)
    put(path, customers, [_customer(each, chance) for each in range(1, PEOPLE + 1)])
    put(path, promises, [promise(each, chance) for each in many])
    put(path, complaints, [complaint(each, chance) for each in many])
    put(path, complaint_pauses, _pauses(many, chance))
    put(path, complaint_remedies, [_remedy(each, chance) for each in many])
    put(path, actions, [_action(each, chance) for each in many])
    put(path, feedback_batches, [_batch(each, chance) for each in range(1, BATCHES + 1)])
    put(path, feedback, [answer(each, chance) for each in many])
    put(path, contacts, [contact(each, chance) for each in many])
    put(path, customer_visits, _visits(chance))
    return path


def text_of(moment: datetime) -> str:
    """A moment as it lies in the file."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def _day(chance: random.Random, back: int = 110) -> date:
    return TODAY - timedelta(days=chance.randrange(back))


def _moment(day: date, chance: random.Random) -> str:
    """Any minute of a day in the shop, those about midnight too."""
    at = time(chance.choice((0, 9, 12, 23)), chance.randrange(60))
    return text_of(datetime.combine(day, at, LONDON))


def _later(day: date, chance: random.Random) -> str:
    return (day + timedelta(days=chance.randrange(30))).isoformat()


def _maybe(chance: random.Random, value: Stored, often: float = 0.5) -> Stored:
    return value if chance.random() < often else None


def _customer(number: int, chance: random.Random) -> Values:
    first = _day(chance, 900)
    return {
        "id": number,
        "ref": f"K-{number}",
        "name": f"Ann {number}",
        "shown_name": f"Ann {number}",
        "sort_key": f"ann {number}",
        "is_organisation": 0,
        "status": "customer",
        "is_consumer": 1,
        "own": "{}",
        "heard_from": chance.choice(("", "a friend", "Facebook", "Recommended by Tom")),
        "first_visit_on": _maybe(chance, first.isoformat()),
        "added_on": _day(chance).isoformat(),
        "binned_at": _maybe(chance, MOMENT, 0.1),
    }


def promise(number: int, chance: random.Random) -> Values:
    """A promise, whatever became of it."""
    due = _day(chance)
    outcome = chance.choice((None, *Outcome))
    late = {Outcome.LATE: chance.randrange(9)}.get(outcome, 0)
    has_time, is_moved = chance.random() < 0.4, chance.random() < 0.2
    ended = due + timedelta(days=late)
    counted = due - timedelta(days=chance.randrange(9))
    return {
        "id": number,
        "ref": f"P-{number}",
        "customer_id": _maybe(chance, number % PEOPLE + 1),
        "text": f"ring back {number}",
        "kind": "other",
        "own": "{}",
        "made_on": (due - timedelta(days=20)).isoformat(),
        "due_on": due.isoformat(),
        "due_at": _moment(due, chance) if has_time else None,
        "first_due_on": due.isoformat(),
        "counts_on": counted.isoformat() if is_moved else None,
        "counts_at": _moment(counted, chance) if is_moved and has_time else None,
        "is_revised": int(chance.random() < 0.3),
        "told_on": _maybe(chance, (due - timedelta(days=chance.randrange(-2, 3))).isoformat()),
        "outcome": outcome,
        "ended_on": None if outcome is None else ended.isoformat(),
        "ended_at": None if outcome is None else _maybe(chance, _moment(ended, chance), 0.4),
        "binned_at": _maybe(chance, MOMENT, 0.1),
    }


def complaint(number: int, chance: random.Random) -> Values:
    """A complaint at any stage, with days that fit or do not."""
    came = _day(chance, 400)
    decided = _maybe(chance, (came + timedelta(days=chance.randrange(20))).isoformat(), 0.6)
    due, judged = ((came + timedelta(days=chance.randrange(3, 20))).isoformat() for _ in range(2))
    again = decided is not None and chance.random() < 0.3
    told = _moment(came + timedelta(days=chance.randrange(5)), chance)
    return {
        "id": number,
        "ref": f"C-{number}",
        "customer_id": _maybe(chance, number % PEOPLE + 1, 0.8),
        "text": chance.choice(("", "saw stopped")),
        "about": _maybe(chance, chance.choice(tuple(About)[:3]), 0.8),
        "wishes": "[]",
        "serious": "normal",
        "is_safety": 0,
        "received_at": MOMENT,
        "received_on": came.isoformat(),
        "channel": "phone",
        "is_ongoing": 0,
        "from_stock": 0,
        "track": "ordinary",
        "own": "{}",
        "stage": chance.choice(tuple(Stage)),
        **dict.fromkeys(("level", "severity", "impact", "urgency", "safety_assessed"), 0),
        **dict.fromkeys(("is_legal", "support_need", "is_complex", "may_publish"), 0),
        "priority": "p2",
        "acknowledged_at": _maybe(chance, told, 0.7),
        "decided_on": decided,
        "answered_on": _maybe(chance, _later(came, chance)) if again else decided,
        "resolved_on": _maybe(chance, decided),
        "acknowledge_due": (came + timedelta(days=2)).isoformat(),
        "decide_due": due,
        "judged_due": _maybe(chance, judged, 0.3),
        "first_due": None if decided is None else _maybe(chance, due),
        "ceiling_due": due,
        "finding": _maybe(chance, chance.choice(tuple(Finding))),
        "content": "not_said",
        "satisfaction": _maybe(chance, chance.randrange(1, 6), 0.3),
        "causes": "[]",
        "main_cause": _maybe(chance, chance.choice(tuple(Cause)[:3])),
        "whys": "[]",
        "cost_pence": _maybe(chance, chance.randrange(900), 0.3),
        "reopened": int(chance.random() < 0.2),
    }


def _pauses(many: range, chance: random.Random) -> list[Values]:
    found: list[Values] = []
    for each in many:
        for _ in range(chance.choice((0, 0, 1, 2))):
            begun = _day(chance)
            until = begun + timedelta(days=chance.randrange(6))
            found.append(
                {
                    "id": len(found) + 1,
                    "complaint_id": each,
                    "from_on": begun.isoformat(),
                    "until": _maybe(chance, until.isoformat(), 0.8),
                }
            )
    return found


def _remedy(number: int, chance: random.Random) -> Values:
    return {
        "id": number,
        "complaint_id": chance.randrange(1, number + 1),
        "kind": "refund_part",
        "ground": "goodwill",
        "amount_pence": _maybe(chance, chance.randrange(500)),
        "done_on": _maybe(chance, _day(chance).isoformat()),
        "promise_id": _maybe(chance, number, 0.2),
    }


def _action(number: int, chance: random.Random) -> Values:
    return {
        "id": number,
        "complaint_id": _maybe(chance, number, 0.8),
        "kind": "corrective",
        "text": "Warm plates",
        "cause": _maybe(chance, chance.choice(tuple(Cause)[:3])),
        "done_on": _maybe(chance, _day(chance, 250).isoformat(), 0.8),
    }


def answer(number: int, chance: random.Random) -> Values:
    """An answer to some of the questions."""
    most = {"recommendation": 10, "effort": 7}
    return {
        "id": number,
        "ref": f"F-{number}",
        "kind": "answer",
        "given_on": _day(chance).isoformat(),
        "channel": "counter",
        "batch_id": _maybe(chance, number % BATCHES + 1),
        "elements": "[]",
        **{name: _maybe(chance, chance.randrange(1, most.get(name, 5) + 1)) for name in SCALES},
        **dict.fromkeys(("wants_answer", "is_on_wall"), 0),
        "may_quote": "not_asked",
        "written_at": MOMENT,
        "binned_at": _maybe(chance, MOMENT, 0.1),
    }


def _batch(number: int, chance: random.Random) -> Values:
    """Cards that were handed out; fewer, it may be, than came back."""
    return {
        "id": number,
        "name": f"Cards {number}",
        "first": _day(chance).isoformat(),
        "handed_out": _maybe(chance, chance.choice((0, 2, 30)), 0.8),
    }


def contact(number: int, chance: random.Random) -> Values:
    """A contact of any hour."""
    return {
        "id": number,
        "customer_id": _maybe(chance, number % PEOPLE + 1),
        "text": "asked about the boiler",
        "channel": chance.choice(tuple(Channel)),
        "is_incoming": int(chance.random() < 0.8),
        "at": _moment(_day(chance), chance),
        "written_at": MOMENT,
        "answered_minutes": _maybe(chance, chance.randrange(300)),
        "is_sorted": 1,
        "binned_at": _maybe(chance, MOMENT, 0.1),
    }


def _visits(chance: random.Random) -> list[Values]:
    days = {(chance.randrange(1, PEOPLE + 1), _day(chance, 800)) for _ in range(30)}
    return [
        {
            "id": number,
            "customer_id": who,
            "day": day.isoformat(),
            "bought_else": int(chance.random() < 0.3),
        }
        for number, (who, day) in enumerate(sorted(days), start=1)
    ]
