# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Names, phones and texts of every kind brought in from a list: each is kept as it was written."""

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from servicedesk.domain.customers import CustomerCard, ReachKind
from servicedesk.domain.importing import PlanChoices
from servicedesk.domain.names import clean_name, clean_text
from servicedesk.services.exchange_reading import Quiet
from servicedesk.services.registry import Services, open_services
from servicedesk.store.customers_reading import customers_of
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

SAYS_NOTHING = {"n/a"}
"""What people write where there is no phone; it is none, and no note."""


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(date(2026, 11, 22))))


def sample(samples: Path, name: str) -> Any:
    return json.loads((samples / "names" / f"{name}.json").read_text("utf-8"))


def brought(
    services: Services, folder: Path, head: Sequence[str], rows: Sequence[Sequence[str]]
) -> list[CustomerCard]:
    """Write a list, bring it in without looking for duplicates, and read what is kept."""
    path = folder / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([head, *rows])
    look = services.exchange.look(path)
    assert len(look.rows) == len(rows)
    plan = services.exchange.plan(look, PlanChoices(columns=look.columns))
    assert plan.refused == ()
    services.exchange.run(plan, Quiet(), "Ruth")
    with services.units.read() as reading:
        return list(customers_of(reading, range(1, len(rows) + 1)).values())


def test_demand_7_names_of_every_form_are_kept_letter_by_letter(
    services: Services, samples: Path, tmp_path: Path
) -> None:
    forms = sample(samples, "name_forms")
    rows = [(form["given"], form["family"], f"n{at}@x.example") for at, form in enumerate(forms)]
    cards = brought(services, tmp_path, ("First Name", "Last Name", "E-mail"), rows)
    kept = [card.draft.name for card in cards]
    assert kept == [clean_name(f"{given} {family}") for given, family, _ in rows]


def test_phones_of_any_shape_are_kept_as_they_are_written(
    services: Services, samples: Path, tmp_path: Path
) -> None:
    texts = [test["text"] for test in sample(samples, "phones")["tests"]]
    rows = [(f"Customer {at}", text) for at, text in enumerate(texts)]
    cards = brought(services, tmp_path, ("Name", "Phone"), rows)
    for card, text in zip(cards, texts, strict=True):
        shown = [one.shown for one in card.draft.reaches if one.kind is ReachKind.PHONE]
        ways = {*shown, " / ".join(shown), *(one.removeprefix("0") for one in shown)}
        assert clean_name(text) in {*ways, *card.draft.notes.split("Phone: ")} or (
            text in SAYS_NOTHING
        ), text


def test_strings_that_break_other_programs_are_kept_as_notes(
    services: Services, samples: Path, tmp_path: Path
) -> None:
    texts = [text for text in sample(samples, "naughty_strings") if len(text) < 10_000]
    rows = [(f"Customer {at}", text) for at, text in enumerate(texts)]
    cards = brought(services, tmp_path, ("Name", "Notes"), rows)
    for card, text in zip(cards, texts, strict=True):
        kept, said = card.draft.notes, clean_text(text).strip()
        assert kept in (said, said.removeprefix("'")), text
