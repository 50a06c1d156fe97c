# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is really wrong with a line that the TOML parser stopped at, as far as it can be seen.

The parser names a place; an owner wants to hear what to write instead. Each fault here is one
that people who do not know TOML make; whatever is none of them keeps the general sentence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from servicedesk.domain.errors import Param
from servicedesk.domain.guides_answers import shown

_KEY = r"^\s*(?P<key>[A-Za-z0-9_-]+)\s*=\s*"
_PAIR = re.compile(_KEY + r"(?P<value>.*)$")
_HEADER = re.compile(r"^\s*\[+\s*(?P<name>[^\[\]]+)\]+\s*(?:#.*)?$")
_YES_NO = re.compile(r"(?:true|false|yes|no|on|off)\s*(?:#.*)?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})\s*(?:#.*)?")
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})\s*(?:#.*)?")
_CURLY = re.compile(r"(?:^|[=\[{,]\s*)[“”„‟‘’‚«»]")
_INNER_QUOTE = re.compile(r'(?:^|[{,])\s*(?P<key>[A-Za-z0-9_-]+)\s*=\s*"[^"\\]+"\s*[^\s,\]}#]')
_BARE_WORDS = re.compile(r"[^\s\"'\[{#=][^\"#]*")
_TWICE = ("Cannot overwrite", "Cannot declare", "Duplicate", "Cannot mutate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault.

    Args:
        code: of the sentence.
        params: what the sentence names.
    """

    code: str
    params: dict[str, Param] = field(default_factory=dict)


def fault_of(text: str, number: int, message: str) -> Fault:
    """What is wrong with a text that cannot be parsed.

    Args:
        text: the whole file.
        number: the line at which the parser stopped, counted from 1.
        message: what the parser said.
    """
    lines = text.split("\n")
    line = lines[number - 1]
    if message.startswith(_TWICE):
        return _twice(lines, number) or _general(line)
    for look in _LOOKS:
        found = look(line, message)
        if found is not None:
            return found
    return _general(line)


def _general(line: str) -> Fault:
    return Fault(code="answers_not_toml", params={"found": shown(line)})


def _twice(lines: list[str], number: int) -> Fault | None:
    """The same name twice in one table, or the same table twice."""
    header = _HEADER.match(lines[number - 1])
    if header:
        return _first_of(lines, number, header["name"].strip(), _HEADER, "name")
    at = number
    while at and not (pair := _PAIR.match(lines[at - 1])):
        at -= 1
    return _first_of(lines, at, pair["key"], _PAIR, "key") if at and pair else None


def _first_of(
    lines: list[str], second: int, name: str, pattern: re.Pattern[str], group: str
) -> Fault | None:
    for first in range(second - 1, 0, -1):
        found = pattern.match(lines[first - 1])
        if found and found[group].strip() == name:
            params: dict[str, Param] = {"found": shown(name), "first": first, "second": second}
            return Fault(code="answers_key_twice", params=params)
        if pattern is _PAIR and _HEADER.match(lines[first - 1]):
            return None
    return None


def _curly(line: str, _message: str) -> Fault | None:
    return Fault(code="answers_curly") if _CURLY.search(line) else None


def _yes_no(line: str, _message: str) -> Fault | None:
    pair = _PAIR.match(line)
    if not pair or not _YES_NO.fullmatch(pair["value"]):
        return None
    return Fault(code="answers_true_false", params={"found": shown(pair["key"])})


def _day(line: str, _message: str) -> Fault | None:
    pair = _PAIR.match(line)
    found = pair and (_YEAR_FIRST.fullmatch(pair["value"]) or _DAY_FIRST.fullmatch(pair["value"]))
    if not found:
        return None
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return Fault(code="answers_no_day", params={"found": shown(found[0].partition("#")[0])})
    return Fault(code="answers_day_order", params={"nearest": day.isoformat()})


def _inner_quote(line: str, _message: str) -> Fault | None:
    found = _INNER_QUOTE.search(line)
    return found and Fault(code="answers_inner_quote", params={"found": shown(found["key"])})


def _backslash(line: str, message: str) -> Fault | None:
    pair = _PAIR.match(line)
    if not pair or "\\" not in pair["value"] or not re.search(r"\\|hex|[Ee]scape", message):
        return None
    return Fault(code="answers_backslash", params={"found": shown(pair["key"])})


def _unquoted(line: str, _message: str) -> Fault | None:
    pair = _PAIR.match(line)
    found = pair and _BARE_WORDS.fullmatch(pair["value"])
    if not pair or not found:
        return None
    words = {"found": shown(pair["key"]), "words": shown(found[0])}
    return Fault(code="answers_unquoted", params={**words})


_LOOKS: tuple[Callable[[str, str], Fault | None], ...] = (
    _curly,
    _yes_no,
    _day,
    _inner_quote,
    _backslash,
    _unquoted,
)
