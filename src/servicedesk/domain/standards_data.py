# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A service standard as a plain mapping: the one form for presets, answers files and the database.

The keys are the field names of ``ServiceStandard``, but that sums are written in pounds
("£30") and the share of an aim as ``target = "95 %"``; what has its default is left out. The
format is shown, with everything that it can hold, in
``tests/golden/charters/example_standard.toml``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import time
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from servicedesk.domain.elements import Element
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides_answers import nearest
from servicedesk.domain.standards import (
    Amount,
    Audience,
    Availability,
    Basis,
    Bound,
    ClockLimit,
    Measure,
    MeasuredBy,
    Pattern,
    Remedy,
    RemedyClaim,
    SecondLimit,
    ServiceStandard,
    StandardChannel,
    StandardKind,
    StartEvent,
    StopEvent,
    TimeBand,
    Unit,
)
from servicedesk.domain.standards_amounts import (
    SHOWN,
    amount_text,
    money_text,
    read_amount,
    read_money,
    read_time,
    time_text,
)

Reader = Callable[[object, str], object]
"""Takes a value of a data file and the field it stands in; gives what the standard holds."""

Table = ServiceStandard | ClockLimit | TimeBand | Availability | Pattern | SecondLimit | Remedy
"""What is written as a table of its own."""

Part = TypeVar("Part")
Word = TypeVar("Word", bound=StrEnum)

REQUIRED = ("key", "title", "action", "measure", "page")
"""What every standard must say; the level may still be open in a draft."""

CLOSE = "close"
"""Stands for close of business where a time of day is wanted."""


def standard_from_data(mapping: Mapping[str, object], where: str = "standards") -> ServiceStandard:
    """Read one service standard.

    Args:
        mapping: as TOML or JSON gives it; nothing in it is trusted.
        where: the list in which it stands; refusals name ``where.KEY.field``.

    Raises:
        Refusal: a key, type, word, unit, time or sum that is wrong, with ``nearest`` the right
            word most like it or ``known`` all of them; the codes all begin with ``standard_``.
    """
    key = mapping.get("key")
    place = f"{where}.{key[:SHOWN]}" if isinstance(key, str) and key else where
    read = _read_table(mapping, place, _STANDARD, REQUIRED)
    read = {_FIELDS.get(name, name): value for name, value in read.items()}
    standard = ServiceStandard(**read)
    _check_order(standard.limit, standard.up_to, f"{place}.up_to")
    return standard


def standard_to_data(standard: ServiceStandard) -> dict[str, object]:
    """Write one service standard as a plain mapping of text, numbers, lists and tables.

    Args:
        standard: sums of money in whole pence.

    Returns:
        What ``standard_from_data`` reads back to an equal standard; fit for TOML and JSON.
    """
    return _table_of(standard)


def _table_of(part: Table) -> dict[str, object]:
    table = {}
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(part, ClockLimit) and field.name == "at" and value is None:
            value = CLOSE
        if value != field.default:
            table[_NAMES.get(field.name, field.name)] = _plain(value, field.name)
    return table


def _plain(value: object, name: str) -> object:
    if name in _MONEY_FIELDS and isinstance(value, int):
        return money_text(value)
    if isinstance(value, Decimal):
        return amount_text(Amount(value=value, unit=Unit.PERCENT))
    if isinstance(value, Amount):
        return amount_text(value)
    if isinstance(value, time):
        return time_text(value)
    if isinstance(value, tuple):
        return [_table_of(entry) for entry in value]
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Table):
        return _table_of(value)
    return value


def _check_order(lower: Amount | None, upper: Amount | None, field: str) -> None:
    if lower is None or upper is None:
        return
    if (lower.unit, lower.days) == (upper.unit, upper.days) and lower.value >= upper.value:
        low, high = amount_text(lower), amount_text(upper)
        raise Refusal("standard_range_order", field, where=field, lower=low, upper=high)


def _read_table(
    value: object, place: str, readers: Mapping[str, Reader], required: tuple[str, ...] = ()
) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise Refusal("standard_not_table", place, where=place)
    found = {}
    for name, entry in value.items():
        reader = readers.get(name)
        if reader is None:
            field = f"{place}.{str(name)[:SHOWN]}"
            raise _unknown("standard_key", field, place, str(name), readers)
        found[name] = reader(entry, f"{place}.{name}")
    for name in required:
        if name not in found:
            raise Refusal("standard_key_missing", f"{place}.{name}", where=place, word=name)
    return found


def _unknown(code: str, field: str, where: str, word: str, known: Iterable[str]) -> Refusal:
    """A refusal that names the nearest right word, or all of them where none is near."""
    words = [str(one) for one in known]
    near = nearest(word, words)
    if near:
        return Refusal(f"{code}_near", field, where=where, word=word[:SHOWN], nearest=near)
    named = ", ".join(words)
    return Refusal(f"{code}_unknown", field, where=where, word=word[:SHOWN], known=named)


