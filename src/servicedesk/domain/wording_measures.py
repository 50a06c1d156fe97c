# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Numbers with their units in a sentence: what a promise can be measured by."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from servicedesk.domain.wording_text import phrase

MeasureKind = Literal["time", "rings", "rhythm", "clock", "date", "day", "money", "share", "other"]
"""Time: how long. Rhythm: how often. Day: "the same day". Other: miles and the like."""

_ONE_TO_TEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LOOSE = {"a couple of": "2", "a few": "3", "several": "5"}
_NUMBER_WORDS = {
    **{word: f"{number}" for number, word in enumerate(_ONE_TO_TEN, start=1)},
    "eleven": "11",
    "twelve": "12",
    "fourteen": "14",
    "fifteen": "15",
    "twenty": "20",
    "twenty four": "24",
    "twenty eight": "28",
    "thirty": "30",
    "forty": "40",
    "forty five": "45",
    "forty eight": "48",
    "fifty": "50",
    "sixty": "60",
    "ninety": "90",
    "a": "1",
    "an": "1",
    "the": "1",
    "half a": "0.5",
    "half an": "0.5",
    "one and a half": "1.5",
    **_LOOSE,
}
_UNITS = {
    "second": "secs?|seconds?",
    "ring": "rings?",
    "minute": "mins?|minutes?",
    "hour": "hrs?|hours?|h",
    "day": "days?",
    "night": "nights?",
    "week": "wks?|weeks?",
    "month": "mths?|months?",
    "year": "yrs?|years?",
    "mile": "miles?",
    "kilometre": "km|kilomet(?:re|er)s?",
    "metre": "met(?:re|er)s?",
    "kilo": "kg|kilos?",
    "litre": "lit(?:re|er)s?",
}
_OTHERS = ("mile", "kilometre", "metre", "kilo", "litre")

