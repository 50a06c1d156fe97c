# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether an answer fits its question: read from what was typed or stored, tidied, refused.

An empty answer always fits: a draft may leave anything open. What is still missing is told by
``guides.unanswered``.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue, ContactShape, Question, QuestionKind
from servicedesk.domain.hours import WeeklyHours, parse_week
from servicedesk.domain.names import clean_text, without_turns

TEXT_MOST = 200
"""Characters of a line of text, unless the question says otherwise."""

LONG_TEXT_MOST = 2000
"""Characters of a longer text, unless the question says otherwise."""

_NEAR = 0.75
"""Below this share of like letters a guess misleads more often than it helps."""

_LAST_C0 = "\x1f"
_PASTED_BREAKS = str.maketrans("\v\f", "\n\n")
"""Other programs break lines and pages with these."""

_SHOWN = 40
_LOOKED_AT = 400
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_WEBSITE = re.compile(r"(https?://)?[^\s/.]+(\.[^\s/.]+)+(/\S*)?", re.IGNORECASE)
_MONEY = re.compile(r"£?\s*([0-9]{1,9})(?:\.([0-9]{2}))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def checked(question: Question, value: object) -> AnswerValue:
    """The answer as kept, tidied: spaces at the ends gone, choices in the question's order.

    Texts are composed (NFC) and lose their control signs; a line loses the signs that turn the
    writing direction too, for it may be a name.

    Args:
        question: what was asked.
        value: what was typed, or read from a file: text, whole number, bool, date, a list of
            texts, WeeklyHours, or weekday -> intervals. Money may be text such as "12.50" or
            whole pence.

    Returns:
        The answer; checking it again gives the same.

    Raises:
        Refusal: ``answer_needs_text``, ``answer_needs_number``, ``answer_needs_yes_no``,
            ``answer_needs_choice``, ``answer_needs_choices``, ``answer_needs_day``,
            ``answer_needs_money`` or ``answer_needs_hours`` when it is of another kind;
            ``answer_too_long``, ``answer_too_small``, ``answer_too_big``, ``answer_too_few``,
            ``answer_too_many``, ``answer_too_many_lines``, ``answer_odd_character``,
            ``answer_choice_near``, ``answer_choice_unknown``, ``answer_email``, ``answer_phone``,
            ``answer_website``; ``answer_is_standard`` where standards are edited; and what
            ``parse_week`` raises. The field is the question's id.
    """
    if question.kind is QuestionKind.STANDARD:
        raise _refused(question, "answer_is_standard")
    return _CHECKS[question.kind](question, value)


def nearest(found: str, known: Iterable[str]) -> str:
    """The right word that a wrong one is a slip of, or "" when none is really near."""
    close = get_close_matches(found.casefold(), list(known), n=1, cutoff=_NEAR)
    return close[0] if close else ""


def shown(found: object) -> str:
    """A wrong entry as a sentence repeats it: on one line, printable, and not too long.

    Args:
        found: as typed or read; signs that cannot be printed, or that steer a terminal or the
            direction of writing, come out as "?".
    """
    line = " ".join(str(found)[:_LOOKED_AT].split())
    return "".join(sign if sign.isprintable() else "?" for sign in line)[:_SHOWN]


def _refused(question: Question, code: str, **params: str | int) -> Refusal:
    return Refusal(code, question.id, label=question.label, **params)


def _text(question: Question, value: object, *, breaks: str = "", most: int = TEXT_MOST) -> str:
    if not isinstance(value, str):
        raise _refused(question, "answer_needs_text")
    said = value if breaks else without_turns(value)
    for sign in said:
        if sign > _LAST_C0 and unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp"):
            raise _refused(question, "answer_odd_character", sign=f"U+{ord(sign):04X}")
    said = clean_text(said.translate(_PASTED_BREAKS)).replace("\t", " ")
    tidy = "\n".join(line.strip() for line in said.split("\n")).strip()
    for sign in tidy:
        if sign not in breaks and sign <= _LAST_C0:
            raise _refused(question, "answer_odd_character", sign=f"U+{ord(sign):04X}")
    limit = most if question.maximum is None else question.maximum
    if len(tidy) > limit:
        raise _refused(question, "answer_too_long", most=limit, found=len(tidy))
    return tidy


def _long_text(question: Question, value: object) -> str:
    tidy = _text(question, value, breaks="\n", most=LONG_TEXT_MOST)
    if question.most_lines is not None:
        lines = sum(1 for line in tidy.split("\n") if line)
        if lines > question.most_lines:
            raise _refused(question, "answer_too_many_lines", most=question.most_lines)
    return tidy


def _contact(question: Question, value: object) -> str:
    entry = _text(question, value)
    if not entry or question.shape is ContactShape.ANY:
        return entry
    if question.shape is ContactShape.PHONE:
        fits = sum(sign.isdigit() for sign in entry) >= 3
    elif question.shape is ContactShape.EMAIL:
        fits = _EMAIL.fullmatch(entry) is not None
    else:
        fits = _WEBSITE.fullmatch(entry) is not None
    if not fits:
        raise _refused(question, f"answer_{question.shape}", found=shown(entry))
    return entry


def _bounded(question: Question, value: int) -> int:
    if question.minimum is not None and value < question.minimum:
        raise _refused(question, "answer_too_small", least=question.minimum)
    if question.maximum is not None and value > question.maximum:
        raise _refused(question, "answer_too_big", most=question.maximum)
    return value


def _number(question: Question, value: object) -> int | str:
    if value == "":
        return ""
    if isinstance(value, str) and re.fullmatch(r"\s*-?[0-9]{1,9}\s*", value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refused(question, "answer_needs_number")
    return _bounded(question, value)


def _money(question: Question, value: object) -> int | str:
    if value == "":
        return ""
    if isinstance(value, str) and (found := _MONEY.fullmatch(value.strip())):
        value = int(found[1]) * 100 + int(found[2] or 0)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refused(question, "answer_needs_money")
    return _bounded(question, value)


def _yes_no(question: Question, value: object) -> bool | str:
    if isinstance(value, bool) or value == "":
        return value if isinstance(value, bool) else ""
    raise _refused(question, "answer_needs_yes_no")


def _choice_id(question: Question, found: str) -> str:
    ids = [choice.id for choice in question.choices]
    if found in ids:
        return found
    near = nearest(found, ids)
    if near:
        raise _refused(question, "answer_choice_near", found=shown(found), nearest=near)
    known = ", ".join(ids)
    raise _refused(question, "answer_choice_unknown", found=shown(found), known=known)


def _choice(question: Question, value: object) -> str:
    if not isinstance(value, str):
        raise _refused(question, "answer_needs_choice")
    return _choice_id(question, value.strip()) if value.strip() else ""


def _choices(question: Question, value: object) -> tuple[str, ...]:
    if not isinstance(value, tuple | list):
        raise _refused(question, "answer_needs_choices")
    chosen = set()
    for found in value:
        if not isinstance(found, str):
            raise _refused(question, "answer_needs_choices")
        chosen.add(_choice_id(question, found.strip()))
    if chosen and question.minimum is not None and len(chosen) < question.minimum:
        raise _refused(question, "answer_too_few", least=question.minimum)
    if question.maximum is not None and len(chosen) > question.maximum:
        raise _refused(question, "answer_too_many", most=question.maximum)
    return tuple(choice.id for choice in question.choices if choice.id in chosen)


def _day(question: Question, value: object) -> date | str:
    if value == "":
        return ""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError as error:
            raise _refused(question, "answer_needs_day") from error
    raise _refused(question, "answer_needs_day")


def _hours(question: Question, value: object) -> WeeklyHours | str:
    if isinstance(value, WeeklyHours) or value == "":
        return value if isinstance(value, WeeklyHours) else ""
    if not isinstance(value, Mapping):
        raise _refused(question, "answer_needs_hours")
    for intervals in value.values():
        is_list = isinstance(intervals, list | tuple)
        if not is_list or not all(isinstance(interval, str) for interval in intervals):
            raise _refused(question, "answer_needs_hours")
    return parse_week({str(day): intervals for day, intervals in value.items()}, question.id)


_CHECKS: Mapping[QuestionKind, Callable[[Question, object], AnswerValue]] = {
    QuestionKind.TEXT: _text,
    QuestionKind.LONG_TEXT: _long_text,
    QuestionKind.WHOLE_NUMBER: _number,
    QuestionKind.CHOICE: _choice,
    QuestionKind.CHOICES: _choices,
    QuestionKind.YES_NO: _yes_no,
    QuestionKind.SCALE: _number,
    QuestionKind.HOURS: _hours,
    QuestionKind.CONTACT: _contact,
    QuestionKind.MONEY: _money,
    QuestionKind.DAY: _day,
}
