# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The address that a QR code on a card leads to: a page of the web, and nothing else.

Phones open anything that a code holds, so only web pages are put into one. An e-mail address is
none: it would open a program that many phones have never been told about.
"""

import re
from urllib.parse import urlsplit

from servicedesk.domain.errors import Refusal

ADDRESS_MOST = 200
"""Bytes of an address, one for a plain letter: with 201 a code has so many squares that on an A6
card, printed at 300 dots an inch, they are too small for telephones."""

_EMAIL = re.compile(r"(?:mailto:)?[^@\s/:]+@[^@\s/:]+", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
_HOST = re.compile(r"(?!-)[^\s.\-_/@:][^\s./@:]{0,62}(?:\.[^\s./@:]{1,63})+", re.IGNORECASE)
_LAST_PORT = 65_535


def checked_qr_address(typed: str, field: str = "feedback_address") -> str:
    """A web address as kept; what begins without http:// or https:// gets the latter.

    Args:
        typed: anything; empty for no address.
        field: the field to mend.

    Raises:
        Refusal: ``qr_address_spaces``, ``qr_address_email``, ``qr_address_scheme``,
            ``qr_address_none`` or ``qr_address_long``.
    """
    address = typed.strip()
    if not address:
        return ""
    if not address.isprintable() or any(sign.isspace() for sign in address):
        raise Refusal("qr_address_spaces", field)
    if _EMAIL.fullmatch(address):
        raise Refusal("qr_address_email", field)
    scheme = _SCHEME.match(address)
    if scheme is None:
        address = f"https://{address}"
    elif scheme[1].casefold() not in ("http", "https"):
        raise Refusal("qr_address_scheme", field)
    if not _is_page(address):
        raise Refusal("qr_address_none", field)
    if len(address.encode()) > ADDRESS_MOST:
        raise Refusal("qr_address_long", field, most=ADDRESS_MOST)
    return address


def _is_page(address: str) -> bool:
    """Whether an address names a host and, where it names one, a port there can be."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if port is not None and not 0 < port <= _LAST_PORT:
        return False
    return "@" not in parts.netloc and _HOST.fullmatch(host) is not None
