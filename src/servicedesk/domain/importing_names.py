# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One name out of several columns: whether it is a person's or a firm's, and whom to ask for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from servicedesk.domain.importing import Meaning
from servicedesk.domain.names import fold

_FIRM_WORDS = frozenset(
    {
        *("ltd", "limited", "plc", "llp", "llc", "inc", "cic", "gmbh", "ag", "bv", "partnership"),
        *("council", "school", "college", "surgery", "church", "club", "trust", "society"),
        *("association", "hotel", "garage"),
    }
)
_FIRM_ENDS = ("& co", "and co", "& sons", "and sons", "& son", "& daughters", "& partners")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """What the columns of a row say of names.

    Args:
        whole: the name in one piece.
        given, family: with title, middle names and suffix where they belong; in one piece.
        person: title, given, middle, family and suffix as they are said.
        company: the firm.
        ask_for: whom to ask for.
    """

    whole: str = ""
    given: str = ""
    family: str = ""
    person: str = ""
    company: str = ""
    ask_for: str = ""

    @classmethod
    def of(cls, found: Mapping[Meaning, Sequence[str]]) -> "NameParts":
        """Out of the cells of a row, by their meaning."""

        def said(*meanings: Meaning) -> str:
            cells = (cell for meaning in meanings for cell in found.get(meaning, ()))
            return " ".join(dict.fromkeys(cell for cell in cells if cell))

        return cls(
            whole=said(Meaning.NAME),
            given=said(Meaning.GIVEN),
            family=said(Meaning.FAMILY),
            person=said(
                Meaning.TITLE, Meaning.GIVEN, Meaning.MIDDLE, Meaning.FAMILY, Meaning.SUFFIX
            )
            if found.get(Meaning.GIVEN) or found.get(Meaning.FAMILY) or found.get(Meaning.MIDDLE)
            else "",
            company=said(Meaning.COMPANY),
            ask_for=next(iter(found.get(Meaning.ASK_FOR, ())), ""),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who a row is about.

    Args:
        name: of the customer; may be empty.
        is_organisation: it is a firm's.
        ask_for: whom to ask for there.
        firm_beside: the firm of a person who is the customer, or "".
    """

    name: str
    is_organisation: bool = False
    ask_for: str = ""
    firm_beside: str = ""


def named(parts: NameParts) -> Named:
    """Who the customer is.

    A name in one piece is the customer's, as it is written. Where it differs from the person whose
    first and last name stand beside it, it is a firm's, and that person is to be asked for. A
    person with a firm beside them is the customer themselves.

    Args:
        parts: of one row.
    """
    person = parts.person
    if parts.whole and (not person or not _is_same(parts.whole, parts)):
        asked = person or parts.ask_for
        is_asked_apart = bool(asked) and _words(asked) != _words(parts.whole)
        is_firm = (
            bool(person)
            or _words(parts.company) == _words(parts.whole)
            or is_asked_apart
            or is_firm_name(parts.whole)
        )
        beside = "" if is_firm or not parts.company else parts.company
        return Named(
            name=parts.whole,
            is_organisation=is_firm,
            ask_for=asked if is_firm and is_asked_apart else "",
            firm_beside=beside,
        )
    if person:
        as_written = parts.whole if parts.whole and "," not in parts.whole else person
        return Named(name=as_written, firm_beside=parts.company)
    return Named(
        name=parts.company or parts.ask_for,
        is_organisation=bool(parts.company),
        ask_for=parts.ask_for if parts.company else "",
    )


def is_firm_name(name: str) -> bool:
    """Whether a name says itself that it is no person's.

    Args:
        name: as written.
    """
    folded = " ".join(fold(name).replace(".", " ").replace(",", " ").split())
    return bool(_FIRM_WORDS & set(folded.split())) or folded.endswith(_FIRM_ENDS)


def _is_same(whole: str, parts: NameParts) -> bool:
    """Whether a name in one piece is of the person whose parts stand beside it."""
    words = _words(whole)
    return words == _words(parts.person) or _words(f"{parts.given} {parts.family}") <= words


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).replace(",", " ").replace(".", " ").split())
