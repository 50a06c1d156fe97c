# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers, promises, enquiries and needs put straight into the file, as small as can be."""

from datetime import UTC, date, datetime, time

from servicedesk.domain.customers import Channel, CustomerStatus
from servicedesk.domain.promises import PromiseKind
from servicedesk.domain.support import NeedSource, SupportNeed
from servicedesk.services.unit import Unit
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import customers
from servicedesk.store.promises import promises
from servicedesk.store.support import support_needs

_WORDS = ("ask_for", "salutation", "best_time", "heard_from", "remember", "notes")


def put_customer(unit: Unit, name: str, day: date, **other: object) -> int:
    """Put a customer in; returns the number."""
    values = {
        "ref": f"K-{name}",
        "name": name,
        "shown_name": name,
        "sort_key": name.casefold(),
        "is_organisation": False,
        "status": CustomerStatus.CUSTOMER,
        "is_consumer": True,
        "own": "{}",
        "added_on": day,
        **dict.fromkeys(_WORDS, ""),
    }
    return unit.insert(customers, {**values, **other})


def put_promise(unit: Unit, text: str, due: date, **other: object) -> int:
    """Put a promise in; returns the number."""
    values = {
        "ref": f"P-{text}",
        "text": text,
        "promiser": "Tom",
        "kind": PromiseKind.OTHER,
        "own": "{}",
        "made_on": due,
        "due_on": due,
        "first_due_on": due,
        "is_revised": False,
        **dict.fromkeys(
            (
                "job_ref",
                "condition",
                "remedy",
                "waiting_for",
                "notes",
                "standard_key",
                "ending_reason",
            ),
            "",
        ),
    }
    return unit.insert(promises, {**values, **other})


def put_enquiry(unit: Unit, text: str, next_on: date | None, **other: object) -> int:
    """Put an enquiry in; returns the number."""
    at = datetime.combine(next_on or date(2026, 11, 2), time(9), UTC)
    values = {
        "text": text,
        "channel": Channel.PHONE,
        "is_incoming": True,
        "at": at,
        "written_at": at,
        "is_sorted": False,
        "next_on": next_on,
        "by_whom": "Ruth",
    }
    return unit.insert(contacts, {**values, **other})


def put_need(unit: Unit, customer_id: int, review_on: date) -> int:
    """Put a support need in; returns the number."""
    values = {
        "customer_id": customer_id,
        "need": SupportNeed.LARGE_PRINT,
        "detail": "",
        "source": NeedSource.OFFERED,
        "yes_words": "",
        "is_temporary": False,
        "review_on": review_on,
        "visible_to": "",
    }
    return unit.insert(support_needs, values)
