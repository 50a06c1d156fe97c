# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The words for everything that is named by a code: what a screen asks of those it was handed.

Bootstrap reads the words file and hands the words in; no screen reads a file. Sentences that
stand on a screen alone are not here: those go through ``tr()``.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from servicedesk.domain.errors import Refusal, Trouble


class SpokenTrouble(Protocol):
    """What is said about a trouble, in three sentences."""

    @property
    def happened(self) -> str:
        """What went wrong."""
        ...

    @property
    def safe(self) -> str:
        """What is not touched by it."""
        ...

    @property
    def do(self) -> str:
        """What the person can do next."""
        ...


class Labels(Protocol):
    """Looks up the words of one language."""

    def say(self, key: str, **values: str) -> str:
        """The phrase for a dotted key, its {names} filled; KeyError where there is none."""
        ...

    def count(self, key: str, number: Decimal, **values: str) -> str:
        """The singular or plural phrase for a number; {n} stands for the number itself."""
        ...

    def enum(self, member: StrEnum) -> str:
        """The words for a member of an enum."""
        ...

    def refusal(self, refusal: Refusal) -> str:
        """The one sentence for a refusal."""
        ...

    def trouble(self, trouble: Trouble) -> SpokenTrouble:
        """The three sentences for a trouble."""
        ...
