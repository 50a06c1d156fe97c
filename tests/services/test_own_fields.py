# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields of the business's own: added, changed, moved, retired, and taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import (
    MOST,
    OwnFieldCard,
    OwnFieldDraft,
    OwnFieldKind,
    OwnFieldOn,
)
from servicedesk.services.registry import Services
from tests.services.customers_made import RUTH, shop

ON = OwnFieldOn.CUSTOMER


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with shop(tmp_path) as found:
        yield found


def field(services: Services, name: str, on: OwnFieldOn = ON) -> OwnFieldCard:
    return services.own_fields.add(OwnFieldDraft(on=on, name=name), RUTH).card


def names(services: Services, *, is_retired: bool = False) -> list[str]:
    return [card.draft.name for card in services.own_fields.all(ON, is_retired=is_retired)]


def test_a_field_is_added_and_changed(services: Services) -> None:
    choice = OwnFieldDraft(
        on=ON, name="Fuel", kind=OwnFieldKind.CHOICE, choices=("Gas", "Oil, red")
    )
    done = services.own_fields.add(choice, RUTH)
    assert done.card.draft == choice
    assert done.changes == {Kind.OWN_FIELD: {done.card.id}}
    wanted = replace(choice, name="Heating", choices=("Gas", "Heat pump"))
    moved = replace(wanted, on=OwnFieldOn.PROMISE)
    assert services.own_fields.change(done.card.id, moved, RUTH).card.draft == wanted
    services.undo.undo(RUTH)
    assert services.own_fields.all(ON) == (done.card,)
    assert services.own_fields.all(OwnFieldOn.PROMISE) == ()


def test_fields_move_up_and_down(services: Services) -> None:
    first, _, third = (field(services, name) for name in ("A", "B", "C"))
    services.own_fields.move(third.id, -1, RUTH)
    assert names(services) == ["A", "C", "B"]
    services.own_fields.move(first.id, -1, RUTH)
    assert names(services) == ["A", "C", "B"]
    services.own_fields.move(first.id, 1, RUTH)
    assert names(services) == ["C", "A", "B"]
    services.undo.undo(RUTH)
    assert names(services) == ["A", "C", "B"]


def test_a_field_is_retired_and_asked_again(services: Services) -> None:
    card = field(services, "A")
    done = services.own_fields.retire(card.id, True, RUTH)
    assert done.card.retired_on == date(2026, 9, 14)
    assert (names(services), names(services, is_retired=True)) == ([], ["A"])
    assert services.own_fields.retire(card.id, False, RUTH).card == card
    services.own_fields.retire(card.id, True, RUTH)
    for number in range(MOST):
        field(services, f"Field {number}")
    with pytest.raises(Refusal, match="own_field_too_many"):
        services.own_fields.retire(card.id, False, RUTH)
    with pytest.raises(Refusal, match="own_field_too_many"):
        field(services, "One more")
    field(services, "On promises there is room", OwnFieldOn.PROMISE)


def test_what_is_gone_is_not_there(services: Services) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        services.own_fields.move(7, 1, RUTH)
