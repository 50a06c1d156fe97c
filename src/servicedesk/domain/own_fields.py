# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The business's own fields on customers and promises: what it wants to note that we did not."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.customers import OWN_VALUE
from servicedesk.domain.entries_days import SHOWN, read_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import check_length, clean_name, fold

MOST = 10
"""Own fields on one sort of record."""

NAME_MOST = 60
"""Characters of a field's name, or of one choice."""

VALUE_MOST = 500
"""Characters of a value."""

CHOICES_LEAST = 2
CHOICES_MOST = 30
"""How many things there are to choose from."""

YES = "yes"
NO = "no"
"""How the answer to a yes-or-no field is kept."""

_YES = frozenset({"yes", "y", "true", "1", "x"})
_NO = frozenset({"no", "n", "false", "0"})
_NUMBER = re.compile(r"([+-]?)([0-9]{1,15})(?:[.,]([0-9]{1,9}))?")


class OwnFieldOn(StrEnum):
    """On which sort of record a field is."""

    CUSTOMER = "customer"
    PROMISE = "promise"
    COMPLAINT = "complaint"


class OwnFieldKind(StrEnum):
    """What goes into a field."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFieldDraft:
    """An own field as typed.

    Args:
        on: which sort of record it is for.
        name: its label.
        kind: what goes into it.
        choices: for CHOICE.
    """

    on: OwnFieldOn
    name: str
    kind: OwnFieldKind = OwnFieldKind.TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFieldCard:
    """An own field as kept.

    Args:
        id: of the row; the key of its values in every record.
        draft: what was typed.
        retired_on: not asked any more since that day; its values stay. None while in use.
    """

    id: int
    draft: OwnFieldDraft
    retired_on: date | None = None


def checked_field(
    draft: OwnFieldDraft, others: Iterable[OwnFieldCard], card: OwnFieldCard | None = None
) -> OwnFieldDraft:
    """An own field as kept, tidied.

    Args:
        draft: as typed.
        others: every own field that is kept, retired ones among them.
        card: the field that is changed; None for a new one.

    Raises:
        Refusal: ``own_field_needs_name``, ``own_field_name_taken``, ``own_field_too_many`` or
            ``text_too_long`` for "name"; ``own_field_kind_stays`` for "kind", for values are there
            already and only text takes them all; ``own_field_needs_choices``,
            ``own_field_choices_many`` or ``text_too_long`` for "choices".
    """
    in_use = [
        other
        for other in others
        if other.draft.on is draft.on
        and other.retired_on is None
        and (card is None or other.id != card.id)
    ]
    name = check_length(clean_name(draft.name), NAME_MOST, "name")
    if not name:
        raise Refusal("own_field_needs_name", "name")
    if any(fold(other.draft.name) == fold(name) for other in in_use):
        raise Refusal("own_field_name_taken", "name", name=name)
    if len(in_use) >= MOST:
        raise Refusal("own_field_too_many", "name", most=MOST)
    if card is not None and draft.kind not in (card.draft.kind, OwnFieldKind.TEXT):
        raise Refusal("own_field_kind_stays", "kind")
    choices = _choices(draft.choices, is_needed=draft.kind is OwnFieldKind.CHOICE)
    return replace(draft, name=name, choices=choices)


def _choices(typed: Iterable[str], *, is_needed: bool) -> tuple[str, ...]:
    """What there is to choose from; kept for the day the field is one to choose in."""
    found: dict[str, str] = {}
    for one in typed:
        if choice := check_length(clean_name(one), NAME_MOST, "choices"):
            found.setdefault(fold(choice), choice)
    if is_needed and len(found) < CHOICES_LEAST:
        raise Refusal("own_field_needs_choices", "choices")
    if len(found) > CHOICES_MOST:
        raise Refusal("own_field_choices_many", "choices", most=CHOICES_MOST)
    return tuple(found.values())


def checked_own(
    values: OWN_VALUE, fields: Iterable[OwnFieldCard], before: OWN_VALUE, today: date
) -> OWN_VALUE:
    """The values of a record's own fields as kept, without those that are empty.

    A value that stands as it stood is kept even where its field would not take it any more: a
    choice may have been taken out of the list, a field retired.

    Args:
        values: as typed, by field id as text; a field that is not named keeps what it had.
        fields: of this sort of record, retired ones among them.
        before: what stood in the record.
        today: the day of typing.

    Raises:
        Refusal: ``text_too_long``, ``own_number_not_read``, ``own_yes_no_not_read``,
            ``own_choice_unknown`` or what ``read_day`` raises, for the field "own_<id>".
    """
    kept = dict(before)
    for card in fields:
        key = str(card.id)
        if key in values and values[key] != before.get(key, ""):
            kept[key] = own_value(card, values[key], today)
    return MappingProxyType({key: value for key, value in kept.items() if value})


def own_value(card: OwnFieldCard, typed: str, today: date) -> str:
    """One value as kept: a number as "1200.5", a day as "2026-12-03", "yes" or "no", else text.

    Args:
        card: the field.
        typed: anything; empty for no value.
        today: the day of typing.

    Raises:
        Refusal: as for ``checked_own``.
    """
    field = own_question(card.id)
    line = check_length(clean_name(typed), VALUE_MOST, field)
    if not line:
        return ""
    match card.draft.kind:
        case OwnFieldKind.NUMBER:
            return _number(line, field)
        case OwnFieldKind.DAY:
            return read_day(line, today, field).isoformat()
        case OwnFieldKind.YES_NO:
            return _yes_no(line, field)
        case OwnFieldKind.CHOICE:
            return _choice(line, card.draft.choices, field)
        case _:
            return line


def own_question(field_id: int) -> str:
    """What a form and its refusals call the field: "own_7"."""
    return f"own_{field_id}"


def _number(line: str, field: str) -> str:
    bare = re.sub(r"(?<=\d)[ ,'](?=\d{3}(?!\d))", "", unicodedata.normalize("NFKC", line))
    found = _NUMBER.fullmatch(bare.replace("\u2212", "-"))
    if found is None:
        raise Refusal("own_number_not_read", field, found=line[:SHOWN])
    sign, whole, part = found[1], found[2].lstrip("0") or "0", (found[3] or "").rstrip("0")
    number = f"{whole}.{part}" if part else whole
    return f"-{number}" if sign == "-" and number != "0" else number


def _yes_no(line: str, field: str) -> str:
    said = fold(line)
    if said in _YES:
        return YES
    if said in _NO:
        return NO
    raise Refusal("own_yes_no_not_read", field, found=line[:SHOWN])


def _choice(line: str, choices: tuple[str, ...], field: str) -> str:
    for choice in choices:
        if fold(choice) == fold(line):
            return choice
    raise Refusal("own_choice_unknown", field, found=line[:SHOWN], choices=", ".join(choices))
