# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The real words of the papers, read straight from their file."""

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"


class PaperWords:
    """Phrases over one words file."""

    def __init__(self, tables: dict) -> None:
        self._tables = tables

    def say(self, key: str, **values: str) -> str:
        found = self._tables
        for part in key.split("."):
            found = found[part]
        return str(found).format(**values)

    def count(self, key: str, number: Decimal, **values: str) -> str:
        return self.say(key, n=str(number), **values)


@cache
def paper_words() -> PaperWords:
    """The words of the documents' room."""
    path = RESOURCES / "words" / "en-GB" / "documents.toml"
    return PaperWords(tomllib.loads(path.read_text("utf-8")))
