# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""When somebody was put on the list of the forgotten, to the moment.

The list itself knows days only. Its history knows the moment, but only in the file in which it was
done: a list that was put into a restored file has no history there.
"""

from datetime import datetime

from sqlalchemy import Connection, func, select

from servicedesk.store.erasures import erasures
from servicedesk.store.journal import journal


def noted_at(connection: Connection) -> dict[str, datetime]:
    """When each line was added, in UTC, by its mark; those that were put in otherwise are left out.

    Args:
        connection: of the file.
    """
    wanted = (
        select(erasures.c.mark, func.min(journal.c.at).label("at"))
        .join(journal, journal.c.record_id == erasures.c.id)
        .where(journal.c.table_name == erasures.name)
        .group_by(erasures.c.mark)
    )
    return {row.mark: row.at for row in connection.execute(wanted)}
