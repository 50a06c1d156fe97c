# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The third schema: customers, what helps them, contacts, promises, letters, files of records."""

from typing import TYPE_CHECKING

from servicedesk.store.migrations.revision import Revision
from servicedesk.store.migrations.third_customers import make_customers
from servicedesk.store.migrations.third_promises import make_promises

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    make_customers(op)
    make_promises(op)


REVISION = Revision(number=3, upgrade=upgrade)
