# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is kept: one database file, its tables, migrations and backups.

Importing the store declares every table, so that the catalogue is whole.
"""

from servicedesk.store import (
    attachments,
    calendars,
    charters,
    drafts,
    facts,
    journal,
    people,
    registrations,
)

__all__ = [
    "attachments",
    "calendars",
    "charters",
    "drafts",
    "facts",
    "journal",
    "people",
    "registrations",
]
