# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Addresses as people type them, in one go: lines or commas, the postcode at the end."""

import re

from servicedesk.domain.customers import Address
from servicedesk.domain.customers_typing import tidy_postcode
from servicedesk.domain.names import clean_text

_AT_END = re.compile(
    r"(?:^|[\s,])((?:[A-Za-z]{1,2}[0-9][A-Za-z0-9]?|[Gg][Ii][Rr])\s?[0-9][A-Za-z]{2})[\s.,]*$"
)
"""A postcode of the United Kingdom at the end of a text."""


def address_from(typed: str) -> Address:
    """An address out of one text, such as "4 High Street, Leeds, ls1 4dy".

    Commas part lines only where there are no lines yet: "Flat 2, 4 High Street" is one line of
    two. A postcode of another country stays where it was typed.

    Args:
        typed: anything; empty for no address.
    """
    text = clean_text(typed).strip()
    found = _AT_END.search(text)
    postcode = tidy_postcode(found[1]) if found else ""
    rest = text[: found.start()] if found else text
    lines = rest.split("\n") if "\n" in rest.strip() else rest.split(",")
    kept = [line.strip(" \t,") for line in lines]
    return Address(lines="\n".join(line for line in kept if line), postcode=postcode)


def address_text(address: Address) -> str:
    """An address as one text, the postcode on a line of its own."""
    return "\n".join(part for part in (address.lines, address.postcode) if part)
