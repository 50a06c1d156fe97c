# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes resources/holidays/*.toml from the holidays package; run when a new year is needed.

The program never computes a holiday: it reads these tables, which the owner can edit. A holiday
whose name is not in ``NAMES`` stops the run, because the names people read are our own words.
"""

import sys
from datetime import date
from pathlib import Path

import holidays
import tomli_w

FIRST_YEAR, LAST_YEAR = 2024, 2032
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "holidays"
SUBDIVISIONS = {"eng": "ENG", "sct": "SCT", "nir": "NIR"}
"""File stem -> the package's code; Wales keeps the holidays of England."""

OBSERVED = " (observed)"
NAMES = {
    "Battle of the Boyne": "Battle of the Boyne",
    "Boxing Day": "Boxing Day",
    "Christmas Day": "Christmas Day",
    "Easter Monday": "Easter Monday",
    "Good Friday": "Good Friday",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "May Day": "Early May bank holiday",
    "New Year Holiday": "2nd January",
    "New Year's Day": "New Year’s Day",
    "Saint Andrew's Day": "St Andrew’s Day",
    "Saint Patrick's Day": "St Patrick’s Day",
    "Scotland's participation in the FIFA World Cup final": "World Cup bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Summer Bank Holiday": "Summer bank holiday",
}
"""The package's name -> ours."""

HEAD = """\
# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
# Written by packaging/make_holidays.py; a business keeps its own copy, which it can edit.
"""


def entries(subdivision: str) -> list[dict[str, object]]:
    """Return the bank holidays of one part of the kingdom, in order of date.

    Args:
        subdivision: the package's code, such as "SCT".

    Raises:
        KeyError: for a holiday that has no name of ours yet.
    """
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    found = holidays.country_holidays("GB", subdiv=subdivision, years=years, language="en_GB")
    listed: list[dict[str, object]] = []
    for day in sorted(found):
        given = found[day]
        entry: dict[str, object] = {"date": day, "name": NAMES[given.removesuffix(OBSERVED)]}
        if given.endswith(OBSERVED):
            entry["is_substitute"] = True
        listed.append(entry)
    return listed


def file_text(stem: str) -> str:
    """Return the whole text of one file.

    Args:
        stem: "eng", "sct" or "nir".
    """
    table = {
        "nation": stem,
        "known_from": date(FIRST_YEAR, 1, 1),
        "known_up_to": date(LAST_YEAR, 12, 31),
        "holidays": entries(SUBDIVISIONS[stem]),
    }
    return HEAD + tomli_w.dumps(table)


def main() -> int:
    """Write all files; returns the exit status."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for stem in SUBDIVISIONS:
        path = FOLDER / f"{stem}.toml"
        path.write_text(file_text(stem), encoding="utf-8", newline="\n")
        print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
