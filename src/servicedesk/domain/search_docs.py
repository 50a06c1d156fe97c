# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the search reads of a record: its names and references, and its longer text, both folded.

A title is found by any part of its words, a text by the beginnings of them. Words stand with one
blank between them, so that whoever cuts them apart need know nothing of letters.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from servicedesk.domain.names import fold
from servicedesk.domain.search import JOINED, WORD

VERSION = "1"
"""Of the way in which texts are laid out; the index is made anew when a file has another one."""

_PLAIN_WORD = re.compile(r"[a-z0-9]+")
"""A word of text without accents, of which there is most: found in a fraction of the time."""

_JOINTS = re.compile("['-]")
_NOT_DIGITS = re.compile(r"\D+", re.ASCII)
_LAST_NUMBER = re.compile(r"0+([1-9]\d*)$", re.ASCII)
_HOME = "44"
_WHOLE = 11
"""Digits of a number with its country, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doc:
    """What is looked through for one record.

    Args:
        title: the words of its names and references.
        text: the words of everything else.
    """

    title: str
    text: str


def laid_out(parts: Iterable[str]) -> str:
    """The folded words of texts with one blank between them, each text once.

    "O'Neill" stands there in one word too, "P-2026-0014" as "p20260014".

    Args:
        parts: texts of any letters; empty ones say nothing.
    """
    words: list[str] = []
    for part in dict.fromkeys(parts):
        folded = fold(part)
        words += (_PLAIN_WORD if folded.isascii() else WORD).findall(folded)
        if "-" in folded or "'" in folded:
            words += (_JOINTS.sub("", word) for word in JOINED.findall(folded))
    return " ".join(words)


def reference_words(ref: str) -> tuple[str, ...]:
    """A reference, and its number as people say it: "14" for "P-2026-0014"."""
    number = _LAST_NUMBER.search(ref)
    return (ref,) if number is None else (ref, number[1])


def number_form(number: str) -> str:
    """The digits of a phone number as they are kept and looked for: as dialled at home.

    Args:
        number: with the country or without, in any spacing.

    Returns:
        "07700900123" for "+44 (0)7700 900123" and for "0044 7700 900123"; of a number abroad
        its digits with the country's; "" where there is no digit.
    """
    bare = fold(number).strip()
    digits = _NOT_DIGITS.sub("", bare)
    is_abroad = bare.startswith("+")
    if digits.startswith("00"):
        is_abroad, digits = True, digits[2:]
    at_home = is_abroad or len(digits) >= _WHOLE
    if at_home and digits.startswith(_HOME):
        return "0" + digits[len(_HOME) :].lstrip("0")
    return digits


def own_words(own: str) -> tuple[str, ...]:
    """What stands in the business's own fields of a record.

    Args:
        own: as kept, a JSON object of texts.
    """
    if own in ("", "{}"):
        return ()
    found = json.loads(own)
    return tuple(str(value) for value in found.values()) if isinstance(found, dict) else ()


def customer_doc(
    *,
    ref: str,
    names: Sequence[str],
    phones: Sequence[str],
    emails: Sequence[str],
    postcodes: Sequence[str],
    texts: Sequence[str],
    own: str,
) -> Doc:
    """What is looked through for a customer.

    Args:
        ref: reference.
        names: the name, and whom to ask for.
        phones: in any form.
        emails: addresses.
        postcodes: as shown.
        texts: lines of addresses, tags, notes.
        own: the business's own fields, as kept.
    """
    joined = (postcode.replace(" ", "") for postcode in postcodes)
    numbers = (number_form(phone) for phone in phones)
    title = (*names, *reference_words(ref), *numbers, *emails, *postcodes, *joined)
    return Doc(title=laid_out(title), text=laid_out((*texts, *own_words(own))))


def plain_doc(*, refs: Sequence[str], texts: Sequence[str], own: str = "") -> Doc:
    """What is looked through for a record that is no person.

    Args:
        refs: its reference and those of others that it names, and its title.
        texts: everything else.
        own: the business's own fields, as kept.
    """
    title = laid_out(part for ref in refs for part in reference_words(ref))
    return Doc(title=title, text=laid_out((*texts, *own_words(own))))
