# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows for the tables of requests about information, as of the ninth schema."""

from servicedesk.store.driver import Stored

NOON = "2026-12-21T12:00:00.000000Z"

REQUESTS: tuple[tuple[str, tuple[Stored, ...]], ...] = (
    (
        "data_requests",
        (
            *(2, "R-2026-0001", "see", "2026-12-21", "phone", 5, "", "ring after 6"),
            *("everything since 2019", None, "2026-12-28", "her passport", None, ""),
            *("2027-01-28", None, None, ""),
        ),
    ),
    ("data_request_pauses", (3, 2, "identity", "2026-12-22", "2026-12-28", "a passport")),
    ("data_request_lines", (4, 2, "2026-12-21", "noted", "", "Ann", None, NOON)),
    ("data_request_left_out", (5, 2, "contacts:1", "It names Mr Łąchowski", 0)),
)
"""Table, and the values of a row in order of its columns."""
