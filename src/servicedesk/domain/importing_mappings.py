# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How the columns of a list are brought in, kept under a name for the next list like it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Column, DayOrder, Meaning
from servicedesk.domain.importing_columns import plain_heading
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.names import check_length, clean_name, fold

NAME_MOST = 60
"""Characters of the name of a mapping."""

_MANY = frozenset(
    {
        Meaning.LEFT_OUT,
        *(Meaning.PHONE, Meaning.EMAIL, Meaning.REACH_LABEL, Meaning.ADDRESS, Meaning.STREET),
        *(Meaning.TOWN, Meaning.COUNTY, Meaning.POSTCODE, Meaning.COUNTRY, Meaning.TAGS),
        *(Meaning.NOTES, Meaning.TITLE, Meaning.MIDDLE, Meaning.SUFFIX, Meaning.ASK_FOR),
        *(Meaning.HEARD_FROM, Meaning.REMEMBER),
        *(Field.TEXT, Field.NOTES, Field.PRODUCT, Field.PHONE, Field.EMAIL),
    }
)
"""What several columns can say together: two phones, the lines of an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingDraft:
    """A mapping as it is kept under a name.

    Args:
        name: by which it is chosen.
        holds: what the lists hold.
        columns: their headings, and what each means.
        day_orders: in which order columns of days write day and month, by place.
    """

    name: str
    holds: ListKind
    columns: tuple[Column, ...]
    day_orders: Mapping[int, DayOrder] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingCard:
    """A mapping as kept.

    Args:
        id: of the row.
        draft: what was kept.
    """

    id: int
    draft: MappingDraft


def checked_mapping(draft: MappingDraft) -> MappingDraft:
    """A mapping as kept, tidied.

    Raises:
        Refusal: ``mapping_needs_name`` or ``text_too_long`` for "name", or what ``check_once``
            raises.
    """
    name = check_length(clean_name(draft.name), NAME_MOST, "name")
    if not name:
        raise Refusal("mapping_needs_name", "name")
    check_once(draft.columns)
    return replace(draft, name=name)


def check_once(columns: Sequence[Column]) -> None:
    """Refuse two columns that would both be the one thing of which a row has only one.

    Raises:
        Refusal: ``import_column_twice`` for the field "columns".
    """
    seen: dict[tuple[object, object], Column] = {}
    for column in columns:
        if column.meaning in _MANY:
            continue
        before = seen.setdefault((column.meaning, column.own_id), column)
        if before is not column:
            raise Refusal(
                "import_column_twice", "columns", first=before.heading, second=column.heading
            )


def named_as(cards: Iterable[MappingCard], name: str, holds: ListKind) -> MappingCard | None:
    """The mapping of a name, however it is written; None where there is none for such lists."""
    wanted = fold(clean_name(name))
    return next(
        (card for card in cards if card.draft.holds is holds and fold(card.draft.name) == wanted),
        None,
    )


def fitting(
    cards: Iterable[MappingCard], holds: ListKind, headings: Sequence[str]
) -> tuple[MappingCard, ...]:
    """The mappings that were kept for lists with these very headings."""
    return tuple(card for card in cards if card.draft.holds is holds and fits(card, headings))


def fits(card: MappingCard, headings: Sequence[str]) -> bool:
    """Whether a list has the headings that a mapping was kept for."""
    kept = [plain_heading(column.heading) for column in card.draft.columns]
    return kept == [plain_heading(heading) for heading in headings]
