# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads what stands in the fields of a dialog; everything that is wrong is told at once."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from servicedesk.domain.entries import read_money
from servicedesk.domain.entries_days import read_day, read_past_day
from servicedesk.domain.errors import Refusal

Code = TypeVar("Code", bound=StrEnum)


class Typed:
    """What was typed.

    Args:
        values: raw, by question id, as fields give them.
        today: the day it is.

    Attributes:
        wrong: what could not be read, by question id.
    """

    def __init__(self, values: Mapping[str, object], today: date) -> None:
        self._values = values
        self._today = today
        self.wrong: dict[str, Refusal] = {}

    def text(self, key: str) -> str:
        """Words; "" for none."""
        return str(self._values.get(key) or "")

    def day(self, key: str, *, is_past: bool = False) -> date | None:
        """A day; None for none, or for one that could not be read."""
        typed = self._values.get(key)
        if isinstance(typed, date):
            return typed
        if not typed:
            return None
        read = read_past_day if is_past else read_day
        try:
            return read(str(typed), self._today, key)
        except Refusal as refusal:
            self.wrong[key] = refusal
            return None

    def past(self, key: str) -> date | None:
        """A day that is over, or today; None as above."""
        return self.day(key, is_past=True)

    def past_or_today(self, key: str) -> date:
        """A day that is over; today for none."""
        return self.past(key) or self._today

    def pence(self, key: str) -> int | None:
        """A sum in pence; None for none, or for one that could not be read."""
        typed = self._values.get(key)
        if typed in ("", None):
            return None
        if isinstance(typed, int):
            return typed
        try:
            return read_money(str(typed), key)
        except Refusal as refusal:
            self.wrong[key] = refusal
            return None

    def number(self, key: str) -> int | None:
        """A whole number; None for none, or for one that could not be read."""
        typed = str(self._values.get(key) if self._values.get(key) is not None else "").strip()
        if not typed:
            return None
        if not (typed.isascii() and typed.isdecimal()) or len(typed) > len("999999999"):
            self.wrong[key] = Refusal("complaint_number_odd", key)
            return None
        return int(typed)

    def code(self, key: str, kind: type[Code]) -> Code | None:
        """What was chosen, or None."""
        chosen = self.text(key)
        return kind(chosen) if chosen in list(kind) else None

    def codes(self, key: str, kind: type[Code]) -> tuple[Code, ...]:
        """Everything that was chosen."""
        return tuple(kind(one) for one in self.ticks(key) if one in list(kind))

    def ticks(self, key: str) -> tuple[str, ...]:
        """The ids of what was ticked."""
        ticked = self._values.get(key)
        return tuple(str(one) for one in ticked) if isinstance(ticked, tuple | list) else ()

    def yes(self, key: str) -> bool | None:
        """Yes or no; None for neither."""
        said = self._values.get(key)
        return said if isinstance(said, bool) else None
