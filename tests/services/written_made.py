# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Shops whose papers are written: a café with helpers, a plumber alone, one somewhere else."""

from dataclasses import replace

from servicedesk.content.sectors import load_sector
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.services.registry import Services
from tests.helpers.builders import RESOURCES, charter_draft, charter_guide, open_hours
from tests.services.samples_made import RUTH

_BASE = {
    "owner_name": "Ruth Hollins",
    "phone": "0161 496 0123",
    "email": "hello@corner.example",
    "address": "12 High Street\nStockport\nSK1 1AA",
}


def cafe(services: Services) -> None:
    """A café in England with two helpers and a charter."""
    facts = {**_BASE, "trading_name": "The Corner Café", "trade": "cafe", "nation": "eng"}
    services.business.save({**facts, "opening_hours": open_hours()}, RUTH)
    services.people.add(PersonDraft(name="Tom", role=Role.STAFF, limit_pence=2000), RUTH)
    lead = PersonDraft(name="Ann Lee", role=Role.SERVICE_LEAD, limit_pence=5000)
    services.people.add(lead, RUTH)
    publish(services, "cafe")


def plumber(services: Services) -> None:
    """A plumber in Scotland who works alone and goes to customers."""
    facts = {
        **_BASE,
        "trading_name": "Hollins Plumbing",
        "trade": "plumber_trades",
        "nation": "sct",
        "how_you_work": ("you_go",),
    }
    services.business.save({**facts, "opening_hours": open_hours()}, RUTH)
    publish(services, "plumber_trades")


def somewhere_else(services: Services) -> None:
    """A shop outside the four nations, without a charter, that prints on Letter."""
    facts = {"trading_name": "Rue Basse", "nation": "elsewhere", "page_size": "letter"}
    services.business.save({**_BASE, **facts}, RUTH)


def publish(services: Services, trade: str) -> None:
    """Publish a charter with every promise of a trade."""
    preset = load_sector(RESOURCES, charter_guide(), trade)
    standards = tuple(replace(one, is_ticked=True) for one in preset.standards)
    draft = charter_draft(standards=standards, complaint_stand_in="")
    services.charters.publish_draft(draft, RUTH, lambda card: None)


SHOPS = {"cafe": cafe, "plumber": plumber, "elsewhere": somewhere_else}
