# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Keys that are known while the program is unlocked."""

from pathlib import Path

from servicedesk.system.keyring import Keyring


def test_a_ring_knows_keys_by_the_salt_of_a_file_until_it_forgets(tmp_path: Path) -> None:
    key = "cd" * 32 + "01" * 16
    locked, other, plain = (tmp_path / name for name in ("locked.db", "other.db", "plain.db"))
    locked.write_bytes(b"\x01" * 16 + b"rest")
    other.write_bytes(b"\x02" * 16 + b"rest")
    plain.write_bytes(b"SQLite format 3\0rest")
    ring = Keyring()
    assert ring.fitting(locked) is None
    ring.learn(key)
    ring.learn(None)
    found = [ring.fitting(path) for path in (locked, other, plain, tmp_path / "gone.db")]
    assert found == [key, None, None, None]
    ring.forget()
    assert ring.fitting(locked) is None