_DIGITS = r"[0-9]{1,6}(?:,[0-9]{3}){0,2}(?:\.[0-9]{1,2})?"
_SPELT = "|".join(
    word.replace(" ", "[ -]{1,2}")
    for word in sorted(_NUMBER_WORDS, key=len, reverse=True)
    if word != "the"
)
_NUMBER = rf"(?:(?<![\w.,:£€$]){_DIGITS}|(?<![\w-])(?:{_SPELT}|(?<=within )the(?= hour)))"
_RANGE = rf"{_NUMBER}(?: {{0,2}}(?:-|to|or|and) {{0,2}}(?:{_DIGITS}|{_SPELT}))?"
_QUALITY = "opening|working|business|trading|calendar|clear|week"
_ANY_UNIT = "|".join(_UNITS.values())
_CLOCK = (
    r"(?:[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\b(?:(?<=\.m)\.)?)?"
    r"|[0-9]{1,2} ?[ap]\.?m\b(?:(?<=\.m)\.)?"
    r"|[0-9]{1,2} o'clock|noon|midday|midnight)(?![\w%])"
)
_OFF = r" (?:off|discount|back|refund|of (?:the|your) (?:price|bill|cost|total))\b"
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_COUNTED = re.compile(
    rf"(?P<number>{_RANGE})[ -]{{0,3}}"
    rf"(?P<quality>(?:{_QUALITY})[ -]{{1,2}})?(?P<unit>{_ANY_UNIT})(?!\w)"
    r"(?P<open> (?:that |when )?(?:we are|we're|i am|i'm) open\b)?"
    r"(?: (?:a|an|per|each|every) (?P<rhythm>day|week|month|year)\b)?"
    r"(?: or (?P<loose>two|so)\b)?",
    re.I,
)
_PATTERNS: tuple[tuple[MeasureKind, re.Pattern[str]], ...] = (
    (
        "rhythm",
        phrase(
            "(?:every|each|once a|twice a|once every) (?:day|week|month|year|hour)",
            "daily|weekly|fortnightly|monthly|yearly",
            f"every {_WEEKDAY}",
        ),
    ),
    (
        "clock",
        re.compile(
            rf"(?:(?<=from )|(?<=between ))[0-9]{{1,2}} {{0,2}}(?:-|to|and) {{0,2}}{_CLOCK}"
            rf"|(?<![\w£.,:]){_CLOCK}(?: {{0,2}}(?:-|to|and) {{0,2}}{_CLOCK})?"
            r"|(?<!\w)(?:close of business|closing time|(?:the )?(?:end|close) of (?:the )?"
            r"(?:same |next )?(?:working |opening |calendar |business )?day)(?!\w)",
            re.I,
        ),
    ),
    (
        "share",
        re.compile(
            rf"{_NUMBER} {{0,2}}(?:%|percent\b|per cent\b)(?!{_OFF})"
            rf"|{_NUMBER} (?:times )?(?:out of|of|in)(?: every)? (?:[0-9]{{1,5}}|{_SPELT})"
            r"(?![\w:%]|\.[0-9]| (?:out )?of [0-9])"
            r"|(?<!\w)on average(?!\w)",
            re.I,
        ),
    ),
    (
        "money",
        re.compile(
            r"(?:[£€$]|\b(?:GBP|EUR)) {0,2}[0-9]{1,6}(?:,[0-9]{3}){0,2}(?:\.[0-9]{2})?"
            rf"|{_NUMBER} {{0,2}}(?:pounds?|pence|p|GBP)(?!\w)"
            rf"|{_NUMBER} {{0,2}}(?:%|percent\b|per cent\b)(?={_OFF})",
            re.I,
        ),
    ),
    (
        "date",
        re.compile(
            rf"(?<!\w)(?:{_WEEKDAY}|[0-9]{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: [0-9]{{4}})?"
            rf"|{_MONTH} [0-9]{{4}})(?!\w)",
            re.I,
        ),
    ),
    (
        "day",
        phrase(
            "(?:on )?(?:the )?same (?:working |opening )?(?:day|visit)",
            "(?:by )?(?:the )?next (?:working |opening |calendar |business )?day",
            "on the day",
            "that day",
            "at the till",
            "while you wait",
            "at once",
            "straight away",
            "immediately",
            "right away",
        ),
    ),
    ("time", _COUNTED),
)


_WEEK = 7
_FORTNIGHT = 14

_NO_MEASURE = re.compile(r"a second$|100 {0,2}(?:%|per)", re.I)
"""Another one, and all of them: neither measures anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One measure in a text.

    Attributes:
        start: first character, counted from 0.
        end: the character after it.
        kind: what is measured.
        number: the number in digits, "3 to 5" for a range; empty where words say it all.
        unit: the unit in the singular with its kind of day, or the words themselves.
        said: the measure as a sentence of ours can say it.
        is_joined: True where a hyphen makes it a name, as in "2-hour window".
        is_loose: True where the number only pretends to be one ("a few").
    """

    start: int
    end: int
    kind: MeasureKind
    number: str = ""
    unit: str
    said: str
    is_joined: bool = False
    is_loose: bool = False

    @property
    def is_bare_day(self) -> bool:
        """Whether it counts days without saying which ones."""
        return self.unit in ("day", "business day") or "next day" in self.unit

    @property
    def fact(self) -> tuple[str, str]:
        """What must not get lost: the number, and the unit without its kind of day."""
        unit = self.unit
        for kind in ("working ", "opening ", "calendar ", "business "):
            unit = unit.replace(f"{kind}day", "day")
        near = next((words for words in ("next day", "same day") if words in unit), "")
        return self.number, near or unit.replace(".m", "m").rstrip(".")

    def days_of(self, usual: str) -> str:
        """The kind of day that bare days are taken for: whole weeks and more run by the calendar.

        Law and habit count 7, 14, 28 or 30 days that way; working days would make them longer.
        """
        first = self.number.split(" ")[0]
        days = int(first) if first.isdecimal() else 0
        return "calendar" if days >= _FORTNIGHT or days == _WEEK else usual

    def of(self, usual: str) -> str:
        """The measure as a sentence can say it, its bare days counted in the usual ones."""
        said = self.said.replace("business day", "working day")
        if self.unit == "day":
            return said.replace("day", f"{self.days_of(usual)} day")
        return said.replace("next day", f"next {usual} day")


