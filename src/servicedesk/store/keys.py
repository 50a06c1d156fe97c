# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Passwords made into keys, and what the first bytes of a file tell of its password.

A key is derived once, by the way of SQLCipher 4, and handed on raw with its salt: 96 hexadecimal
digits. Connections opened with it cost half a millisecond instead of a tenth of a second.
"""

import hashlib
import os
import unicodedata
from collections import Counter
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.store.faults import disk_trouble

MAGIC = b"SQLite format 3\x00"
"""The first bytes of a plain file; an encrypted one begins with its salt."""

SALT_BYTES = 16
ROUNDS = 256_000
"""Of PBKDF2 with SHA-512, as SQLCipher 4 counts them."""

_KEY_BYTES = 32
_PAGE = 4096
_MOST_OF_ONE = 80
"""Of 4,096 random bytes, 16 are alike on average; 80 alike are no chance, but a plain page."""


def derive(password: str, salt: bytes) -> str:
    """The raw key that a password gives with a salt, and that salt: 96 hexadecimal digits.

    Args:
        password: as typed; however its letters are composed, it is the same password.
        salt: 16 bytes.
    """
    plain = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    key = hashlib.pbkdf2_hmac("sha512", plain, salt, ROUNDS, _KEY_BYTES)
    return key.hex() + salt.hex()


def new_key(password: str) -> str:
    """A key for a file that is still to be written: it has no salt yet, so one is drawn."""
    return derive(password, os.urandom(SALT_BYTES))


def key_of(path: Path, password: str) -> str:
    """The key that a password gives for a file that is there.

    Raises:
        Trouble: when the file cannot be read.
    """
    return derive(password, _first_bytes(path, SALT_BYTES))


def is_plain(path: Path) -> bool:
    """Whether a file begins as one without a password does.

    Raises:
        Trouble: when the file cannot be read.
    """
    return _first_bytes(path, len(MAGIC)) == MAGIC


def seems_encrypted(head: bytes) -> bool:
    """Whether a file may be one of ours with a password, by its first page.

    Every byte of such a page is as likely as any other. Damage, text and other programs' files
    mostly show themselves by bytes that come up too often.

    Args:
        head: the first 4,096 bytes of the file, or all there are.
    """
    if len(head) < _PAGE or head.startswith(MAGIC):
        return False
    return max(Counter(head).values()) <= _MOST_OF_ONE


def needs_password(path: Path) -> bool:
    """Whether a file seems to have a password; False too when it cannot be read."""
    try:
        return seems_encrypted(_first_bytes(path, _PAGE))
    except Trouble:
        return False


def _first_bytes(path: Path, count: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError as error:
        raise disk_trouble(error, path) from error
