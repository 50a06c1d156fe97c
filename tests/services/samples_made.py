# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A shop with a charter that sample weeks and checks measure, and jobs that were done."""

from datetime import date

from servicedesk.domain.promises import Due
from servicedesk.domain.standards import MeasuredBy
from servicedesk.services.registry import Services
from tests.helpers.builders import charter_draft, open_hours, promise, promises
from tests.services.promises_made import draft

RUTH = "Ruth"
TODAY = date(2026, 11, 23)
"""A Monday."""

FIRST, LAST = date(2026, 11, 30), date(2026, 12, 5)
"""The next week from Monday to Saturday."""

CHECKED = (
    promise("tidy", title="Left as clean as we found it", measured_by=MeasuredBy.JOB_CHECK),
    promise("price", title="Price said beforehand", measured_by=MeasuredBy.JOB_CHECK),
)


def publish(services: Services) -> int:
    """Publish a charter: missed calls by sample week, two standards by a check of jobs."""
    services.business.save({"since_year": 1987, "opening_hours": open_hours()}, RUTH)
    ready = charter_draft(standards=(*promises(), *CHECKED))
    return services.charters.publish_draft(ready, RUTH, lambda card: None).card.id


def jobs(services: Services, number: int, day: date = TODAY) -> list[int]:
    """Promises that were kept on a day."""
    made = []
    for place in range(number):
        said = draft(f"job {place}", due=Due(day=day), made_on=day)
        card = services.promises.make(said, RUTH).card
        services.promises.done(card.id, day, None, RUTH)
        made.append(card.id)
    return made
