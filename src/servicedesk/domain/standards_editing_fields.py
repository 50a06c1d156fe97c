# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The fields in which an owner changes a service standard: which there are, and what they show.

The name of a field is its place in the plain mapping of ``standards_data``, such as "limit" or
"remedy.money"; what it shows is what a person would type there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from servicedesk.domain.elements import Element
from servicedesk.domain.standards import (
    Amount,
    Audience,
    Basis,
    Bound,
    Measure,
    MeasuredBy,
    RemedyClaim,
    ServiceStandard,
    StandardChannel,
    StandardKind,
    StartEvent,
    StopEvent,
    Unit,
)
from servicedesk.domain.standards_amounts import plain_number, read_amount
from servicedesk.domain.standards_data import CLOSE, standard_to_data

MOST_BANDS = 4
"""Times to choose from that one standard can offer."""


class FieldShape(StrEnum):
    """What a field takes."""

    AMOUNT = "amount"
    WHOLE = "whole"
    SHARE = "share"
    MONEY = "money"
    TIME = "time"
    WORDS = "words"
    CHOICE = "choice"
    TICK = "tick"


class FieldPlace(StrEnum):
    """Where the editor shows a field: in the row, under "And if you miss it?", under More."""

    ROW = "row"
    MISSED = "missed"
    MORE = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorField:
    """One field of the editor of a standard.

    Args:
        name: as ``edited`` takes it.
        shape: what it takes.
        place: where it is shown.
        value: as typed: a number, a time such as "15:00", words, or the code of a choice.
        counted: of an amount: the code of what it counts, such as "hour_opening".
        choices: codes to choose from, of an amount what it may count; "" is "not said".
        is_on: of a tick.
    """

    name: str
    shape: FieldShape
    place: FieldPlace
    value: str = ""
    counted: str = ""
    choices: tuple[str, ...] = ()
    is_on: bool = False


TIMES = (
    "second",
    "minute",
    "hour",
    "hour_opening",
    "hour_working",
    "hour_calendar",
    "day_opening",
    "day_working",
    "day_calendar",
    "week",
    "month",
    "year",
)
"""What a length of time may be counted in, the shortest first."""

_LONG = TIMES[6:]

COUNTS: Mapping[Measure, tuple[str, ...]] = {
    Measure.DURATION: TIMES,
    Measure.NOTICE: TIMES,
    Measure.RINGS: (Unit.RING.value,),
    Measure.COUNT_PER_PERIOD: (Unit.TIME.value,),
    Measure.SHARE: (Unit.PERCENT.value,),
    Measure.MONEY: (Unit.POUND.value,),
}
"""What the level of a measure may count; a measure that is not here has no such level."""

_USUAL: Mapping[str, str] = {
    "limit": "day_opening",
    "up_to": "day_opening",
    "per": "month",
    "bands": "hour",
    "pattern.window": "month",
    "pattern.lasting": "minute",
    "clock.after": "day_opening",
    "second.limit": "day_opening",
    "updates": "day_opening",
    "remedy.claim_within": "month",
}
"""What an amount counts that nobody has given yet."""

_USES: Mapping[Measure, tuple[str, ...]] = {
    Measure.DURATION: ("limit", "up_to", "average", "repeats", "bound"),
    Measure.RINGS: ("limit", "up_to", "average", "repeats", "bound"),
    Measure.CLOCK_TIME: ("clock",),
    Measure.BAND: ("bands",),
    Measure.NOTICE: ("limit", "up_to"),
    Measure.COUNT_PER_PERIOD: ("limit", "up_to", "per", "bound"),
    Measure.SHARE: ("limit", "up_to", "bound"),
    Measure.MONEY: ("limit", "up_to", "bound"),
    Measure.YES_NO: (),
    Measure.AVAILABILITY: ("availability",),
    Measure.PATTERN: ("pattern",),
}
_LEVELS = frozenset(name for names in _USES.values() for name in names)

