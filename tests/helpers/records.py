# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows of customers, promises and contacts, put in as a service would, with little typing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy import func, select

from servicedesk.domain.customers import Channel, CustomerStatus, ReachKind
from servicedesk.domain.names import fold, sort_key_organisation, sort_key_person
from servicedesk.domain.promises import PromiseKind
from servicedesk.services.unit import Units
from servicedesk.store.contacts import contacts
from servicedesk.store.customers import (
    customer_addresses,
    customer_reaches,
    customer_tags,
    customers,
)
from servicedesk.store.promises import promises

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def customer_values(name: str, ref: str, **other: object) -> dict[str, object]:
    """What stands in the row of a customer, by column."""
    firm = bool(other.get("is_organisation"))
    values: dict[str, object] = {
        "ref": ref,
        "name": name,
        "shown_name": name,
        "sort_key": (sort_key_organisation if firm else sort_key_person)(name),
        "is_organisation": firm,
        "status": CustomerStatus.CUSTOMER,
        "is_consumer": True,
        "prefers": None,
        "own": "{}",
        "first_visit_on": None,
        "last_visit_on": None,
        "added_on": DAY,
        "archived_on": None,
        "binned_at": None,
        "merged_into_id": None,
    }
    texts = ("ask_for", "salutation", "best_time", "heard_from", "remember", "notes")
    return {**dict.fromkeys(texts, ""), **values, **other}


def promise_values(customer_id: int | None, text: str, ref: str, due_on: date) -> dict[str, object]:
    """What stands in the row of an open promise, by column."""
    texts = ("job_ref", "condition", "remedy", "waiting_for", "notes", "standard_key")
    return {
        **dict.fromkeys((column.name for column in promises.columns if column.name != "id"), None),
        **dict.fromkeys((*texts, "ending_reason"), ""),
        "ref": ref,
        "customer_id": customer_id,
        "text": text,
        "promiser": "Tom",
        "kind": PromiseKind.OTHER,
        "own": "{}",
        "made_on": DAY,
        "due_on": due_on,
        "first_due_on": due_on,
        "is_revised": False,
    }


def put_customer(
    units: Units,
    name: str,
    *,
    phone: str = "",
    email: str = "",
    postcode: str = "",
    lines: str = "",
    tags: tuple[str, ...] = (),
    **other: object,
) -> int:
    """Put a customer in and return the number."""
    with units.change("add customer", "Ann") as unit:
        count = unit.connection.scalar(select(func.max(customers.c.id)))
        made = unit.insert(customers, customer_values(name, f"K-{(count or 0) + 1:04d}", **other))
        _put_reaches(unit, made, phone=phone, email=email)
        if postcode or lines:
            unit.insert(
                customer_addresses,
                {
                    "customer_id": made,
                    "position": 0,
                    "lines": lines,
                    "postcode": postcode,
                    "normal": fold(postcode).replace(" ", ""),
                    "label": "",
                },
            )
        for tag in tags:
            unit.insert(customer_tags, {"customer_id": made, "tag": tag})
    return made


def _put_reaches(unit, customer_id: int, *, phone: str, email: str) -> None:
    for position, (kind, shown) in enumerate([(ReachKind.PHONE, phone), (ReachKind.EMAIL, email)]):
        if shown:
            digits = "".join(sign for sign in shown if sign.isdigit())
            unit.insert(
                customer_reaches,
                {
                    "customer_id": customer_id,
                    "position": position,
                    "kind": kind,
                    "shown": shown,
                    "normal": digits if kind is ReachKind.PHONE else fold(shown),
                    "label": "",
                },
            )


def put_promise(
    units: Units,
    customer_id: int | None,
    text: str,
    *,
    due_on: date = DAY,
    **other: object,
) -> int:
    """Put an open promise in and return its number."""
    with units.change("make promise", "Ann") as unit:
        count = unit.connection.scalar(select(func.max(promises.c.id)))
        values = promise_values(customer_id, text, f"P-2026-{(count or 0) + 1:04d}", due_on)
        return unit.insert(promises, {**values, **other})


def put_contact(
    units: Units,
    customer_id: int | None,
    text: str,
    *,
    next_on: date | None = None,
    **other: object,
) -> int:
    """Put a contact in and return its number."""
    values: Mapping[str, object] = {
        **dict.fromkeys((column.name for column in contacts.columns if column.name != "id"), None),
        "customer_id": customer_id,
        "text": text,
        "channel": Channel.PHONE,
        "is_incoming": True,
        "at": MOMENT,
        "written_at": MOMENT,
        "is_sorted": False,
        "next_on": next_on,
        "by_whom": "Tom",
        **other,
    }
    with units.change("log contact", "Ann") as unit:
        return unit.insert(contacts, values)
