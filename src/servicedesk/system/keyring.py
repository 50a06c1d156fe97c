# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The keys of files that were derived since the program was started or unlocked, in memory only."""

from pathlib import Path
from threading import Lock

_SALT_BYTES = 16
_SALT_DIGITS = 2 * _SALT_BYTES


class Keyring:
    """Knows keys by their salt, with which the files begin that they open.

    A file and its backups have the same salt, so that a password is asked for once. No password
    is kept here, and nothing of it reaches a disk.
    """

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._guard = Lock()

    def learn(self, key: str | None) -> None:
        """Know a key from now on, once it has opened something.

        Args:
            key: 96 hexadecimal digits, the last 32 of them the salt; None is not one.
        """
        if key is not None:
            with self._guard:
                self._keys[key[-_SALT_DIGITS:]] = key

    def fitting(self, path: Path) -> str | None:
        """The key for a file; None where it needs none, or none is known, or it is not there."""
        try:
            with path.open("rb") as file:
                salt = file.read(_SALT_BYTES)
        except OSError:
            return None
        with self._guard:
            return self._keys.get(salt.hex())

    def forget(self) -> None:
        """Know none any more, because the program is locked."""
        with self._guard:
            self._keys.clear()
