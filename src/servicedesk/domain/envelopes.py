# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""To whom an envelope or a label is written: the lines of an address, and nothing else of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from servicedesk.domain.customers import CustomerCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom something is sent to.

    Args:
        name: as it is said when an address is missing; may be a phone number.
        lines: as they stand on the envelope, the name at the head; empty without an address.
    """

    name: str
    lines: tuple[str, ...]


def addressee_of(card: CustomerCard) -> Addressee:
    """A customer at the address that letters go to; a mere number stands on no envelope."""
    draft = card.draft
    first = draft.addresses[0] if draft.addresses else None
    where = [] if first is None else [*first.lines.splitlines(), first.postcode]
    return _addressee(card.shown_name, [draft.name, draft.ask_for], where)


def addressee_in(name: str, values: Mapping[str, str]) -> Addressee:
    """Whom a letter was addressed to when it went out.

    Args:
        name: of the customer, or of the letter.
        values: of its fields, as printed.
    """
    said = values.get("customer.name", "")
    block = values.get("customer.address_block", "").splitlines()
    return _addressee(said or name, [said], [line for line in block if line.strip() != said])


def _addressee(name: str, who: list[str], where: list[str]) -> Addressee:
    known = [line.strip() for line in where if line.strip()]
    lines = (*(line.strip() for line in who if line.strip()), *known)
    return Addressee(name=name, lines=lines if known else ())
