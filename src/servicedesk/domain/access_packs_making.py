# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows of the file made into records of a pack, in words that somebody outside can read."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from servicedesk.domain.access_packs import HISTORY, HeldChange, HeldRecord, HeldRow
from servicedesk.domain.access_packs_names import NamesFinder
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.phrases import Phrases

OF_US = frozenset(
    {
        *("who", "by_whom", "promiser", "handler", "stand_in", "taken_by", "owner"),
        *("approved_by", "signatory", "staff", "visible_to"),
    }
)
"""Columns that say who of us did something: their names there are no reason to look again."""

UNSAID = frozenset(
    {
        *("id", "normal", "sort_key", "position", "sha256", "number"),
        *("attachment_id", "thumbnail_id", "template_version", "charter_version_id"),
        *("binned_at", "written_at", "level"),
    }
)
"""Columns that tell a person nothing: numbers of rows, and copies that only sort or search."""

_PENCE = "_pence"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackTelling:
    """How a pack is told.

    Args:
        phrases: ``access.*`` and the words of all enums.
        zone: of the business.
        own: names of the business's own fields, by number.
        whom: names of the records that rows point to, by column and number, such as
            ("customer_id", 5).
    """

    phrases: Phrases
    zone: tzinfo
    own: Mapping[str, str]
    whom: Mapping[tuple[str, int], str]

    def label(self, column: str) -> str:
        """What stands in a column, in words."""
        try:
            return self.phrases.say(f"access.column.{column}")
        except KeyError:
            return column.removesuffix("_id").removesuffix(_PENCE).replace("_", " ").capitalize()

    def table(self, name: str) -> str:
        """What the rows of a table are, in words."""
        return self.phrases.say(f"access.table.{name}")

    def value(self, column: str, value: object) -> str:
        """A value in words; "" for what tells nobody anything."""
        say = self.phrases.say
        match value:
            case None | "":
                return ""
            case bool():
                return say("access.yes") if value else say("access.no")
            case StrEnum():
                return self._code(value)
            case datetime():
                return self.moment(value)
            case date():
                return day_words(value, self.phrases)
            case int():
                return self._number(column, value)
        return "; ".join(self._flat(str(value)))

    def moment(self, moment: datetime) -> str:
        """A moment by the clock of the shop."""
        wall = moment.astimezone(self.zone)
        return f"{day_words(wall.date(), self.phrases)}, {wall:%H:%M}"

    def use_case(self, name: str) -> str:
        """What was done, in words."""
        try:
            return self.phrases.say(f"use_case.{name.replace(' ', '_')}")
        except KeyError:
            return name

    def _code(self, value: StrEnum) -> str:
        try:
            return self.phrases.say(f"enum.{type(value).__name__}.{value.value}")
        except KeyError:
            return value.value

    def _number(self, column: str, value: int) -> str:
        if column.endswith(_PENCE):
            return f"£{value // 100}.{value % 100:02d}"
        if column.endswith("_id"):
            return self.whom.get((column, value), "")
        return str(value)

    def _flat(self, text: str) -> Iterator[str]:
        """A text as it is; one that holds several, each with its name."""
        if not text.startswith(("{", "[")):
            yield text
            return
        try:
            found = json.loads(text)
        except ValueError:
            yield text
            return
        yield from self._pieces(found)

    def _pieces(self, found: object) -> Iterator[str]:
        match found:
            case dict():
                for key, one in found.items():
                    name = self.own.get(str(key)) or self.label(str(key).replace(".", " "))
                    said = "; ".join(self._pieces(one))
                    if said:
                        yield f"{name}: {said}"
            case list():
                for one in found:
                    yield from self._pieces(one)
            case None | "":
                return
            case _:
                yield str(found)


def made_records(
    rows: Sequence[HeldRow],
    changes: Iterable[HeldChange],
    telling: PackTelling,
    others: NamesFinder,
    left_out: Mapping[str, str],
) -> tuple[HeldRecord, ...]:
    """Rows of the file as records of a pack.

    Args:
        rows: in the order in which they are shown.
        changes: of those rows, and of rows that are there no more.
        telling: how it is told.
        others: everybody else who could be named.
        left_out: reasons for which records are kept back, by their lines.
    """
    by_line: defaultdict[str, list[HeldChange]] = defaultdict(list)
    for change in changes:
        by_line[change.line].append(change)
    records = [_record(row, by_line.pop(row.line, []), telling, others, left_out) for row in rows]
    gone = (_gone(line, found, telling, others, left_out) for line, found in by_line.items())
    return (*records, *gone)


def _record(
    row: HeldRow,
    changes: list[HeldChange],
    telling: PackTelling,
    others: NamesFinder,
    left_out: Mapping[str, str],
) -> HeldRecord:
    said = [
        (column, telling.value(column, value))
        for column, value in row.values
        if column not in UNSAID
    ]
    pairs = tuple((telling.label(column), words) for column, words in said if words)
    standing = {words for _, words in said}
    told = _changes(changes, telling, standing)
    texts = [words for column, words in said if column not in OF_US]
    if _is_known_to_them(row):
        texts = []
    return HeldRecord(
        line=row.line,
        table=row.table,
        heading=row.label,
        pairs=pairs,
        changes=told,
        others=others.named_in(*texts, *(what for _, _, what in told)),
        is_theirs=row.is_theirs,
        left_out=left_out.get(row.line, ""),
    )


def _is_known_to_them(row: HeldRow) -> bool:
    """A letter that went to them tells them nothing new of anybody."""
    return row.table == "letters" and any(column == "customer_id" for column, _ in row.values)


def _gone(
    line: str,
    changes: list[HeldChange],
    telling: PackTelling,
    others: NamesFinder,
    left_out: Mapping[str, str],
) -> HeldRecord:
    told = _changes(changes, telling, set())
    return HeldRecord(
        line=line,
        table=HISTORY,
        heading=telling.table(changes[0].table),
        pairs=(),
        changes=told,
        others=others.named_in(*(what for _, _, what in told)),
        left_out=left_out.get(line, ""),
    )


def _changes(
    changes: Iterable[HeldChange], telling: PackTelling, standing: set[str]
) -> tuple[tuple[str, str, str], ...]:
    """When, who and what of changes; what stands in the record anyway is not said again."""
    found = []
    for change in changes:
        said = list(_fields(change, telling, standing))
        if said:
            what = f"{telling.use_case(change.use_case)}: {'; '.join(said)}"
            found.append((telling.moment(change.at), change.who, what))
    return tuple(found)


def _fields(change: HeldChange, telling: PackTelling, standing: set[str]) -> Iterator[str]:
    for column, before, after in change.fields:
        if column in UNSAID:
            continue
        was, became = (telling.value(column, one) for one in (before, after))
        if was and became in standing:
            yield telling.phrases.say("access.was", field=telling.label(column), before=was)
        elif was:
            yield telling.phrases.say(
                "access.became", field=telling.label(column), before=was, after=became or "–"
            )
        elif became and became not in standing:
            yield telling.phrases.say("access.is", field=telling.label(column), after=became)
