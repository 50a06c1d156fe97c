# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads standards back out of printed English, as a stranger would: it knows none of our code.

The facts it gives have the shape of ``charters.json``: op, value, unit and extra.
"""

import re

UNITS = {
    "second": "second",
    "ring": "ring",
    "minute": "minute",
    "hour": "hour",
    "day": "day_unspecified",
    "working day": "working_day",
    "calendar day": "calendar_day",
    "week": "week",
    "month": "month",
}
KINDS = "|".join(sorted(UNITS, key=len, reverse=True))
COUNT = rf"([0-9.]+) ({KINDS})s?\b"
HOURS = {"12 noon": "12:00"}

EMPTY = frozenset(
    re.findall(
        "[a-z]+",
        "a an and as at be for have if in is it may of our send sent so that the them this time "
        "to us we will with you your",
    )
)
"""Words that carry no fact, so that a clause may be worded freely around its facts."""


def facts_of(clause):
    """The words of a clause that carry facts, in no order."""
    words = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", clause.lower().replace("e-mail", "email"))
    return frozenset(words) - EMPTY


def number(text):
    """A printed number as JSON has it: whole where it is whole."""
    value = float(text.replace(",", ""))
    return int(value) if value == int(value) else value


def count(found, at=1):
    """A number and a unit, such as [10, "working_day"], out of a match of COUNT."""
    return [number(found[at]), UNITS[found[at + 1]]]


def running_text(page, header):
    """The lines of a page without its running head and its foot, "Page 1 of 3"."""
    foot = re.compile(r"Page [0-9]+ of [0-9]+")
    lines = page.splitlines()
    return "\n".join(line for line in lines if line != header and not foot.fullmatch(line))


def entries(text):
    """Split printed text at its marks "No. 7" into {mark: its text on one line}."""
    parts = re.split(r"\bNo\. ([0-9]+(?: later)?)\b", " ".join(text.split()))
    return dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))


def sentences_of(text):
    """The sentences of a text; a point inside a number ends none."""
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text) if part.strip()]


def read(text):
    """The facts of one printed standard: its main sentence and the details after it."""
    main, *details = sentences_of(text)
    facts = {**level(main), "who": "you" if main.startswith("You can ") else "we", "extra": {}}
    extra = facts["extra"]
    if facts["value"] == 0:
        extra["immediate"] = True
    if facts["op"] == "at_least_count":
        extra["per"] = count(re.search(rf"\bevery {COUNT}", main))
    if "free of charge" in main:
        extra["free"] = True
    if "on average" in main:
        extra["qualifier"] = "average"
    elif main.startswith("We aim to "):
        extra["qualifier"] = "best effort"
    start = re.search(rf"\bwithin {COUNT} of (.+)\.$", main)
    if start:
        extra["from"] = facts_of(start[3])
    for detail in details:
        extra.update(aside(detail))
    return facts


def level(main):
    """Op, value and unit of a main sentence."""
    if "24 hours a day, 7 days a week" in main:
        return {"op": "available", "value": "24/7", "unit": "availability"}
    again = re.search(rf"\b([0-9]+) times within {COUNT}, each for {COUNT} or longer", main)
    if again:
        value = {
            "occasions": number(again[1]),
            "window": count(again, 2),
            "min_duration": count(again, 4),
        }
        return {"op": "occurrence", "value": value, "unit": "pattern"}
    choice = re.search(r"at a time you choose: (.+)\.$", main)
    if choice:
        bands = [band(part) for part in re.split(r", | or ", choice[1])]
        return {"op": "band", "value": bands, "unit": "time_band"}
    for op, pattern, unit in (
        ("at_least_count", r"\bat least ([0-9]+) times every", "count"),
        ("below_percent", r"\bfewer than ([0-9.]+)%", "percent"),
    ):
        found = re.search(pattern, main)
        if found:
            return {"op": op, "value": number(found[1]), "unit": unit}
    for op, pattern in (
        ("at_least_before", rf"at least {COUNT} before"),
        ("within", rf"within {COUNT}"),
    ):
        found = re.search(rf"\b{pattern}", main)
        if found:
            value, unit = count(found)
            return {"op": op, "value": value, "unit": unit}
    if " at once" in main:
        return {"op": "within", "value": 0, "unit": None}
    return {"op": "yes_no", "value": True, "unit": "boolean"}


def band(words):
    """One time to choose from."""
    slot = re.fullmatch(rf"in an agreed ([0-9.]+)-({KINDS}) slot", words)
    if slot:
        return count(slot)
    side, hour = re.fullmatch(r"(before|after) (.+)", words).groups()
    return f"{side} {HOURS[hour]}"


def aside(detail):
    """What one detail adds."""
    money = re.fullmatch(
        r"If we (?:do not|miss this), we will pay you £([0-9]+)(?: to £([0-9]+))?"
        r"(?:, depending on (.+))?\.",
        detail,
    )
    if money:
        amount = number(money[1]) if money[2] is None else [number(money[1]), number(money[2])]
        remedy = {"amount": amount, "currency": "GBP"}
        if money[3]:
            remedy["depends_on"] = facts_of(money[3])
        return {"remedy": remedy}
    second = re.fullmatch(rf"If (.+), this becomes {COUNT}\.", detail)
    if second:
        return {"alt": count(second, 2), "alt_condition": facts_of(second[1])}
    for name, pattern in (
        ("unless", r"This applies unless (.+)\."),
        ("condition", r"This applies (.+)\."),
        ("fallback", r"If we need longer, (.+)\."),
        ("alt_text", r"(.+ where possible)\."),
    ):
        found = re.fullmatch(pattern, detail)
        if found:
            return {name: facts_of(found[1])}
    raise AssertionError(f"a detail that nobody can place: {detail}")
