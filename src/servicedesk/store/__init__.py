# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is kept: one database file, its tables, migrations and backups.

A module declares its tables when it is imported. Whoever asks the catalogue for all of them, or
for one by its name, has every module brought in; a start, which shows Today, needs few.
"""

from importlib import import_module

DECLARING = (
    "attachments",
    "calendars",
    "charters",
    "complaints",
    "complaints_parts",
    "complaints_purchases",
    "contacts",
    "customers",
    "drafts",
    "facts",
    "feedback",
    "journal",
    "letters",
    "own_fields",
    "people",
    "promises",
    "record_files",
    "registrations",
    "samples",
    "search_index",
    "support",
    "walks",
)
"""The modules with tables."""


def declare_all() -> None:
    """Have every table declared."""
    for name in DECLARING:
        import_module(f"{__name__}.{name}")
