# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The owner's PIN of a file: set, asked once until the screen is hidden, taken away."""

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.services.owner_pin import KEY, OwnerPin
from servicedesk.services.unit import Units
from servicedesk.store.facts import all_facts


def test_without_a_pin_everything_is_shown(units: Units):
    pin = OwnerPin(units)
    assert (pin.is_set(), pin.is_open()) == (False, True)
    assert not pin.let_in("0000")
    assert pin.is_open()


def test_a_pin_is_asked_for_once_until_the_screen_is_hidden(units: Units):
    pin = OwnerPin(units)
    assert pin.set("0420", "0420", "Ann").changes
    assert pin.is_open()  # whoever sets it has just shown who they are
    pin.close()
    assert (pin.is_set(), pin.is_open()) == (True, False)
    assert not pin.let_in("0421")
    assert not pin.is_open()
    assert pin.let_in("0420")
    assert pin.is_open()
    assert not OwnerPin(units).is_open()
    with units.read() as reading:
        assert "0420" not in all_facts(reading)[KEY]


def test_it_can_be_changed_and_taken_away(units: Units):
    pin = OwnerPin(units)
    pin.set("0420", "0420", "Ann")
    pin.set("77777", "77777", "Ann")
    pin.close()
    assert not pin.let_in("0420")
    with pytest.raises(Refusal):
        pin.set("1", "1", "Ann")
    assert pin.let_in("77777")
    pin.remove("Ann")
    pin.close()
    assert (pin.is_set(), pin.is_open()) == (False, True)
