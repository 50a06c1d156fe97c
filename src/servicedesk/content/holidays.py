# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bank holidays that come with the program, one table per nation, read when first asked for."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from servicedesk.domain.calendars import BankHoliday, HolidayTable, Nation

_FILES = {Nation.ENG: "eng", Nation.WLS: "eng", Nation.SCT: "sct", Nation.NIR: "nir"}
"""Wales keeps the holidays of England; somewhere else has no table."""


class Holidays:
    """The tables of all nations.

    Args:
        folder: the resources folder that holds ``holidays``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "holidays"

    def table(self, nation: Nation) -> HolidayTable:
        """Return the bank holidays of a nation, in order of date; none somewhere else."""
        return _read(self._folder, nation)


@cache  # what comes with the program stays as it is while it runs, and each new date asks for it
def _read(folder: Path, nation: Nation) -> HolidayTable:
    if nation not in _FILES:
        return HolidayTable(nation=nation)
    path = folder / f"{_FILES[nation]}.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    known_up_to: date = data["known_up_to"]
    return HolidayTable(
        nation=nation,
        holidays=tuple(_holiday(entry) for entry in data["holidays"]),
        known_up_to=known_up_to,
    )


def _holiday(entry: dict[str, Any]) -> BankHoliday:
    return BankHoliday(
        day=entry["date"],
        name=entry["name"],
        is_substitute=entry.get("is_substitute", False),
    )
