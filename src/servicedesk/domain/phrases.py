# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How the rules ask for words without holding any: sentences are built here, worded elsewhere."""

from decimal import Decimal
from typing import Protocol


class Phrases(Protocol):
    """The words of one language, looked up by a dotted key of the words file."""

    def say(self, key: str, **values: str) -> str:
        """The phrase for a key with its {placeholders} filled; KeyError where there is none."""
        ...

    def count(self, key: str, number: Decimal, **values: str) -> str:
        """The singular or plural phrase for a number; {n} stands for the number itself."""
        ...