_WORDS: Mapping[str, type[StrEnum]] = {
    "measure": Measure,
    "channel": StandardChannel,
    "kind": StandardKind,
    "bound": Bound,
    "start_event": StartEvent,
    "stop_event": StopEvent,
    "measured_by": MeasuredBy,
    "audience": Audience,
    "element": Element,
    "basis": Basis,
    "remedy.claim": RemedyClaim,
}
"""Fields that choose a member of an enum, whose words its choices have."""

_OPTIONAL = frozenset({"bound", "remedy.claim"})
WHO = ("we", "you")


def is_used(name: str, measure: Measure) -> bool:
    """Whether a part of a standard says anything with this measure."""
    return name not in _LEVELS or name in _USES[measure]


def enum_of(field: str) -> type[StrEnum] | None:
    """The enum whose members a field chooses from; None for any other field."""
    return _WORDS.get(field)


def counted_code(amount: Amount) -> str:
    """What an amount counts, as a code such as "day_working" or "minute"."""
    return amount.unit.value if amount.days is None else f"{amount.unit.value}_{amount.days.value}"


def fields_of(standard: ServiceStandard) -> tuple[EditorField, ...]:
    """The fields of the editor of a standard, in the order shown.

    Args:
        standard: complete or not.

    Returns:
        Those that say something with its measure; each name once.
    """
    said = _Said(standard)
    level = tuple(_level(said))
    return (
        said.tick("is_ticked", FieldPlace.ROW),
        *(field for field in level if field.place is FieldPlace.ROW),
        said.words("remedy.text", FieldPlace.MISSED),
        *_words(said),
        *(field for field in level if field.place is FieldPlace.MORE),
        *_about(said),
        *_remedy(said),
    )


class _Said:
    """Makes fields that show what a standard says."""

    def __init__(self, standard: ServiceStandard) -> None:
        self.standard = standard
        self.data = standard_to_data(standard)

    def has(self, name: str) -> bool:
        return self._look(name) is not None

    def amount(
        self, name: str, choices: tuple[str, ...], place: FieldPlace = FieldPlace.MORE
    ) -> EditorField:
        """An amount; what it counts now is always among the choices."""
        text = self._look(name)
        usual = _USUAL[name.split(".", 1)[0] if name.startswith("bands.") else name]
        number, counted = "", usual if usual in choices else choices[0]
        if isinstance(text, str):
            amount = read_amount(text, name)
            counted = counted_code(amount)
            is_money = amount.unit is Unit.POUND
            number = text.removeprefix("£") if is_money else plain_number(amount.value)
        if counted not in choices:
            choices = (*choices, counted)
        return EditorField(
            name=name,
            shape=FieldShape.AMOUNT,
            place=place,
            value=number,
            counted=counted,
            choices=choices,
        )

    def plain(
        self, name: str, shape: FieldShape, place: FieldPlace = FieldPlace.MORE
    ) -> EditorField:
        """A field whose text is what the data say, without the sign that stands beside it."""
        value = self._look(name)
        text = "" if value is None or value == CLOSE else str(value)
        return EditorField(name=name, shape=shape, place=place, value=text.strip("£% "))

    def words(self, name: str, place: FieldPlace = FieldPlace.MORE) -> EditorField:
        value = self._look(name)
        text = value if isinstance(value, str) else ""
        return EditorField(name=name, shape=FieldShape.WORDS, place=place, value=text)

    def choice(self, name: str) -> EditorField:
        """A choice of an enum's members; a default that the data leave out is shown too."""
        known = tuple(member.value for member in _WORDS[name])
        choices = ("", *known) if name in _OPTIONAL else known
        value = self._look(name)
        if value is None:
            value = "" if name in _OPTIONAL else getattr(self.standard, name).value
        return EditorField(
            name=name,
            shape=FieldShape.CHOICE,
            place=FieldPlace.MORE,
            value=str(value),
            choices=choices,
        )

    def tick(self, name: str, place: FieldPlace = FieldPlace.MORE) -> EditorField:
        return EditorField(
            name=name, shape=FieldShape.TICK, place=place, is_on=self._look(name) is True
        )

    def _look(self, name: str) -> object:
        """What the data say in a place; None where they say nothing."""
        found: object = self.data
        for step in name.split("."):
            if isinstance(found, list):
                number = int(step) - 1
                found = found[number] if number < len(found) else None
            elif isinstance(found, Mapping):
                found = cast("Mapping[str, object]", found).get(step)
        return found


