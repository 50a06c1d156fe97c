# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Changing a service standard field by field: what was typed makes a new one, or a refusal.

Whatever comes out can be written to an answers file and read back from it. Parts that only say
something together, such as a second limit and when it holds, are changed together.
"""

import copy
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.standards import (
    Amount,
    Bound,
    Measure,
    ServiceStandard,
    Unit,
)
from servicedesk.domain.standards_amounts import amount_text, money_text, read_amount, read_money
from servicedesk.domain.standards_data import CLOSE, standard_from_data, standard_to_data
from servicedesk.domain.standards_editing_fields import (
    EditorField,
    FieldPlace,
    FieldShape,
    fields_of,
    is_used,
)

__all__ = [
    "EditorField",
    "FieldPlace",
    "FieldShape",
    "OwnStandard",
    "Typed",
    "edited",
    "edited_together",
    "fields_of",
    "own_standard",
]

Typed = str | bool | tuple[str, str]
"""What was typed or chosen: text, a tick, or number and code of what it counts."""

MOST = Decimal(9_999)
"""Of any unit; more is a slip of the finger, not a promise."""

MOST_LETTERS = 200
TITLE_LETTERS = 80

_NUMBER = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,4})?")
_SUM = re.compile(r"[0-9]{1,7}(?:\.[0-9]{2})?")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*(am|pm)?", re.IGNORECASE)
_OF_AFTER = re.compile(r"\{limit\}\s+of\b")
_NEEDED = frozenset({"title", "action"})
_TOGETHER = {"up_to": "limit"}
"""Fields that are read with another one, beside those that share the part before the dot."""

_SET = object()
_HOURS = frozenset({"opens", "closes"})
_MAY_BE_NOUGHT = frozenset({"limit", "clock.after", "second.limit"})

Data = dict[str, object]


class OwnStandard(StrEnum):
    """What an owner can add a standard of their own about."""

    REPLY = "reply"
    VISIT = "visit"
    READY = "ready"
    NOTICE = "notice"
    PRICE = "price"
    OWN_WORDS = "own_words"


_OWN: Mapping[OwnStandard, Mapping[str, object]] = {
    OwnStandard.REPLY: {"measure": "duration", "start_event": "contact_received"},
    OwnStandard.VISIT: {"measure": "band", "channel": "visit"},
    OwnStandard.READY: {"measure": "clock_time"},
    OwnStandard.NOTICE: {"measure": "notice"},
    OwnStandard.PRICE: {"measure": "money", "bound": Bound.AT_MOST.value},
    OwnStandard.OWN_WORDS: {"measure": "yes_no"},
}


def own_standard(
    about: OwnStandard, *, page: str, title: str, action: str, taken: Iterable[str]
) -> ServiceStandard:
    """A standard of the owner's own to begin with, not ticked, its level still open.

    Args:
        about: decides its measure.
        page: id of the guide's page on which it prints.
        title: to begin with, not empty.
        action: words to begin with, not empty.
        taken: keys of the standards there are; the new key is none of them.
    """
    keys = set(taken)
    number = 1
    while f"own_{number}" in keys:
        number += 1
    head = {"key": f"own_{number}", "title": title, "action": action, "page": page}
    return standard_from_data({**head, **_OWN[about]})


def edited(standard: ServiceStandard, field: str, typed: Typed) -> ServiceStandard:
    """The standard with one field changed.

    Args:
        standard: stays as it is.
        field: name of one of ``fields_of(standard)``.
        typed: for an amount a pair (number, code of what it counts), for a tick a bool, for
            all else text; empty text takes it away.

    Raises:
        Refusal: its field is the one to mend; the codes begin with ``standard_edit_``.
        KeyError: there is no such field.
    """
    made, refused = edited_together(standard, {field: typed})
    for refusal in refused.values():
        raise refusal
    return made


def edited_together(
    standard: ServiceStandard, typed: Mapping[str, Typed]
) -> tuple[ServiceStandard, dict[str, Refusal]]:
    """The standard with all changed that can be, and what is in the way of the rest.

    Args:
        standard: stays as it is.
        typed: by field, as ``edited`` takes it.

    Returns:
        The changed standard, and by the field that was typed the refusal that kept it out;
        fields that go together stay out together.

    Raises:
        KeyError: there is no such field.
    """
    refused: dict[str, Refusal] = {}
    for group in dict.fromkeys(_group(name) for name in typed):
        names = [name for name in typed if _group(name) == group]
        try:
            standard = _changed(standard, {name: typed[name] for name in names})
        except Refusal as refusal:
            refused.update(dict.fromkeys(names, refusal))
    return standard, refused


def _group(name: str) -> str:
    return _TOGETHER.get(name, name.split(".", 1)[0])


def _changed(standard: ServiceStandard, typed: Mapping[str, Typed]) -> ServiceStandard:
    fields = {field.name: field for field in fields_of(standard)}
    data: Data = copy.deepcopy(standard_to_data(standard))
    read = {name: _READERS[fields[name].shape](fields[name], typed[name]) for name in typed}
    new = {name: value for name, value in read.items() if value != _now(fields[name])}
    if not new:
        return standard
    for name, value in new.items():
        _put(data, name, value)
    _tidy(data, tuple(new))
    made = standard_from_data(data)
    _check_at_once(made, tuple(new))
    return made


def _now(field: EditorField) -> object:
    """What a field that is not set reads as; it is not taken away twice."""
    if field.shape is FieldShape.TICK:
        return field.is_on
    return _SET if field.value else None


def _put(data: Data, name: str, value: object) -> None:
    """Write a value in its place, or take away what stands there when it is None."""
    if name == "clock.close":
        name, value = "clock.at", CLOSE if value else None
    head, *rest = name.split(".")
    if head == "bands":
        _put_band(data, int(rest[0]), rest[1], value)
        return
    if head == "availability" and isinstance(value, bool):
        _put_when(data, rest[0], value)
        return
    table = data
    if rest:
        table = _inner(data, head)
        data[head] = table
    if value is None or (value is False and name != "is_public"):
        table.pop((rest or [head])[0], None)
    else:
        table[(rest or [head])[0]] = value


def _put_when(data: Data, name: str, is_on: bool) -> None:
    """Tick "at any hour" or "free of charge", which without hours would say the other too."""
    hours = _inner(data, "availability")
    if name == "always":
        if is_on:
            data["availability"] = {key: hours[key] for key in hours if key == "free"}
        else:
            del data["availability"]
        return
    if "availability" not in data:
        raise Refusal("standard_edit_free_needs_hours", "availability.opens")
    hours[name] = is_on
    data["availability"] = hours


def _inner(data: Data, name: str) -> Data:
    found = data.get(name)
    return dict(found) if isinstance(found, dict) else {}


def _put_band(data: Data, number: int, name: str, value: object) -> None:
    found = data.get("bands")
    bands: list[Data] = [dict(band) for band in found] if isinstance(found, list) else []
    while len(bands) < number:
        bands.append({})
    bands[number - 1][name] = value
    bands[number - 1] = {key: one for key, one in bands[number - 1].items() if one is not None}
    data["bands"] = bands


def _tidy(data: Data, names: tuple[str, ...]) -> None:
    """Take away what says nothing any more; refuse halves of what only stands whole."""
    measure = Measure(str(data["measure"]))
    for name in [name for name in data if not is_used(name, measure)]:
        del data[name]
    bands = data.get("bands")
    if isinstance(bands, list):
        data["bands"] = [band for band in bands if band]
    for name, needed in (("second", ("limit", "condition")), ("pattern", ("occasions", "window"))):
        _hold_together(data, name, needed)
    clock = _inner(data, "clock")
    if "clock" in data and "at" not in clock:
        if "clock.after" in names and clock:
            raise Refusal("standard_edit_clock_needs_time", "clock.at")
        del data["clock"]
    has_hours = bool(_inner(data, "availability").keys() & _HOURS)
    if {"availability.opens", "availability.closes"} & set(names) and not has_hours:
        del data["availability"]
    if not data.get("remedy", True):
        del data["remedy"]
    _check_order(data)


def _hold_together(data: Data, name: str, needed: tuple[str, str]) -> None:
    table = _inner(data, name)
    missing = [part for part in needed if part not in table]
    if len(missing) == len(needed) and not table:
        data.pop(name, None)
    elif missing:
        raise Refusal(f"standard_edit_{name}_needs_{missing[0]}", f"{name}.{missing[0]}")


def _check_order(data: Data) -> None:
    low, high = data.get("limit"), data.get("up_to")
    if isinstance(low, str) and isinstance(high, str):
        lower, upper = read_amount(low, "limit"), read_amount(high, "up_to")
        if (lower.unit, lower.days) == (upper.unit, upper.days) and lower.value >= upper.value:
            raise Refusal("standard_edit_order", "up_to", lower=low, upper=high)
    remedy = _inner(data, "remedy")
    most = remedy.get("money_most")
    if isinstance(most, str):
        least = str(remedy.get("money", "£0"))
        if read_money(most, "remedy.money_most") <= read_money(least, "remedy.money"):
            raise Refusal("standard_edit_order", "remedy.money_most", lower=least, upper=most)


def _check_at_once(made: ServiceStandard, names: tuple[str, ...]) -> None:
    """Nought means at once, which only a length of time can say, and not before "of"."""
    if made.limit is None or made.limit.value:
        return
    for name in names:
        if name in ("limit", "measure") and made.measure is not Measure.DURATION:
            raise Refusal("standard_edit_nought", name)
        if made.up_to is None and _OF_AFTER.search(made.action):
            raise Refusal("standard_edit_at_once", name)


def _amount(field: EditorField, typed: Typed) -> str | None:
    number, counted = typed if isinstance(typed, tuple) else (str(typed), field.counted)
    entry = number.replace(",", "").replace("£", "").replace("%", "").strip()
    if not entry:
        return None
    if not (_SUM if counted == Unit.POUND else _NUMBER).fullmatch(entry):
        code = "standard_edit_money" if counted == Unit.POUND else "standard_edit_number"
        raise Refusal(code, field.name)
    value = Decimal(entry)
    if counted == Unit.PERCENT and value > 100:
        raise Refusal("standard_edit_share", field.name)
    if value > MOST:
        raise Refusal("standard_edit_too_big", field.name)
    if not value and field.name not in _MAY_BE_NOUGHT:
        raise Refusal("standard_edit_nought", field.name)
    unit, _, days = counted.partition("_")
    return amount_text(Amount(value=value, unit=Unit(unit), days=DayKind(days) if days else None))


def _whole(field: EditorField, typed: Typed) -> int | None:
    entry = str(typed).strip()
    if not entry:
        return None
    if not re.fullmatch(r"[0-9]{1,3}", entry) or int(entry) < 1:
        raise Refusal("standard_edit_whole", field.name)
    return int(entry)


def _share(field: EditorField, typed: Typed) -> str | None:
    return _amount(field, (str(typed), Unit.PERCENT.value))


def _money(field: EditorField, typed: Typed) -> str | None:
    entry = str(typed).replace(",", "").replace("£", "").strip()
    if not entry:
        return None
    if not _SUM.fullmatch(entry):
        raise Refusal("standard_edit_money", field.name)
    return money_text(int(Decimal(entry) * 100))


def _time(field: EditorField, typed: Typed) -> str | None:
    """A time of day from "15:00", "3 pm" or "9.30am"."""
    entry = str(typed).strip().casefold()
    if not entry:
        return None
    found = _CLOCK.fullmatch("12 pm" if entry in ("noon", "12 noon") else entry)
    if not found or not (found[2] or found[3]):
        raise Refusal("standard_edit_time", field.name)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if hour > (12 if half else 23) or minute > 59 or (half and not hour):
        raise Refusal("standard_edit_time", field.name)
    if half:
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    return f"{hour:02}:{minute:02}"


def _words(field: EditorField, typed: Typed) -> str | None:
    words = " ".join(str(typed).split())
    if not words:
        if field.name in _NEEDED:
            raise Refusal("standard_edit_empty", field.name)
        return None
    for sign in words:
        if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp"):
            raise Refusal("standard_edit_sign", field.name, sign=f"U+{ord(sign):04X}")
    most = TITLE_LETTERS if field.name == "title" else MOST_LETTERS
    if len(words) > most:
        raise Refusal("standard_edit_too_long", field.name, most=most, found=len(words))
    return words


def _choice(field: EditorField, typed: Typed) -> str | None:
    code = str(typed)
    if code not in field.choices:
        raise KeyError(code)
    return code or None


def _tick(_field: EditorField, typed: Typed) -> bool:
    return typed is True


_READERS: Mapping[FieldShape, Callable[[EditorField, Typed], object]] = {
    FieldShape.AMOUNT: _amount,
    FieldShape.WHOLE: _whole,
    FieldShape.SHARE: _share,
    FieldShape.MONEY: _money,
    FieldShape.TIME: _time,
    FieldShape.WORDS: _words,
    FieldShape.CHOICE: _choice,
    FieldShape.TICK: _tick,
}
