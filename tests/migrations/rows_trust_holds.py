# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows for holds and for the list of the forgotten, as of the ninth schema."""

from servicedesk.store.driver import Stored

HOLDS: tuple[tuple[str, tuple[Stored, ...]], ...] = (
    (
        "legal_holds",
        (2, 5, None, "Claim at the county court", "2026-11-20", "2027-11-20", None, ""),
    ),
    ("kept_longer", (3, "customer", 5, "2027-11-20", "Still asks for work", "2026-11-20")),
    (
        "erasures",
        (
            *(4, "ab" * 16, "customer", 9, "K-0009"),
            *("forget", "asked", "2026-11-20", "Ann", "(forgotten)", "ideas 2"),
        ),
    ),
)
