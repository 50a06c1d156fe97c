# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bank holidays that come with the program, one table per nation, read when first asked for."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from servicedesk.content.brought import path_of
from servicedesk.domain.calendars import BankHoliday, HolidayTable, Nation

_FILES = {Nation.ENG: "eng", Nation.WLS: "eng", Nation.SCT: "sct", Nation.NIR: "nir"}
"""Wales keeps the holidays of England; somewhere else has no table."""


class Holidays:
    """The tables of all nations.

    Args:
        folder: the resources folder that holds ``holidays``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def table(self, nation: Nation) -> HolidayTable:
        """Return the bank holidays of a nation, in order of date; none somewhere else."""
        if nation not in _FILES:
            return HolidayTable(nation=nation)
        return table_in(path_of(self._folder, f"holidays/{_FILES[nation]}.toml"), nation)


@cache  # a file stays as it is once it is in use, and each new date asks for it
def table_in(path: Path, nation: Nation) -> HolidayTable:
    """The bank holidays of one file.

    Args:
        path: of the file.
        nation: whose they are.

    Raises:
        OSError, ValueError, KeyError, TypeError: for a file that is none of ours.
    """
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
