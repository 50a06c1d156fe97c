# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which program wrote a list, told by headings that no other writes together.

It only names the list on the screen, so that a person sees that we know it; what each column
means is read heading by heading all the same.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.exchange_columns import ListKind, is_ours
from servicedesk.domain.importing_columns import plain_heading


class Layout(StrEnum):
    """Programs whose lists of customers are known by their headings."""

    OURS = "ours"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    THUNDERBIRD = "thunderbird"
    XERO = "xero"
    SAGE = "sage"
    SHOPIFY = "shopify"
    HUBSPOT = "hubspot"
    MAILCHIMP = "mailchimp"
    SQUARE = "square"
    QUICKBOOKS = "quickbooks"


_SIGNS: Mapping[Layout, tuple[frozenset[str], ...]] = MappingProxyType(
    {
        Layout.GOOGLE: (
            frozenset({"e mail 1 value", "phone 1 value", "labels"}),
            frozenset({"e mail 1 value", "phone 1 value", "group membership"}),
        ),
        Layout.OUTLOOK: (
            frozenset({"e mail address", "business phone", "business street"}),
            frozenset({"e mail address", "e mail display name"}),
        ),
        Layout.THUNDERBIRD: (frozenset({"primary email", "secondary email", "screen name"}),),
        Layout.XERO: (frozenset({"contact name", "po address line 1", "sa address line 1"}),),
        Layout.SAGE: (
            frozenset({"a c", "address line 1", "credit limit", "vat number"}),
            frozenset({"account reference", "company name", "trade contact"}),
        ),
        Layout.SHOPIFY: (frozenset({"accepts email marketing", "total spent", "tax exempt"}),),
        Layout.HUBSPOT: (
            frozenset({"record id", "lifecycle stage"}),
            frozenset({"record id", "contact owner"}),
            frozenset({"contact id", "lifecycle stage"}),
        ),
        Layout.MAILCHIMP: (
            frozenset({"email address", "member rating"}),
            frozenset({"email address", "optin time", "leid"}),
        ),
        Layout.SQUARE: (
            frozenset({"square customer id"}),
            frozenset({"reference id", "first visit", "transaction count"}),
        ),
        Layout.QUICKBOOKS: (
            frozenset({"customer full name", "bill address", "open balance"}),
            frozenset({"customer", "billing street", "open balance"}),
            frozenset({"display name", "billing address line 1", "opening balance"}),
            frozenset({"customer", "main phone", "bill to 1"}),
        ),
    }
)


def layout_of(kind: ListKind, headings: Sequence[str]) -> Layout | None:
    """Which program wrote a list; None where its headings do not tell.

    Args:
        kind: what the list holds.
        headings: as they stand in the file.
    """
    if is_ours(kind, headings):
        return Layout.OURS
    if kind is not ListKind.CUSTOMERS:
        return None
    there = {plain_heading(heading) for heading in headings}
    return next(
        (layout for layout, signs in _SIGNS.items() if any(sign <= there for sign in signs)),
        None,
    )
