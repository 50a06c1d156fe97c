# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person types in a hurry, made into what is kept: lines, money, phones, times of keeping.

Days have a module of their own, ``entries_days``; ``read_day`` is here for its callers.
"""

import re
import unicodedata

from servicedesk.domain.entries_days import SHOWN, read_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import clean_name

__all__ = [
    "LINE_MOST",
    "phone_digits",
    "read_day",
    "read_money",
    "read_period",
    "read_phone",
    "tidy_line",
]

LINE_MOST = 120
"""Characters of a line, unless its field says otherwise."""

_UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_LAST_C0 = "\x1f"
_UNSEEN = frozenset({"Cf", "Mn", "Me", "Zs"})

_PENCE = re.compile(r"([0-9]{1,9})\s*p", re.IGNORECASE)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,' ][0-9]{3})+")
_GROUPED_BY_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_PLAIN = re.compile(r"[0-9]+")
_POUNDS_MOST = 9
_PHONE_LEAST = 3
_PART = re.compile(r"([0-9]{1,4})\s*(years?|yrs?|y|months?|mths?|m)(?![a-z])\.?,?(?:\s*and\b)?\s*")


def tidy_line(typed: str, field: str, most: int = LINE_MOST) -> str:
    """A line as kept: on one line, with single spaces and none at the ends.

    Control signs that came along with something pasted go, and so do those that turn the writing
    direction. What nobody can see is no answer: a line of nothing but such signs comes out empty.

    Args:
        typed: anything.
        field: the field to mend.
        most: characters there is room for.

    Raises:
        Refusal: ``entry_odd_character`` or ``entry_too_long``.
    """
    spaced = " ".join(typed.split())
    for sign in spaced:
        if sign > _LAST_C0 and unicodedata.category(sign) in _UNPRINTABLE:
            raise Refusal("entry_odd_character", field, sign=f"U+{ord(sign):04X}")
    line = clean_name(spaced)
    if len(line) > most:
        raise Refusal("entry_too_long", field, most=most, over=len(line) - most)
    return "" if all(unicodedata.category(sign) in _UNSEEN for sign in line) else line


def read_money(typed: str, field: str = "money") -> int:
    """Pence of a sum such as "12", "12.50", "£12,50", "1,200", "1.200,50" or "50p".

    A comma or a point before one or two figures at the end parts off pence; before three it
    parts off thousands, except a single point, which could be either and is asked about.

    Args:
        typed: anything.
        field: the field to mend.

    Returns:
        Pence, 0 or more.

    Raises:
        Refusal: ``money_not_read``, ``money_unclear`` or ``money_too_big``.
    """
    bare = unicodedata.normalize("NFKC", typed).strip()
    bare = re.sub(r"^(?:£|GBP)\s*|\s*(?:£|GBP)$", "", bare, flags=re.IGNORECASE)
    if found := _PENCE.fullmatch(bare):
        return int(found[1])
    pounds, pence = _parted(bare)
    if _GROUPED.fullmatch(pounds) or (pence and _GROUPED_BY_POINTS.fullmatch(pounds)):
        pounds = re.sub("[^0-9]", "", pounds)
    elif _GROUPED_BY_POINTS.fullmatch(pounds):
        raise Refusal("money_unclear", field, found=bare[:SHOWN])
    elif not _PLAIN.fullmatch(pounds):
        raise Refusal("money_not_read", field, found=_shown(typed))
    pounds = pounds.lstrip("0") or "0"  # Python reads no figures by the thousand, nor noughts
    if len(pounds) > _POUNDS_MOST:
        raise Refusal("money_too_big", field)
    return int(pounds) * 100 + int(f"{pence:0<2}" if pence else "0")


def read_phone(typed: str, field: str = "phone") -> str:
    """A phone number as kept: as it was typed, with single spaces.

    No number is called wrong: extensions, words beside it and numbers from anywhere are kept.

    Args:
        typed: anything.
        field: the field to mend.

    Raises:
        Refusal: ``phone_not_read`` when it has fewer than three figures, and what
            ``tidy_line`` raises.
    """
    line = tidy_line(typed, field, 60)
    if len(phone_digits(line)) < _PHONE_LEAST:
        raise Refusal("phone_not_read", field, found=_shown(line))
    return line


def phone_digits(typed: str) -> str:
    """The figures of a phone number, by which it is found whatever its spacing.

    The country's own prefix gives the leading 0 back: "+44 1632 960123" is "01632960123".
    """
    plain = unicodedata.normalize("NFKC", typed).strip()
    figures = re.sub(r"[^0-9+]", "", plain.replace("(0)", ""))
    figures = re.sub(r"^(?:\+44|0044)", "0", figures)
    return figures.replace("+", "")


def read_period(typed: str, field: str = "period") -> int:
    """Months of a span such as "6 years", "18 months", "1 year 6 months" or "6y".

    Args:
        typed: anything.
        field: the field to mend.

    Raises:
        Refusal: ``period_needs_unit`` for a bare number, ``period_not_read`` for the rest.
    """
    rest = unicodedata.normalize("NFKC", typed).strip().casefold()
    if _PLAIN.fullmatch(rest):
        raise Refusal("period_needs_unit", field, found=rest[:SHOWN])
    months, place = 0, 0
    while place < len(rest) and (found := _PART.match(rest, place)):
        months += int(found[1]) * (12 if found[2].startswith("y") else 1)
        place = found.end()
    if place < len(rest) or not rest:
        raise Refusal("period_not_read", field, found=_shown(typed))
    return months


def _parted(bare: str) -> tuple[str, str]:
    """Pounds and pence as typed; no pence where nothing parts them off."""
    found = re.fullmatch(r"(.*[0-9])[.,]([0-9]{1,2})", bare)
    return (found[1], found[2]) if found else (bare, "")


def _shown(typed: str) -> str:
    line = " ".join(typed.split())
    return "".join(sign if sign.isprintable() else "?" for sign in line)[:SHOWN]
