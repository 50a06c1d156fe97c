# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is kept: one database file, its tables, migrations and backups.

A module declares its tables when it is imported. Whoever asks the catalogue for all of them, or
for one by its name, has every module brought in; a start, which shows Today, needs few.
"""

from importlib import import_module

DECLARING = (
    "actions",
    "attachments",
    "breaches",
    "calendars",
    "charters",
    "checks",
    "complaints",
    "complaints_parts",
    "complaints_purchases",
    "contacts",
    "customers",
    "data_requests",
    "drafts",
    "erasures",
    "facts",
    "fairness",
    "feedback",
    "holds",
    "ideas",
    "import_mappings",
    "journal",
    "letters",
    "marketing_stops",
    "own_fields",
    "people",
    "promises",
    "record_files",
    "registrations",
    "reviews",
    "samples",
    "search_index",
    "service_plan",
    "staff",
    "support",
    "walks",
    "written",
)
"""The modules with tables."""


def declare_all() -> None:
    """Have every table declared."""
    for name in DECLARING:
        import_module(f"{__name__}.{name}")
