# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Half-typed forms: what was typed and not yet said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from servicedesk.domain.hours import WeeklyHours, week_as_typed

_DAY = "day"
"""Marks a day among plain values, so that it comes back as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A form as it was last kept.

    Args:
        form: which form.
        subject: what it was about, such as the number of a record; empty for a new one.
        body: what was typed, in the form's own way of writing it down.
        saved_at: when, in UTC.
    """

    form: str
    subject: str
    body: str
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfTyped:
    """What stood in the fields of a form.

    Args:
        values: raw, by question id, as fields give and take them.
        saved_at: when it was last kept, in UTC.
    """

    values: Mapping[str, object]
    saved_at: datetime


def values_to_data(values: Mapping[str, object]) -> dict[str, object]:
    """What stands in fields as plain values (text, numbers, lists, mappings), fit for JSON."""
    return {
        key: {_DAY: value.isoformat()} if isinstance(value, date) else plain_value(value)
        for key, value in values.items()
    }


def values_from_data(data: object) -> dict[str, object]:
    """The values that ``values_to_data`` made plain; whatever has another shape is left out.

    A draft is only a help: one that an older or newer version wrote must never keep anybody
    from opening a form.
    """
    if not isinstance(data, Mapping):
        return {}
    read = {str(key): _value(value) for key, value in data.items()}
    return {key: value for key, value in read.items() if value is not None}


def plain_value(value: object) -> object:
    """One value of a field as text, a number, a list or a mapping; days as in ISO 8601."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, WeeklyHours):
        return week_as_typed(value)
    if isinstance(value, Mapping):
        return {str(key): plain_value(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(inner) for inner in value]
    return value if isinstance(value, str | int) else ""


def _value(plain: object) -> object | None:
    """A value as its field takes it; None for one that no field gives."""
    if isinstance(plain, Mapping) and list(plain) == [_DAY]:
        try:
            return date.fromisoformat(str(plain[_DAY]))
        except ValueError:
            return None
    if isinstance(plain, list):
        return tuple(str(one) for one in plain)
    return plain if isinstance(plain, str | int | Mapping) else None


def is_about(form: str, subject: str, word: str, number: str) -> bool:
    """Whether a half-typed form is about a record.

    Args:
        form: under which name it is kept, such as "complaint_step".
        subject: the record's number, with more beside it where a form is of a step or of what is
            to come of a record: "3-decide", "from-complaint-3", "new-5" for a customer's need.
        word: table or kind of the record.
        number: of the record.
    """
    parts = subject.split("-")
    is_new_of_customer = parts[0] == "new" and word == "customers"
    return number in parts and (form.startswith(word) or word in parts or is_new_of_customer)
