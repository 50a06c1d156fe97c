# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Registrations of the business: who says so, under what number, looked up when, until when.

A word such as "registered" opens a question; what stands here answers it. One that has ended is
left off new prints.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

_PARTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """One line of the answer "body | number | checked on | ends on".

    Args:
        body: who keeps the register.
        number: under which the business is there; may be empty.
        checked_on, ends_on: days, or None where none was given or it cannot be read.
    """

    body: str
    number: str = ""
    checked_on: date | None = None
    ends_on: date | None = None

    @property
    def is_whole(self) -> bool:
        """True when it says under what number and until when."""
        return bool(self.number) and self.ends_on is not None

    def has_ended(self, today: date) -> bool:
        """Whether it ended before today; one without a day is taken as not ended."""
        return self.ends_on is not None and self.ends_on < today


def registrations_in(answer: str) -> tuple[Registration, ...]:
    """The registrations of an answer, a line each; a line that names nobody is passed over."""
    found = []
    for line in answer.splitlines():
        parts = [*(part.strip() for part in line.split("|")), *[""] * _PARTS]
        body, number, checked_on, ends_on = parts[:_PARTS]
        if body:
            found.append(
                Registration(
                    body=body, number=number, checked_on=_day(checked_on), ends_on=_day(ends_on)
                )
            )
    return tuple(found)


def registration_answer(registrations: Iterable[Registration]) -> str:
    """Registrations as the lines of an answer; ``registrations_in`` reads them back.

    Args:
        registrations: bars and line breaks in their words are written as strokes and spaces.
    """
    lines = []
    for one in registrations:
        days = ("" if day is None else day.isoformat() for day in (one.checked_on, one.ends_on))
        parts = (*(" ".join(p.replace("|", "/").split()) for p in (one.body, one.number)), *days)
        lines.append(" | ".join(parts).rstrip(" |"))
    return "\n".join(lines)


def registration_line(answers: Mapping[str, object], today: date) -> str:
    """Bodies and numbers of the registrations that have not ended, parted by middle dots.

    Args:
        answers: of the charter; "registrations" is read.
        today: the day of printing.
    """
    return " · ".join(
        f"{one.body} {one.number}".strip()
        for one in registrations_in(str(answers.get("registrations", "")))
        if not one.has_ended(today)
    )


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
