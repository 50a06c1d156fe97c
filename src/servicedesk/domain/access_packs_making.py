# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows of the file made into records of a pack, in words that somebody outside can read."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum

from servicedesk.domain.access_packs import (
    HISTORY,
    HeldChange,
    HeldRecord,
    HeldRow,
    PackChoices,
)
from servicedesk.domain.access_packs_names import NamesFinder
from servicedesk.domain.access_packs_parts import PartTaker, named_beside
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
        *("binned_at", "written_at", "level", "line"),
    }
)
"""Columns that tell a person nothing: numbers of rows, and copies that only sort or search."""

_CODES = {
    "wishes": "Wish",
    "causes": "Cause",
    "elements": "Element",
    "ack_unit": "CountUnit",
    "decide_unit": "CountUnit",
    "allowance_unit": "CountUnit",
}
"""Columns of text in which codes lie, and the enum whose words say them."""

_STANDARD = "standard_key"
"""Column that names a promise of the charter."""

_THEIR_NAME = {"customers": frozenset({"name", "shown_name", "salutation"})}
"""Columns that name whom a record of somebody else is about, who may be called the same."""

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
        standards: titles of the promises of the charter, by their keys.
    """

    phrases: Phrases
    zone: tzinfo
    own: Mapping[str, str]
    whom: Mapping[tuple[str, int], str]
    standards: Mapping[str, str] = field(default_factory=dict)

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
        return "; ".join(self._coded(column, one) for one in self._flat(str(value)))

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
        return self._said(type(value).__name__, value.value)

    def _coded(self, column: str, text: str) -> str:
        if column == _STANDARD:
            return self.standards.get(text, text)
        return self._said(_CODES[column], text) if column in _CODES else text

    def _said(self, enum: str, code: str) -> str:
        """The words of a code; the code itself where a later version wrote it."""
        try:
            return self.phrases.say(f"enum.{enum}.{code}")
        except KeyError:
            return code

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


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPeople:
    """Who can be named in a pack.

    Args:
        them: finds the person whose pack it is.
        others: finds everybody else.
    """

    them: NamesFinder
    others: NamesFinder

    def others_in(self, *texts: str) -> tuple[str, ...]:
        """Who else is named in texts; nobody is for sharing a name with them."""
        if not self.others.named_in(*texts):
            return ()
        found = (name for text in texts for name in named_beside(text, self.them, self.others))
        return tuple(dict.fromkeys(found))

    def taker(self, whose: Sequence[str], mark: str) -> PartTaker:
        """Takes out of a text what names them, and marks everybody else.

        Args:
            whose: names of whom the text is about, who are known by any word of theirs.
            mark: stands for a name.
        """
        known = NamesFinder((), known=(name for name in whose if not self.them.named_in(name)))
        return PartTaker(them=self.them, others=(self.others, known), mark=mark)


Value = Callable[[str, object], str]
"""Column and value -> what is told of it; "" for nothing."""


def made_records(
    rows: Sequence[HeldRow],
    changes: Iterable[HeldChange],
    telling: PackTelling,
    people: PackPeople,
    choices: PackChoices,
) -> tuple[HeldRecord, ...]:
    """Rows of the file as records of a pack.

    Args:
        rows: in the order in which they are shown.
        changes: of those rows, and of other rows that were theirs or may name them.
        telling: how it is told.
        people: who can be named.
        choices: what is kept back, and what is handed over whole.
    """
    by_line: defaultdict[str, list[HeldChange]] = defaultdict(list)
    for change in changes:
        by_line[change.line].append(change)
    maker = _Maker(telling=telling, people=people, choices=choices)
    records = [maker.record(row, by_line.pop(row.line, [])) for row in rows]
    records += [maker.gone(line, found) for line, found in by_line.items()]
    return tuple(one for one in records if one.pairs or one.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    telling: PackTelling
    people: PackPeople
    choices: PackChoices

    def record(self, row: HeldRow, changes: list[HeldChange]) -> HeldRecord:
        """What is told of a row."""
        is_chosen = row.is_called or row.line in self.choices.whole
        is_whole, is_part = not row.is_theirs and is_chosen, not row.is_theirs and not is_chosen
        tell = self._parts(row) if is_part else self.telling.value
        said = [
            (column, tell(column, value)) for column, value in row.values if column not in UNSAID
        ]
        standing = {words for _, words in said}
        told = tuple(self._changes(changes, standing, is_whole=is_whole))
        texts = [words for column, words in said if column not in OF_US]
        if _is_known_to_them(row):
            texts = []
        others = self.people.others_in(*texts, *(what for _, _, what in told))
        if is_part:
            others = self._marked(row, (value for _, value in row.values), changes)
        return HeldRecord(
            line=row.line,
            table=row.table,
            heading=row.label,
            pairs=tuple((self.telling.label(column), words) for column, words in said if words),
            changes=told,
            others=others,
            is_theirs=row.is_theirs,
            is_whole=is_whole,
            is_called=row.is_called,
            whose=row.whose,
            left_out=self.choices.left_out.get(row.line, ""),
            kind=row.kind,
            values=() if is_part else row.values,
        )

    def gone(self, line: str, changes: list[HeldChange]) -> HeldRecord:
        """What is told of a row that is there no more, or that names them no more."""
        is_theirs = any(change.is_theirs for change in changes)
        is_whole = not is_theirs and line in self.choices.whole
        told = tuple(self._changes(changes, set(), is_whole=is_whole))
        others = self.people.others_in(*(what for _, _, what in told))
        if not (is_theirs or is_whole):
            others = self._marked(changes[0], (), changes)
        return HeldRecord(
            line=line,
            table=HISTORY,
            heading=self.telling.table(changes[0].table),
            pairs=(),
            changes=told,
            others=others,
            is_theirs=is_theirs,
            is_whole=is_whole,
            left_out=self.choices.left_out.get(line, ""),
            kind=changes[0].kind,
            whose=changes[0].whose,
        )

    def _taker(self, of: HeldRow | HeldChange) -> PartTaker:
        return self.people.taker(of.whose, self.telling.phrases.say("access.somebody"))

    def _parts(self, of: HeldRow | HeldChange) -> Value:
        taker, their_name = self._taker(of), _THEIR_NAME.get(of.table, frozenset())

        def tell(column: str, value: object) -> str:
            words = "" if column in their_name else self.telling.value(column, value)
            return " … ".join(taker.taken(words))

        return tell

    def _marked(
        self,
        of: HeldRow | HeldChange,
        values: Iterable[object],
        changes: Iterable[HeldChange],
    ) -> tuple[str, ...]:
        """Who is marked in a part."""
        taker = self._taker(of)
        both = (one for change in changes for _, *values in change.fields for one in values)
        texts = (self.telling.value("", one) for one in (*values, *both) if type(one) is str)
        return tuple(dict.fromkeys(name for text in texts for name in taker.marks(text)))

    def _changes(
        self, changes: Iterable[HeldChange], standing: set[str], *, is_whole: bool
    ) -> Iterator[tuple[str, str, str]]:
        """When, who and what of changes; what stands in the record anyway is not said again."""
        telling = self.telling
        for change in changes:
            is_part = not (change.is_theirs or is_whole)
            tell = self._parts(change) if is_part else telling.value
            said = list(_fields(change, telling, tell, standing))
            if said:
                what = f"{telling.use_case(change.use_case)}: {'; '.join(said)}"
                yield telling.moment(change.at), change.who, what


def _is_known_to_them(row: HeldRow) -> bool:
    """A letter that went to them tells them nothing new of anybody."""
    return row.table == "letters" and any(column == "customer_id" for column, _ in row.values)


def _fields(
    change: HeldChange, telling: PackTelling, tell: Value, standing: set[str]
) -> Iterator[str]:
    for column, before, after in change.fields:
        if column in UNSAID:
            continue
        was, became = (tell(column, one) for one in (before, after))
        if was == became:
            continue
        if was and became in standing:
            yield telling.phrases.say("access.was", field=telling.label(column), before=was)
        elif was:
            yield telling.phrases.say(
                "access.became", field=telling.label(column), before=was, after=became or "–"
            )
        elif became not in standing:
            yield telling.phrases.say("access.is", field=telling.label(column), after=became)
