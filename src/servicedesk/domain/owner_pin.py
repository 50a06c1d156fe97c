# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The owner's PIN: a few figures before what is about the people who work here.

It keeps the curious out of a page, and nobody out of the file: that is what a password is for.
What is kept is a digest, so that it can be read nowhere.
"""

import hashlib
import hmac
import re

from servicedesk.domain.errors import Refusal

FEWEST, MOST = 4, 8
SALT = 16
"""Bytes of salt."""

_FIGURES = re.compile(rf"[0-9]{{{FEWEST},{MOST}}}")
_COST = {"n": 2**14, "r": 8, "p": 1}
"""So that trying all of four figures takes a while; one takes some 50 ms."""


def checked_pin(typed: str, again: str) -> str:
    """A PIN as it was typed twice.

    Raises:
        Refusal: ``pin_figures`` for "pin", ``pin_differs`` for "again".
    """
    pin = typed.strip()
    if _FIGURES.fullmatch(pin) is None:
        raise Refusal("pin_figures", "pin", fewest=FEWEST, most=MOST)
    if again.strip() != pin:
        raise Refusal("pin_differs", "again")
    return pin


def digest_of(pin: str, salt: bytes) -> str:
    """What is kept of a PIN: its salt and its digest, in hexadecimal figures.

    Args:
        pin: as ``checked_pin`` gives it.
        salt: 16 bytes drawn at random.
    """
    return f"{salt.hex()}:{hashlib.scrypt(pin.encode(), salt=salt, **_COST).hex()}"


def is_pin(typed: str, kept: str) -> bool:
    """Whether what was typed is the PIN that is kept.

    Args:
        typed: by whoever wants in.
        kept: as ``digest_of`` gave it; of anything else nothing is the PIN.
    """
    try:
        salt = bytes.fromhex(kept.partition(":")[0])
    except ValueError:
        return False
    return hmac.compare_digest(digest_of(typed.strip(), salt), kept)
