# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows of the ninth schema: a breach, and somebody who wants no offers."""

from servicedesk.store.driver import Stored

_NOON = "2026-09-14T11:00:00.000000Z"

TRUST_DESK: tuple[tuple[str, tuple[Stored, ...]], ...] = (
    (
        "breaches",
        (
            1,
            "The diary was left on the bus",
            _NOON,
            "2026-09-13",
            12,
            "high",
            _NOON,
            "2026-09-14",
            "Customers of this week",
            "Names, door codes",
            "",
            "Łucja’s code is in it",
            "IC-7",
            "",
            "",
            "By phone",
            "",
            "New codes",
            "2026-09-14",
            None,
        ),
    ),
    (
        "breaches",
        (2, "A bill in the wrong envelope", _NOON, *(None,) * 5, *("",) * 10, "2026-09-14", None),
    ),
    ("marketing_stops", (1, "email", "ab" * 16, "2026-09-14", "withdrew")),
)
