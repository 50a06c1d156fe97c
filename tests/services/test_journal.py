# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The journalled write: every row that changes has its row in the journal, before and after."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from servicedesk.domain.calendars import Nation
from servicedesk.services.unit import Unit, Units
from servicedesk.store.attachments import attachment_pieces, attachments
from servicedesk.store.calendars import bank_holidays, closures
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import business_facts
from servicedesk.store.journal import (
    Action,
    JournalCard,
    cells_by_name,
    history_of,
    image_of_cells,
    journal,
    rows_of_step,
    values_of,
)
from tests.helpers.fakes import FixedClock
from tests.store.files import new_file, opened


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DeskFile]:
    with opened(new_file(tmp_path)) as found:
        yield found


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def units(file: DeskFile, clock: FixedClock) -> Units:
    return Units(file, clock)


def test_the_whole_life_of_a_row_is_kept(units: Units, clock: FixedClock) -> None:
    with units.change("announce closure", "Ann") as unit:
        row = unit.insert(
            closures,
            {"first": date(2026, 12, 24), "last": date(2027, 1, 2), "reason": "Christmas"},
        )
    clock.advance(hours=1)
    with units.change("shorten closure", "Ben") as unit:
        unit.update(closures, row, {"last": date(2026, 12, 31)})
    with units.change("drop closure", "Ben") as unit:
        unit.remove(closures, row)
    first = {"id": row, "first": "2026-12-24", "last": "2027-01-02", "reason": "Christmas"}
    second = {**first, "last": "2026-12-31"}
    with units.read() as reading:
        history = history_of(reading, closures, row)
    assert [(card.action, card.before, card.after) for card in history] == [
        (Action.INSERT, None, first),
        (Action.UPDATE, first, second),
        (Action.REMOVE, second, None),
    ]
    assert [(card.step, card.use_case, card.who) for card in history] == [
        (1, "announce closure", "Ann"),
        (2, "shorten closure", "Ben"),
        (3, "drop closure", "Ben"),
    ]
    assert (history[1].at - history[0].at).total_seconds() == 3600
    assert history[2].at == clock.now()


def test_a_clock_that_is_put_back_does_not_turn_history_round(
    units: Units, clock: FixedClock
) -> None:
    with units.change("name", "Ann") as unit:
        row = unit.insert(business_facts, {"key": "name", "value": "one"})
    clock.advance(days=-400)
    with units.change("rename", "Ann") as unit:
        unit.update(business_facts, row, {"value": "two"})
    with units.read() as reading:
        history = history_of(reading, business_facts, row)
    assert [card.step for card in history] == [1, 2]
    assert history[1].at < history[0].at


def test_rows_of_a_step_come_newest_first(units: Units) -> None:
    with units.change("set up", "Ann") as unit:
        for key in ("name", "phone", "email"):
            unit.insert(business_facts, {"key": key, "value": ""})
    with units.read() as reading:
        rows = rows_of_step(reading, 1)
    assert [row.after["key"] for row in rows if row.after] == ["email", "phone", "name"]
    assert {type(row) for row in rows} == {JournalCard}


def test_bytes_stand_in_the_journal_by_their_hash_alone(units: Units) -> None:
    piece = b"secret bytes"
    with units.change("attach", "Ann") as unit:
        whole = {"sha256": "x", "name": "logo.png", "size": 12, "media_type": "image/png"}
        owner = unit.insert(attachments, whole)
        row = unit.insert(attachment_pieces, {"attachment_id": owner, "number": 0, "piece": piece})
    with units.read() as reading:
        (card,) = history_of(reading, attachment_pieces, row)
        assert card.after is not None
        assert card.after["piece"] == f"sha256:{sha256(piece).hexdigest()}"
        raw = reading.execute(text("SELECT group_concat(after) FROM journal")).scalar_one()
        assert "secret" not in raw
        with pytest.raises(ValueError, match="hash"):
            values_of(attachment_pieces, card.after)


def test_an_image_gives_the_row_back() -> None:
    values = {
        "id": 3,
        "nation": Nation.SCT,
        "day": date(2026, 6, 15),
        "name": "World Cup – “extra”",
        "is_substitute": False,
        "source": "",
    }
    image = image_of_cells(cells_by_name(bank_holidays, values))
    assert image["is_substitute"] == 0
    assert image["nation"] == "sct"
    assert values_of(bank_holidays, image) == values


def test_a_wrong_type_never_reaches_the_file(units: Units) -> None:
    with pytest.raises(Exception, match="a day is wanted"), units.change("close", "Ann") as unit:
        unit.insert(closures, {"first": "2026-12-24", "last": date(2026, 12, 25), "reason": ""})


def test_the_journal_itself_is_never_changed(units: Units) -> None:
    with units.change("name", "Ann") as unit:
        unit.insert(business_facts, {"key": "name", "value": ""})
    with pytest.raises(TypeError, match="never changed"), units.change("forge", "X") as unit:
        unit.update(journal, 1, {"who": "nobody"})
    with pytest.raises(TypeError, match="never changed"), units.change("forge", "X") as unit:
        unit.remove(journal, 1)


def test_unit_is_what_a_change_gives(units: Units) -> None:
    with units.change("name", "Ann") as unit:
        assert type(unit) is Unit
        assert unit.journal.step is None
