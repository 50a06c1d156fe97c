# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is kept: one database file, its tables, migrations and backups.

Importing the store declares every table, so that the catalogue is whole.
"""

from servicedesk.store import (
    attachments,
    calendars,
    charters,
    complaints,
    complaints_parts,
    contacts,
    customers,
    drafts,
    facts,
    journal,
    letters,
    own_fields,
    people,
    promises,
    record_files,
    registrations,
    search_index,
    support,
)

__all__ = [
    "attachments",
    "calendars",
    "charters",
    "complaints",
    "complaints_parts",
    "contacts",
    "customers",
    "drafts",
    "facts",
    "journal",
    "letters",
    "own_fields",
    "people",
    "promises",
    "record_files",
    "registrations",
    "search_index",
    "support",
]
