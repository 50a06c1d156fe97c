# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A file with every complaint of a real list, made once in a run and then copied."""

import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.services.registry import open_services
from tests.helpers.complaints_read import put_complaints, read_drafts
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

NOW = datetime(2020, 4, 1, 9, tzinfo=UTC)
"""A Wednesday soon after the last of them came in."""

WHO = ("Łucja Wiśniewska", "Đặng Thị Minh", "Ζωή Παπαδοπούλου", "Siobhán O’Rourke")
"""Customers who are on record; each made some of the complaints."""

EVERY = 50
"""So many complaints lie between two of somebody who is on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file with many complaints.

    Args:
        data: the bytes of it.
        numbers: of the complaints, in the order of the drafts.
        drafts: as they were written down.
    """

    data: bytes
    numbers: range
    drafts: tuple[ComplaintDraft, ...]


@cache
def kept_complaints(path: Path) -> Kept:
    """The complaints of a list in a file of their own.

    Args:
        path: of the list.
    """
    drafts = list(read_drafts(path))
    with tempfile.TemporaryDirectory() as folder:
        place = new_file(Path(folder))
        with opened(place) as file:
            services = open_services(file, surroundings(place, FixedClock(NOW)))
            for at, name in enumerate(WHO):
                who = services.customers.add(CustomerDraft(name=name), "Ann").card.id
                for number in range(at * EVERY, len(drafts), EVERY * len(WHO)):
                    drafts[number] = replace(drafts[number], customer_id=who)
            numbers = put_complaints(services.units, drafts)
            services.search.prepare()
        return Kept(data=place.read_bytes(), numbers=numbers, drafts=tuple(drafts))
