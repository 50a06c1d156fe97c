# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What columns of promises, complaints and feedback can mean, and what shape their cells have.

A field is called as the column of our own list is, so that what was taken out comes back in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from servicedesk.domain.complaints import About, Content, Finding, Serious, Stage, Track, Wish
from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.exchange_columns import COLUMNS, ListKind
from servicedesk.domain.feedback import Decision, FeedbackKind, MayQuote, Touchpoint
from servicedesk.domain.importing import Meaning
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.promises import Outcome, PromiseKind

Shape = Literal["line", "text", "day", "moment", "code", "codes", "yes", "mark", "money"]
"""How the cells of a column are read."""

WHO = (Field.CUSTOMER_NUMBER, Field.CUSTOMER, Field.PHONE, Field.EMAIL, Field.POSTCODE)
"""By which the customer is found whom a row is about."""

_DAYS = frozenset(one for one in Field if one.value.endswith("_on"))
_MOMENTS = frozenset(one for one in Field if one.value.endswith("_at"))
_TEXTS = frozenset({Field.TEXT, Field.NOTES, Field.BETTER, Field.ANSWER, Field.OUTCOME_WORDS})
_CODES: Mapping[Field, type[StrEnum]] = MappingProxyType(
    {
        Field.CHANNEL: Channel,
        Field.OUTCOME: Outcome,
        Field.ABOUT: About,
        Field.SERIOUS: Serious,
        Field.TRACK: Track,
        Field.STAGE: Stage,
        Field.FINDING: Finding,
        Field.TOLD_BY: Channel,
        Field.CONTENT: Content,
        Field.TOUCHPOINT: Touchpoint,
        Field.MAY_QUOTE: MayQuote,
        Field.DECISION: Decision,
    }
)
_LISTS: Mapping[Field, type[StrEnum]] = MappingProxyType(
    {Field.WISHES: Wish, Field.ELEMENTS: Element}
)
_YES = frozenset(
    {
        *(Field.IS_SAFETY, Field.IS_ONGOING, Field.FROM_STOCK, Field.WANTS_ANSWER),
        *(Field.IS_INCENTIVISED, Field.IS_ON_WALL),
    }
)
_MARKS = frozenset(
    {
        *(Field.SATISFACTION, Field.RECOMMENDATION, Field.EFFORT),
        *(Field(one.value) for one in Element),
        *(one for one in Field if one.value.startswith("handled_")),
    }
)


def fields_of(kind: ListKind) -> tuple[Field, ...]:
    """What a column of a list of that kind can mean, in the order of our own list.

    Args:
        kind: promises, complaints or feedback.
    """
    ours = [Field(name) for name, _ in COLUMNS[kind]]
    place = ours.index(Field.CUSTOMER) + 1
    return (*ours[:place], Field.PHONE, Field.EMAIL, Field.POSTCODE, *ours[place:])


def field_of(kind: ListKind, code: str) -> Meaning | Field:
    """What a code means in a list of that kind.

    Args:
        kind: of the list.
        code: value of a Meaning or of a Field.

    Raises:
        ValueError: for a code that nothing has.
    """
    if kind is ListKind.CUSTOMERS or code in (Meaning.LEFT_OUT.value, Meaning.OWN.value):
        return Meaning(code)
    return Field(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """How the cells of a field are read.

    Args:
        shape: which shape they have.
        codes: for CODE and CODES, the words there are.
    """

    shape: Shape
    codes: type[StrEnum] = StrEnum


def reads(kind: ListKind, field: Field) -> Reads:
    """How the cells of a field are read in a list of that kind."""
    if field is Field.KIND:
        codes = PromiseKind if kind is ListKind.PROMISES else FeedbackKind
        return Reads(shape="code", codes=codes)
    if field in _CODES:
        return Reads(shape="code", codes=_CODES[field])
    if field in _LISTS:
        return Reads(shape="codes", codes=_LISTS[field])
    shapes: tuple[tuple[Shape, frozenset[Field]], ...] = (
        ("day", _DAYS),
        ("moment", _MOMENTS),
        ("text", _TEXTS),
        ("yes", _YES),
        ("mark", _MARKS),
        ("money", frozenset({Field.AMOUNT})),
    )
    for shape, fields in shapes:
        if field in fields:
            return Reads(shape=shape)
    return Reads(shape="line")
