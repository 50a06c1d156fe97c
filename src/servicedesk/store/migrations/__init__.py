# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The revisions of the file's schema, oldest first; a file's ``user_version`` counts them.

Every file, a new one too, is made by walking them: there is no other way to a table. A
revision is written by hand with Alembic's operations, imports no table definition (those are
of today, a revision is of its day) and is never edited once it has been released.
"""

from servicedesk.store.migrations.revision import Revision
from servicedesk.store.migrations.versions import (
    r0001_first,
    r0002_people_registrations,
    r0003_customers,
    r0004_promises_letters,
    r0005_search,
    r0006_complaints,
    r0007_feedback,
    r0008_improving,
    r0009_trust,
)

REVISIONS: tuple[Revision, ...] = (
    r0001_first.REVISION,
    r0002_people_registrations.REVISION,
    r0003_customers.REVISION,
    r0004_promises_letters.REVISION,
    r0005_search.REVISION,
    r0006_complaints.REVISION,
    r0007_feedback.REVISION,
    r0008_improving.REVISION,
    r0009_trust.REVISION,
)
"""All of them, numbered from 1 without a gap."""

SCHEMA = REVISIONS[-1].number
"""The schema that this program reads and writes."""
