# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A customer as typed, made into what is kept: nothing compulsory but one thing to know them by.

Phones and e-mail addresses are kept in whatever shape they are given; what they are compared by
is made beside them.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from servicedesk.domain.customers import Address, CustomerDraft, Reach, ReachKind
from servicedesk.domain.customers_names import made_salutation, made_sort_key
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import check_length, clean_name, clean_text, fold

NAME_MOST = 200
"""Characters of a name."""

YEARS_BACK = 60
"""A visit longer ago than this is a slip of the finger."""

LINE_MOST = 200
"""Characters of any other line, such as the one to remember."""

LABEL_MOST = 40
"""Characters of a label or a tag."""

LINES_MOST = 500
"""Characters of an address, all its lines together."""

NOTES_MOST = 10_000
"""Characters of the notes."""

LIST_MOST = 30
"""Phones, e-mail addresses, addresses or tags of one customer."""

T = TypeVar("T")

_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"})
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?|GIR)([0-9][A-Z]{2})")
"""The shapes of postcodes of the United Kingdom: outward half, inward half."""


def check_visit(day: date, today: date, field: str) -> None:
    """Refuse a day on which nobody can have been here.

    Raises:
        Refusal: ``visit_ahead`` or ``visit_far``.
    """
    if day > today:
        raise Refusal("visit_ahead", field)
    if day.year < today.year - YEARS_BACK:
        raise Refusal("visit_far", field, year=day.year)


def checked_customer(draft: CustomerDraft, today: date) -> CustomerDraft:
    """The customer as kept, tidied, with the sort key and the salutation that nobody typed made.

    Own values are left as they are; see ``own_fields.checked_own``.

    Args:
        draft: as typed.
        today: the day of typing.

    Raises:
        Refusal: ``customer_needs_something`` for the field "name"; ``text_too_long`` for the
            field that is; ``customer_too_many`` for "phones", "emails", "addresses" or "tags";
            ``visit_ahead`` or ``visit_far`` for "first_visit_on".
    """
    if draft.first_visit_on is not None:
        check_visit(draft.first_visit_on, today, "first_visit_on")
    tidy = replace(
        draft,
        name=_line(draft.name, "name", NAME_MOST),
        ask_for=_line(draft.ask_for, "ask_for", NAME_MOST),
        salutation=_line(draft.salutation, "salutation", NAME_MOST),
        sort_key=fold(_line(draft.sort_key, "sort_key", NAME_MOST)),
        reaches=_reaches(draft.reaches),
        addresses=_addresses(draft.addresses),
        best_time=_line(draft.best_time, "best_time", LINE_MOST),
        tags=checked_tags(draft.tags),
        heard_from=_line(draft.heard_from, "heard_from", LINE_MOST),
        remember=_line(draft.remember, "remember", LINE_MOST),
        notes=check_length(clean_text(draft.notes).rstrip(), NOTES_MOST, "notes"),
    )
    if not tidy.name and not tidy.reaches:
        raise Refusal("customer_needs_something", "name")
    shown = shown_name(tidy)
    return replace(
        tidy,
        sort_key=tidy.sort_key or made_sort_key(shown, is_organisation=tidy.is_organisation),
        salutation=tidy.salutation or _made_salutation(tidy),
    )


def without_made(draft: CustomerDraft, before: CustomerDraft) -> CustomerDraft:
    """A changed customer whose sort key and salutation follow the name, unless somebody typed them.

    Args:
        draft: as typed, in the place of ``before``.
        before: as kept.
    """
    made_key = made_sort_key(shown_name(before), is_organisation=before.is_organisation)
    keeps_key = draft.sort_key != before.sort_key or before.sort_key != made_key
    keeps_words = draft.salutation != before.salutation or before.salutation != _made_salutation(
        before
    )
    return replace(
        draft,
        sort_key=draft.sort_key if keeps_key else "",
        salutation=draft.salutation if keeps_words else "",
    )


def shown_name(draft: CustomerDraft) -> str:
    """The name; without one, the first phone, else the first e-mail address.

    Args:
        draft: tidied, with one of them.
    """
    if draft.name:
        return draft.name
    phones = [reach.shown for reach in draft.reaches if reach.kind is ReachKind.PHONE]
    return (phones or [reach.shown for reach in draft.reaches] or [""])[0]


def checked_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as kept: tidied, each once however it was written, in the order given.

    Raises:
        Refusal: ``text_too_long`` or ``customer_too_many`` for the field "tags".
    """
    found: dict[str, str] = {}
    for typed in tags:
        if tag := _line(typed, "tags", LABEL_MOST):
            found.setdefault(fold(tag), tag)
    return _few(tuple(found.values()), "tags")


def tidy_postcode(typed: str) -> str:
    """A postcode as shown: "L27 8XY" for "l278xy"; of another shape, as it was typed."""
    found = _POSTCODE.fullmatch(normal_postcode(typed))
    return f"{found[1]} {found[2]}" if found else clean_name(typed)


def normal_postcode(typed: str) -> str:
    """By which postcodes are compared: capital letters and figures alone."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(sign for sign in plain if sign.isalnum())


def is_doubtful_email(typed: str) -> bool:
    """Whether an e-mail address has nothing before or after an "@"; asked about, never refused."""
    before, _, after = typed.partition("@")
    return not (before.strip() and after.strip())


def normal_email(typed: str) -> str:
    """By which e-mail addresses are compared; large and small letters are the same to people."""
    return clean_name(typed).casefold().replace(" ", "")


def _made_salutation(draft: CustomerDraft) -> str:
    return made_salutation(draft.name, draft.ask_for, is_organisation=draft.is_organisation)


def _line(typed: str, field: str, most: int) -> str:
    line = check_length(clean_name(typed), most, field)
    return "" if all(unicodedata.category(sign) in _UNSEEN for sign in line) else line


def _reaches(typed: tuple[Reach, ...]) -> tuple[Reach, ...]:
    found: dict[tuple[ReachKind, str], Reach] = {}
    for reach in typed:
        field = "phones" if reach.kind is ReachKind.PHONE else "emails"
        shown = _line(reach.shown, field, LINE_MOST)
        if shown:
            tidy = replace(reach, shown=shown, label=_line(reach.label, field, LABEL_MOST))
            found.setdefault((reach.kind, shown), tidy)
    for kind, field in ((ReachKind.PHONE, "phones"), (ReachKind.EMAIL, "emails")):
        _few(tuple(one for one in found.values() if one.kind is kind), field)
    return tuple(found.values())


def _addresses(typed: tuple[Address, ...]) -> tuple[Address, ...]:
    found: dict[Address, None] = {}
    for address in typed:
        lines = (clean_name(line).strip(" ,") for line in clean_text(address.lines).split("\n"))
        tidy = Address(
            lines=check_length("\n".join(line for line in lines if line), LINES_MOST, "addresses"),
            postcode=tidy_postcode(_line(address.postcode, "addresses", LABEL_MOST)),
            label=_line(address.label, "addresses", LABEL_MOST),
        )
        if tidy.lines or tidy.postcode:
            found.setdefault(tidy)
    return _few(tuple(found), "addresses")


def _few(found: tuple[T, ...], field: str) -> tuple[T, ...]:
    if len(found) > LIST_MOST:
        raise Refusal("customer_too_many", field, found=len(found), most=LIST_MOST)
    return found
