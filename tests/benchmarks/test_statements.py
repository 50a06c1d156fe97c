# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What does not wander: how many statements a use case sends, and that none scans a big table."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.domain.blocks import Logo
from servicedesk.domain.charters import CharterCard, CharterDraft, CharterStatus
from servicedesk.services.charters import Charters
from servicedesk.services.charters_papers import CharterPapers
from servicedesk.services.unit import Units
from servicedesk.store import driver
from servicedesk.store.attachments import attachment_pieces, attachments
from servicedesk.store.charters import charter_versions, service_standards, version_values
from servicedesk.store.driver import Access
from servicedesk.store.engine import DeskFile
from servicedesk.store.facts import business_facts
from servicedesk.store.opening import open_file
from tests.benchmarks.desk import FACT, MOMENT, WHO, filled_file
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard

STEPS = 300
"""Long enough for the journal to be the table that no statement may scan."""


@pytest.fixture
def desk_file(tmp_path: Path, heard: Heard) -> Iterator[DeskFile]:
    path = filled_file(tmp_path / "shop.servicedesk", STEPS)
    file = open_file(path, backups=tmp_path / "backups", moment=MOMENT)
    yield file
    file.close()


@pytest.fixture
def units(desk_file: DeskFile) -> Units:
    return Units(desk_file, FixedClock(MOMENT))


def plans(path: Path, statements: list[str]) -> list[str]:
    """How SQLite would find the rows of each statement."""
    connection = driver.open_bare(path, Access.READ_ONLY)
    steps = [
        str(row[3])
        for statement in statements
        for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    ]
    connection.close()
    return steps


def test_saving_a_change_with_its_history_sends_six_statements(
    units: Units, heard: Heard, desk_file: DeskFile
) -> None:
    with heard.only_this(), units.change("rename", WHO) as unit:
        unit.update(business_facts, FACT, {"value": "Bright Taps"})
    assert heard.verbs() == ["BEGIN", "SELECT", "UPDATE", "SELECT", "INSERT", "COMMIT"]
    steps = plans(desk_file.path, heard.statements[1:-1])
    assert steps
    assert not [step for step in steps if step.startswith("SCAN")]


def test_each_further_row_of_a_change_sends_three(units: Units, heard: Heard) -> None:
    with units.change("note", WHO) as unit:
        other = unit.insert(business_facts, {"key": "phone", "value": "one"})
    with heard.only_this(), units.change("rename", WHO) as unit:
        unit.update(business_facts, FACT, {"value": "Bright Taps"})
        unit.update(business_facts, other, {"value": "two"})
    assert heard.verbs()[5:-1] == ["SELECT", "UPDATE", "INSERT"]


def test_a_change_that_changes_nothing_writes_nothing(units: Units, heard: Heard) -> None:
    with heard.only_this(), units.change("rename", WHO) as unit:
        unit.update(business_facts, FACT, {"value": "before"})
    assert heard.verbs() == ["BEGIN", "SELECT", "COMMIT"]


def no_papers() -> CharterPapers:
    raise AssertionError("reading a charter makes no paper")


@pytest.mark.parametrize("logo", [None, Logo(png=b"a picture", width=2, height=1)])
def test_the_published_charter_is_read_with_one_statement_for_each_table(
    units: Units, heard: Heard, desk_file: DeskFile, logo: Logo | None
) -> None:
    with units.change("publish", WHO) as unit:
        logo_id = None
        if logo is not None:
            values = {"id": 1, "sha256": "0", "name": "logo", "size": 9, "media_type": "image/png"}
            logo_id = unit.insert(attachments, values)
            unit.insert(attachment_pieces, {"attachment_id": 1, "number": 0, "piece": logo.png})
        draft = CharterDraft(trade="cafe", guide_version=1, answers={}, standards=(), logo=logo)
        values = version_values(draft, logo_id)
        status = CharterStatus.PUBLISHED
        version = unit.insert(charter_versions, {"number": 1, "status": status, **values})
    charters = Charters(units, FixedClock(MOMENT), no_papers)
    with heard.only_this():
        found = charters.published()
    assert found == CharterCard(id=version, number=1, status=status, draft=draft)
    read = [statement for statement in heard.statements if statement.startswith("SELECT")]
    # The pieces of a logo are read until there is no further one.
    assert len(read) == (2 if logo is None else 4)
    assert service_standards.name in read[1]
    # A partial index that holds the one published version is walked from end to end.
    walked = f"SCAN {charter_versions.name} USING INDEX uq_charter_versions_published"
    steps = [step for step in plans(desk_file.path, read) if step.startswith("SCAN")]
    assert steps in ([], [walked])
