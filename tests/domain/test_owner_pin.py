# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The owner's PIN: figures only, kept as a digest."""

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.owner_pin import checked_pin, digest_of, is_pin

SALT = bytes(range(16))


def test_a_pin_is_four_to_eight_figures_typed_twice():
    assert checked_pin(" 0420 ", "0420") == "0420"
    for typed in ("", "123", "123456789", "12a4", "１２３４"):
        with pytest.raises(Refusal, match="pin_figures") as refused:
            checked_pin(typed, typed)
        assert refused.value.field == "pin"
    with pytest.raises(Refusal, match="pin_differs") as refused:
        checked_pin("0420", "0421")
    assert refused.value.field == "again"


def test_what_is_kept_says_nothing_and_knows_its_pin():
    kept = digest_of("0420", SALT)
    assert "0420" not in kept.replace(SALT.hex(), "")
    assert is_pin(" 0420", kept)
    assert not is_pin("0421", kept)
    assert kept != digest_of("0420", bytes(16))
    for nonsense in ("", "zz:1", "0420", kept[:-1]):
        assert not is_pin("0420", nonsense)
