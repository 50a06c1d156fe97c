# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers files for tests: what the owner of a shop would have said, written by hand."""

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from servicedesk.app.main import console

WEEK = {day: ["08:00-17:30"] for day in ("monday", "tuesday", "wednesday", "thursday", "friday")}
SAID: dict[str, Any] = {
    "owner_name": "Ruth Hollins",
    "address": "18 Bridge Street\nTodmorden OL14 5AX",
    "town": "Todmorden",
    "since_year": 1987,
    "nation": "eng",
    "phone": "01632 960 123",
    "email": "counter@hollins.example",
    "opening_hours": {**WEEK, "saturday": ["08:00-12:30"]},
    "complaint_person": "Ruth Hollins",
    "complaint_stand_in": "Tom Field",
    "signed_name": "Ruth Hollins",
    "asked_customers": "Five customers at the counter in May: ring back, do not let us wait.",
}
TICKED = ("missed_call", "email_reply", "special_order", "complaint_ack", "complaint_decide")


def saved_answers(path: Path, trade: str = "hardware", name: str = "Hollins Hardware") -> dict:
    """What the program saves for a trade, read back as plain data; it takes a file's place."""
    path.unlink(missing_ok=True)
    words = [
        "--profile",
        str(path.parent / "unused"),
        "charter",
        "--trade",
        trade,
        "--name",
        name,
        "--save-answers",
        str(path),
    ]
    assert console(words) == 0
    return tomllib.loads(path.read_text(encoding="utf-8"))


PAGES = (
    *("who_we_are", "who_for", "count_on", "reach_us", "how_fast", "visits", "prices", "the_job"),
    *("safe", "late", "not_right", "complaints", "easier", "your_information", "we_ask"),
    "we_check",
)
SHORT_WAY = ("who_we_are", "reach_us", "how_fast", "late", "not_right", "complaints")


def publishable(
    path: Path, ticked: Iterable[str] = TICKED, pages: Iterable[str] = PAGES, **more: object
) -> Path:
    """A file of answers with nothing in the way of publishing.

    Args:
        path: where to write it.
        ticked: keys of the promises that the owner can keep.
        pages: ids of the pages that the owner has read.
        more: answers in place of others, and ``logo``.
    """
    data = saved_answers(path)
    if "logo" in more:
        data["logo"] = more.pop("logo")
    days = {"in_force_from": date(2026, 12, 1), "review_by": date(2027, 11, 30)}
    data["answers"] |= {**SAID, "read_pages": list(pages), **days, **more}
    for standard in data["standards"]:
        standard["ticked"] = standard["key"] in ticked
    path.write_text(tomli_w.dumps(data), encoding="utf-8")
    return path


def names_in(folder: Path) -> set[str]:
    """What lies in a folder; nothing where there is none."""
    return {path.name for path in folder.iterdir()} if folder.exists() else set()
