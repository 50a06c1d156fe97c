# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether there are records enough for figures to say anything, or a check of oneself was begun."""

from sqlalchemy import Connection

from servicedesk.store.asking import ask

ENOUGH = 10
"""Records from which on "How we do" and "Improve" stand with the other rooms."""

TABLES = frozenset({"promises", "complaints", "feedback", "contacts", "checks"})
"""Whose records count; one check, begun or finished, is as good as all the others."""

_COUNTED = """
SELECT (SELECT count(*) FROM (SELECT 1 FROM promises
    WHERE due_on >= '' AND binned_at IS NULL LIMIT 10))
  + (SELECT count(*) FROM (SELECT 1 FROM complaints WHERE received_on >= '' LIMIT 10))
  + (SELECT count(*) FROM (SELECT 1 FROM feedback
    WHERE given_on >= '' AND binned_at IS NULL LIMIT 10))
  + (SELECT count(*) FROM (SELECT 1 FROM contacts
    WHERE at >= '' AND is_incoming = 1 AND binned_at IS NULL LIMIT 10))
  + 10 * EXISTS (SELECT 1 FROM checks)
"""
"""Each read along an index of days, and no farther than ten rows; of the checks a single one."""


def has_enough(connection: Connection) -> bool:
    """There are ten records or more, or a check was begun; one statement, ten rows each.

    What is in the bin is left out.
    """
    ((found,),) = ask(connection, _COUNTED)
    return bool(found >= ENOUGH)