def _level(said: _Said) -> Iterator[EditorField]:
    """What says how soon, how much or when, for the measure of the standard."""
    measure = said.standard.measure
    if measure in COUNTS:
        yield from _counted(said, measure)
    elif measure is Measure.CLOCK_TIME:
        yield said.plain("clock.at", FieldShape.TIME, FieldPlace.ROW)
        yield EditorField(
            name="clock.close",
            shape=FieldShape.TICK,
            place=FieldPlace.MORE,
            is_on=said.standard.clock is not None and said.standard.clock.at is None,
        )
        yield said.amount("clock.after", _LONG)
    elif measure is Measure.BAND:
        yield from _bands(said)
    elif measure is Measure.AVAILABILITY:
        available = said.standard.availability
        yield said.plain("availability.opens", FieldShape.TIME, FieldPlace.ROW)
        yield said.plain("availability.closes", FieldShape.TIME, FieldPlace.ROW)
        is_on = available is not None and available.is_round_the_clock
        yield EditorField(
            name="availability.always", shape=FieldShape.TICK, place=FieldPlace.MORE, is_on=is_on
        )
        yield said.tick("availability.free")
    elif measure is Measure.PATTERN:
        yield said.plain("pattern.occasions", FieldShape.WHOLE, FieldPlace.ROW)
        yield said.amount("pattern.window", _LONG, FieldPlace.ROW)
        yield said.amount("pattern.lasting", TIMES)


def _counted(said: _Said, measure: Measure) -> Iterator[EditorField]:
    yield said.amount("limit", COUNTS[measure], FieldPlace.ROW)
    if measure is Measure.COUNT_PER_PERIOD:
        yield said.amount("per", _LONG, FieldPlace.ROW)
    yield said.amount("up_to", COUNTS[measure])
    if is_used("bound", measure):
        yield said.choice("bound")
    if is_used("average", measure):
        yield said.tick("average")
        yield said.tick("repeats")


def _bands(said: _Said) -> Iterator[EditorField]:
    """Every band there is, and an empty one after them while there is room."""
    for number in range(1, min(len(said.standard.bands) + 1, MOST_BANDS) + 1):
        place = FieldPlace.ROW if number == 1 else FieldPlace.MORE
        yield said.amount(f"bands.{number}.width", TIMES, place)
        yield said.plain(f"bands.{number}.opens", FieldShape.TIME)
        yield said.plain(f"bands.{number}.closes", FieldShape.TIME)


def _words(said: _Said) -> Iterator[EditorField]:
    yield EditorField(
        name="who",
        shape=FieldShape.CHOICE,
        place=FieldPlace.MORE,
        value=said.standard.who,
        choices=WHO,
    )
    for name in ("action", "title", "condition", "fallback"):
        yield said.words(name)


def _about(said: _Said) -> Iterator[EditorField]:
    yield said.choice("kind")
    if said.standard.kind is StandardKind.AIM or said.has("target"):
        yield said.plain("target", FieldShape.SHARE)
    yield said.amount("second.limit", TIMES)
    yield said.words("second.condition")
    yield said.amount("updates", TIMES)
    yield said.plain("cut_off", FieldShape.TIME)
    for name in ("channel", "start_event", "stop_event", "measured_by", "measure", "element"):
        yield said.choice(name)
    yield EditorField(
        name="is_public",
        shape=FieldShape.TICK,
        place=FieldPlace.MORE,
        is_on=said.standard.is_public,
    )
    yield said.choice("audience")
    yield said.choice("basis")


def _remedy(said: _Said) -> Iterator[EditorField]:
    yield said.plain("remedy.money", FieldShape.MONEY)
    yield said.plain("remedy.money_most", FieldShape.MONEY)
    yield said.words("remedy.depends_on")
    yield said.choice("remedy.claim")
    yield said.amount("remedy.claim_within", TIMES)
    yield said.plain("remedy.late_money", FieldShape.MONEY)