def _text(value: object, field: str) -> str:
    if not isinstance(value, str):
        raise Refusal("standard_not_text", field, where=field)
    return value.strip()


def _name(value: object, field: str) -> str:
    text = _text(value, field)
    if not text:
        raise Refusal("standard_empty", field, where=field)
    return text


def _yes_no(value: object, field: str) -> bool:
    if not isinstance(value, bool):
        raise Refusal("standard_not_yes_no", field, where=field)
    return value


def _whole(value: object, field: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Refusal("standard_not_whole", field, where=field)
    return value


def _amount(value: object, field: str) -> Amount:
    return read_amount(_text(value, field), field)


def _money(value: object, field: str) -> int:
    return read_money(_text(value, field), field)


def _time(value: object, field: str) -> time:
    return read_time(_text(value, field), field)


def _time_or_close(value: object, field: str) -> time | None:
    text = _text(value, field)
    return None if text == CLOSE else read_time(text, field)


def _share(value: object, field: str) -> Decimal:
    amount = _amount(value, field)
    if amount.unit is not Unit.PERCENT or amount.value > 100:
        raise Refusal("standard_not_share", field, where=field)
    return amount.value


def _word_of(enum: type[Word]) -> Callable[[object, str], Word]:
    def read(value: object, field: str) -> Word:
        text = _text(value, field)
        try:
            return enum(text)
        except ValueError:
            raise _unknown("standard_word", field, field, text, enum) from None

    return read


def _who(value: object, field: str) -> str:
    text = _text(value, field)
    if text not in ("we", "you"):
        raise _unknown("standard_word", field, field, text, ("we", "you"))
    return text


def _part_of(
    part: Callable[..., Part], readers: Mapping[str, Reader], required: tuple[str, ...] = ()
) -> Callable[[object, str], Part]:
    def read(value: object, field: str) -> Part:
        return part(**_read_table(value, field, readers, required))

    return read


def _bands(value: object, field: str) -> tuple[TimeBand, ...]:
    if not isinstance(value, list | tuple):
        raise Refusal("standard_not_list", field, where=field)
    read = _part_of(TimeBand, _BAND)
    return tuple(read(entry, f"{field}.{number}") for number, entry in enumerate(value, start=1))


def _remedy(value: object, field: str) -> Remedy:
    read = _read_table(value, field, _REMEDY)
    remedy = Remedy(**{_FIELDS.get(name, name): entry for name, entry in read.items()})
    if remedy.pence_most is not None and remedy.pence_most <= (remedy.pence or 0):
        low, high = money_text(remedy.pence or 0), money_text(remedy.pence_most)
        place = f"{field}.money_most"
        raise Refusal("standard_range_order", place, where=place, lower=low, upper=high)
    return remedy


_FIELDS = {
    "money": "pence",
    "money_most": "pence_most",
    "late_money": "late_pence",
    "target": "target_pct",
}
"""Names of the data format that are not the names of the fields."""

_NAMES = {field: name for name, field in _FIELDS.items()}
_MONEY_FIELDS = ("pence", "pence_most", "late_pence")

_BAND: Mapping[str, Reader] = {"opens": _time, "closes": _time, "width": _amount}
_REMEDY: Mapping[str, Reader] = {
    "text": _text,
    "money": _money,
    "money_most": _money,
    "depends_on": _text,
    "claim": _word_of(RemedyClaim),
    "claim_within": _amount,
    "late_money": _money,
}
_STANDARD: Mapping[str, Reader] = {
    "key": _name,
    "title": _name,
    "action": _name,
    "measure": _word_of(Measure),
    "page": _name,
    "who": _who,
    "kind": _word_of(StandardKind),
    "audience": _word_of(Audience),
    "channel": _word_of(StandardChannel),
    "element": _word_of(Element),
    "limit": _amount,
    "up_to": _amount,
    "average": _yes_no,
    "repeats": _yes_no,
    "bound": _word_of(Bound),
    "per": _amount,
    "clock": _part_of(ClockLimit, {"at": _time_or_close, "after": _amount}),
    "bands": _bands,
    "availability": _part_of(Availability, {"opens": _time, "closes": _time, "free": _yes_no}),
    "pattern": _part_of(
        Pattern,
        {"occasions": _whole, "window": _amount, "lasting": _amount},
        ("occasions", "window"),
    ),
    "cut_off": _time,
    "second": _part_of(SecondLimit, {"limit": _amount, "condition": _name}, ("limit", "condition")),
    "updates": _amount,
    "condition": _text,
    "fallback": _text,
    "remedy": _remedy,
    "target": _share,
    "basis": _word_of(Basis),
    "measured_by": _word_of(MeasuredBy),
    "start_event": _word_of(StartEvent),
    "stop_event": _word_of(StopEvent),
    "is_public": _yes_no,
    "is_ticked": _yes_no,
}
