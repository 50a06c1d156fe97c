# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The eighth schema: checking oneself, the register of actions, people, papers and reviews."""

from typing import TYPE_CHECKING

from servicedesk.store.migrations.improving_actions import widen_actions
from servicedesk.store.migrations.improving_checks import make_checks
from servicedesk.store.migrations.improving_fairness import make_fairness
from servicedesk.store.migrations.improving_ideas import make_ideas
from servicedesk.store.migrations.improving_reviews import make_reviews
from servicedesk.store.migrations.improving_staff import make_staff
from servicedesk.store.migrations.improving_written import make_written
from servicedesk.store.migrations.revision import Revision

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: "Operations") -> None:
    """Make the tables, those that are pointed to before those that point."""
    widen_actions(op)
    make_checks(op)
    make_ideas(op)
    make_staff(op)
    make_written(op)
    make_reviews(op)
    make_fairness(op)


REVISION = Revision(number=8, upgrade=upgrade)
