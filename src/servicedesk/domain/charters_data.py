# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers as plain values (text, numbers, lists, mappings), for keeping them in the database.

A published version must read the same years later, whatever the guide asks by then, so the
kind of each value is kept with it instead of being looked up in the guide.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from servicedesk.domain.hours import WeeklyHours, parse_week, week_as_typed

if TYPE_CHECKING:  # a start reads facts, and puts no question
    from servicedesk.domain.guides import Answers, AnswerValue

Plain = str | int | bool | list[str] | dict[str, str] | dict[str, dict[str, list[str]]]
"""What an answer becomes: a day is ``{"day": ISO date}``, hours ``{"hours": {weekday: [...]}}``."""


def answers_to_data(answers: "Answers") -> dict[str, Plain]:
    """Answers as plain values, by question id in alphabetical order."""
    return {key: _to_plain(answers[key]) for key in sorted(answers)}


def answers_from_data(data: Mapping[str, Plain]) -> "dict[str, AnswerValue]":
    """The answers that ``answers_to_data`` made plain.

    Raises:
        ValueError: when a value has none of the known shapes.
    """
    return {key: _from_plain(value) for key, value in data.items()}


def _to_plain(value: "AnswerValue") -> Plain:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, WeeklyHours):
        return {"hours": week_as_typed(value)}
    return value


def _from_plain(value: Plain) -> "AnswerValue":
    if isinstance(value, list):
        return tuple(value)
    if not isinstance(value, dict):
        return value
    (kind, inner), *_ = value.items()
    if kind == "day" and isinstance(inner, str):
        return date.fromisoformat(inner)
    if kind == "hours" and isinstance(inner, dict):
        return parse_week(inner)
    raise ValueError(f"no kind of answer is kept as {kind!r}")
