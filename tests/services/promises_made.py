# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises with little typing, for tests of services and screens."""

from datetime import date

from servicedesk.domain.promises import Due, PromiseChip, PromiseDraft, PromiseFilter
from servicedesk.services.registry import Services
from tests.helpers.builders import charter_draft, promise
from tests.helpers.builders import promises as standards

WEDNESDAY = date(2026, 9, 30)
FRIDAY = date(2026, 10, 2)
RUTH = "Ruth"


def draft(text: str = "ring you back", **said: object) -> PromiseDraft:
    """What was typed about a promise; what is named takes the place of what stands here."""
    values: dict[str, object] = {
        "text": text,
        "due": Due(day=FRIDAY),
        "promiser": "Tom",
        "made_on": WEDNESDAY,
        **said,
    }
    return PromiseDraft(**values)


def listed(services: Services, chip: PromiseChip, **said: object) -> list[int]:
    return list(services.promises.lists.ids(PromiseFilter(chip=chip, **said)))


def publish(services: Services) -> int:
    """Publish a charter with a standard for missed calls; the number of its row."""
    ready = charter_draft(standards=(*standards(), promise("loud", is_ticked=False)))
    return services.charters.publish_draft(ready, RUTH, lambda card: None).card.id
