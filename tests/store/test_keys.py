# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Passwords and keys: derived as SQLCipher does, known by their salt, told by the first page."""

import os
import unicodedata
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.store import driver, keys
from servicedesk.store.driver import Access
from servicedesk.store.opening import create_file
from tests.store.files import new_file


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rounds, where not the rounds are looked at."""
    monkeypatch.setattr(keys, "ROUNDS", 2)


def test_the_key_is_the_one_that_sqlcipher_derives_from_the_password(tmp_path: Path) -> None:
    path = tmp_path / "shop.servicedesk"
    create_file(path, key=keys.new_key("correct horse"))
    connection = driver.open_bare(path, Access.READ_ONLY)
    connection.execute("PRAGMA key = 'correct horse'")
    assert driver.whole(connection, "PRAGMA application_id") == driver.APPLICATION_ID
    connection.close()


@pytest.mark.parametrize("typed", ["Café crème", "naïve 🔑🫖", "Ångström and sons"])
def test_a_password_is_the_same_however_its_letters_are_composed(quick: None, typed: str) -> None:
    salt = b"s" * 16
    forms = {keys.derive(unicodedata.normalize(form, typed), salt) for form in ("NFC", "NFD")}
    assert len(forms) == 1
    assert forms.pop().endswith(salt.hex())
    assert keys.derive(typed.upper(), salt) not in forms


def test_each_new_key_has_a_salt_of_its_own(quick: None) -> None:
    drawn = {keys.new_key("correct horse") for _ in range(5)}
    assert len(drawn) == 5


def test_the_first_page_tells_a_password_from_damage(tmp_path: Path) -> None:
    locked = tmp_path / "locked.db"
    create_file(locked, key="ab" * 48)
    plain = new_file(tmp_path)
    wiped = tmp_path / "wiped.db"
    wiped.write_bytes(b"\0" * 100 + plain.read_bytes()[100:])
    words = tmp_path / "words.db"
    words.write_text("Dear customer, thank you for your letter of last week. " * 200)
    found = {path.name: keys.needs_password(path) for path in (locked, plain, wiped, words)}
    assert found == {
        "locked.db": True,
        "shop.servicedesk": False,
        "wiped.db": False,
        "words.db": False,
    }
    assert [keys.is_plain(path) for path in (plain, locked)] == [True, False]
    assert not keys.needs_password(tmp_path / "gone.db")


def test_any_page_of_chance_is_taken_for_one_with_a_password() -> None:
    assert all(keys.seems_encrypted(os.urandom(4096)) for _ in range(200))
    assert not keys.seems_encrypted(os.urandom(4095))


def test_a_file_that_is_gone_has_no_key(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        keys.key_of(tmp_path / "gone.db", "correct horse")
    assert caught.value.code == "file_missing"
