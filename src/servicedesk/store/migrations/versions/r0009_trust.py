# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The ninth schema: requests about information, breaches, legal holds, erasures, mappings."""

from typing import TYPE_CHECKING

from servicedesk.store.migrations.revision import Revision
from servicedesk.store.migrations.trust_breaches import make_breaches
from servicedesk.store.migrations.trust_holds import make_holds
from servicedesk.store.migrations.trust_mappings import make_mappings
from servicedesk.store.migrations.trust_requests import make_requests

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    make_requests(op)
    make_breaches(op)
    make_holds(op)
    make_mappings(op)


REVISION = Revision(number=9, upgrade=upgrade)