@lru_cache(maxsize=512)  # each rule asks it again of the same sentences
def measures(text: str) -> tuple[Measured, ...]:
    """Every measure of a plain text in reading order; none overlaps another."""
    hits = [
        (hit.start(), rank, kind, hit)
        for rank, (kind, pattern) in enumerate(_PATTERNS)
        for hit in pattern.finditer(text)
    ]
    found: list[Measured] = []
    reached = 0
    for start, _, kind, hit in sorted(hits, key=lambda row: row[:2]):
        if start >= reached and not _NO_MEASURE.match(hit.group()):
            found.append(_counted(hit) if kind == "time" else _worded(kind, hit))
            reached = hit.end()
    return tuple(found)


def without_measures(text: str) -> str:
    """The text with every measure blanked out; its length stays."""
    pieces: list[str] = []
    reached = 0
    for found in measures(text):
        pieces += [text[reached : found.start], " " * (found.end - found.start)]
        reached = found.end
    return "".join(pieces) + text[reached:]


def _worded(kind: MeasureKind, hit: re.Match[str]) -> Measured:
    said = " ".join(hit.group().split())
    if kind == "date":
        return Measured(start=hit.start(), end=hit.end(), kind=kind, unit=said.lower(), said=said)
    said = said if kind == "money" else said.lower()
    if kind == "day" and ("next" in said or "same" in said):
        said = said.replace("-", " ").removeprefix("on ").removeprefix("by ").removeprefix("the ")
    if kind == "clock" and said.startswith(("end of", "close of the")):
        said = f"the {said}"
    unit = said.lower()
    if kind == "share":
        unit = " ".join(_NUMBER_WORDS.get(word, word) for word in unit.split())
    return Measured(start=hit.start(), end=hit.end(), kind=kind, unit=unit, said=said)


def _counted(hit: re.Match[str]) -> Measured:
    typed = _spaced(hit["number"])
    number, quality = _number(typed), _spaced(hit["quality"] or "")
    if hit["loose"] == "two":
        number = "2"
    if hit["open"]:
        quality = "opening"
    name = next(n for n, form in _UNITS.items() if re.fullmatch(form, hit["unit"], re.I))
    unit = f"{quality} {name}".strip()
    rhythm = f" a {hit['rhythm'].lower()}" if hit["rhythm"] else ""
    kind: MeasureKind = "other" if name in _OTHERS else "rings" if name == "ring" else "time"
    return Measured(
        start=hit.start(),
        end=hit.end(),
        kind="rhythm" if rhythm else kind,
        number=number,
        unit=unit + rhythm,
        said=_said(number, unit) + rhythm,
        is_joined="-" in hit.group()[len(hit["number"]) :],
        is_loose=typed in _LOOSE or hit["loose"] is not None,
    )


def _spaced(typed: str) -> str:
    return " ".join(typed.lower().replace("-", " - ").split()).replace(" - ", "-").strip("- ")


def _number(typed: str) -> str:
    bare = typed.replace(",", "")
    known = _NUMBER_WORDS.get(bare.replace("-", " "))
    if known is not None:
        return known
    for joint in (" to ", " or ", " and ", "-"):
        low, found, high = bare.partition(joint)
        if found:
            return f"{_number(low)} to {_number(high)}"
    return bare


def _said(number: str, unit: str) -> str:
    if number.isdecimal() and len(number) > 4:
        number = f"{int(number):,}"
    if number == "0.5":
        return f"half {'an' if unit.startswith(('hour', 'opening')) else 'a'} {unit}"
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"
