# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether there are records enough for figures to say anything."""

from sqlalchemy import Connection

from servicedesk.store.asking import ask

ENOUGH = 10
"""Records from which on "How we do" stands with the other rooms."""

TABLES = frozenset({"promises", "complaints", "feedback", "contacts"})
"""Whose records count."""

_COUNTED = """
SELECT (SELECT count(*) FROM (SELECT 1 FROM promises
    WHERE due_on >= '' AND binned_at IS NULL LIMIT 10))
  + (SELECT count(*) FROM (SELECT 1 FROM complaints WHERE received_on >= '' LIMIT 10))
  + (SELECT count(*) FROM (SELECT 1 FROM feedback
    WHERE given_on >= '' AND binned_at IS NULL LIMIT 10))
  + (SELECT count(*) FROM (SELECT 1 FROM contacts
    WHERE at >= '' AND is_incoming = 1 AND binned_at IS NULL LIMIT 10))
"""
"""Each read along an index of days, and no farther than ten rows."""


def has_enough(connection: Connection) -> bool:
    """There are ten records or more, those in the bin left out; one statement, ten rows each."""
    ((found,),) = ask(connection, _COUNTED)
    return bool(found >= ENOUGH)
