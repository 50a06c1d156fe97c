# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Filling a letter: every {field} with its value in one pass, and nothing else is ever done.

What is filled in is never read again, so a customer's braces stay braces. A stretch of words in
square brackets that names a field stays away where the field has no value.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from string import Template
from types import MappingProxyType
from typing import Any, ClassVar

from servicedesk.domain.entries import read_money
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import Decision
from servicedesk.domain.letters import (
    VALUES,
    FieldKind,
    LetterTemplate,
    Part,
    PartKind,
    Voice,
)
from servicedesk.domain.letters_closed import closed_link
from servicedesk.domain.letters_fields import (
    CATALOGUE,
    DAYS,
    FRAME,
    MADE_OF,
    UNPRINTED,
    VOICE_WORDS,
    VOICES,
    may_name,
    named,
)
from servicedesk.domain.letters_fields_complaints import (
    FINDING,
    SORRY,
    SORRY_WHERE,
)
from servicedesk.domain.letters_fields_feedback import DECIDED, DECISION
from servicedesk.domain.letters_reading_on import has_ended, read_on
from servicedesk.domain.phrases import Phrases

BULLET = "- "
"""Stands before an item of a list where a letter is edited as text."""

NOT = "!"
"""Stands before the field on which a part hangs that appears only while it has no value."""

NEEDED_WITH = MappingProxyType({"offer": ("valid_until", "if_accepted", "if_refused")})
"""What a letter needs as soon as something else is said in it."""

FORM = {
    "___ ": PartKind.BLANK,
    "1-5 ": PartKind.STEPS,
    "[ ] ": PartKind.TICK,
    "--- ": PartKind.CUT,
}
"""Stands before what a letter has to write on: a blank, numbers to ring, a box to tick, a line to
cut along."""

CLOSE = frozenset({PartKind.BULLET, PartKind.TICK})
"""What follows its own kind without an empty line."""

HEADING = "## "
"""Stands before a heading where a letter is edited as text."""

_SIGNS = {kind: sign for sign, kind in FORM.items()} | {
    PartKind.BULLET: BULLET,
    PartKind.HEADING: HEADING,
}


class FieldText(Template):
    """Plain words with {fields}; ``{{`` prints a brace."""

    delimiter = "{"
    pattern: ClassVar[Any] = r"""
    \{(?:
        (?P<escaped>\{) | (?P<named>[A-Za-z][a-z_]*(?:\.[a-z_]+)?)\} |
        (?P<braced>(?!)) | (?P<invalid>)
    )
    """
    flags = re.VERBOSE


_STRETCH = re.compile(r"\[([^\[\]]*\{[a-zA-Z][^\[\]]*)\]")
"""Words in square brackets with a field among them; other brackets are mere brackets."""


def fields_in(parts: Iterable[Part]) -> tuple[str, ...]:
    """Names of all fields that parts speak of, each once, without the words of the voice."""
    found: dict[str, None] = {}
    for part in parts:
        for name in (part.only_if.removeprefix(NOT), *_names(part)):
            if name and name not in VOICE_WORDS:
                found.update(dict.fromkeys((*MADE_OF.get(name, ()), name)))
    return tuple(found)


def checked_template(template: LetterTemplate) -> LetterTemplate:
    """The template, when it can be filled.

    Raises:
        Refusal: field "words"; ``letter_brace_alone`` for a brace that opens no field,
            ``letter_field_unknown`` for a name that is not in the catalogue of its stage,
            ``letter_field_left_out`` when something that it needs or must name
            stands nowhere in it,
            ``letter_empty`` when it says nothing, ``letter_link_closed`` for the address of a
            platform that is no more.
    """
    known = may_name(template.stage)
    for part in template.parts:
        if found := closed_link(part.text):
            raise Refusal("letter_link_closed", "words", found=found)
        if not FieldText(part.text).is_valid():
            raise Refusal("letter_brace_alone", "words", found=part.text[:40])
        hinge = part.only_if.removeprefix(NOT)
        for name in (*_names(part), *((hinge,) if hinge else ())):
            if name not in known:
                raise Refusal("letter_field_unknown", "words", name=name)
    named = fields_in(template.parts)
    if not any(part.kind is PartKind.PARAGRAPH for part in template.parts):
        raise Refusal("letter_empty", "words")
    for name in (*template.needs, *template.must_name):
        if name not in named and name not in FRAME | UNPRINTED:
            raise Refusal("letter_field_left_out", "words", name=name)
    return template


def printed_values(values: VALUES, voice: Voice, phrases: Phrases) -> dict[str, str]:
    """Every value as it is printed: days written out, nothing at the ends, the voice's words.

    Args:
        values: as in LetterDraft.
        voice: who speaks.
        phrases: ``letter.day`` and the names of the months.

    Raises:
        Refusal: ``letter_field_unknown`` for a name that is not in the catalogue,
            ``letter_day_not_read`` for a day that is none.
    """
    printed = dict(VOICES[voice])
    for name, value in values.items():
        if name not in CATALOGUE:
            raise Refusal("letter_field_unknown", "words", name=name)
        printed[name] = _printed(name, value.strip(), phrases)
    first, last = printed.get("closure.from", ""), printed.get("closure.to", "")
    if first and last:
        one = "one" if first == last else "many"
        printed[DAYS] = phrases.say(f"letter.days.{one}", first=first, last=last)
    if printed.get("effect_on_you") or values.get(FINDING) in SORRY_WHERE:
        printed[SORRY] = phrases.say(
            "letter.sorry", we_begin=VOICES[voice]["We"], are=VOICES[voice]["are"]
        )
    decision = printed.get(DECISION, "")
    if decision in set(Decision):
        printed[DECIDED] = phrases.say(f"letter.decided.{decision}", we=VOICES[voice]["we"])
    return printed


def _printed(name: str, text: str, phrases: Phrases) -> str:
    """One value: a sentence goes without its full stop, for the template has one."""
    kind = CATALOGUE[name].kind
    if kind is FieldKind.DAY and text:
        return day_words(_day(name, text), phrases)
    if kind is FieldKind.MONEY:
        return _money(text)
    return text.removesuffix(".") if kind is FieldKind.TEXT else text


def _money(text: str) -> str:
    """A sum with pound sign and pence; anything else that was said of a price as it is."""
    try:
        pence = read_money(text)
    except Refusal:
        return text
    return f"£{pence // 100:,}.{pence % 100:02}"


def day_words(day: date, phrases: Phrases) -> str:
    """A day as letters write it, such as "2 October 2026"."""
    month = phrases.say(f"month.{day.month}")
    return phrases.say("letter.day", day=str(day.day), month=month, year=str(day.year))


def still_missing(template: LetterTemplate, values: VALUES) -> tuple[str, ...]:
    """Names of the fields that must have a value before the letter can be issued, and have none."""
    named, needs = fields_in(template.parts), list(template.needs)
    for said, more in NEEDED_WITH.items():
        if values.get(said, "").strip():
            needs += (name for name in more if name in named)
    return tuple(name for name in needs if not values.get(name, "").strip())


def filled(parts: Iterable[Part], printed: Mapping[str, str]) -> tuple[Part, ...]:
    """The parts with their values; those that name a value that is not there are left out.

    A stretch in square brackets is left out by itself, and its part stays.

    An item of a list that is nothing but one field of several lines becomes an item for each.

    Args:
        parts: of a checked template.
        printed: as ``printed_values`` gives them.
    """
    made: list[Part] = []
    for part in parts:
        known = _without_unknown(part, printed)
        if _appears(known.only_if, printed) and all(printed.get(one) for one in _names(known)):
            made.extend(_filled(known, printed))
    return tuple(_without_lone_headings(made))


def as_text(parts: Iterable[Part]) -> str:
    """A filled letter without its subject, as it is edited by hand."""
    lines: list[str] = []
    before: PartKind | None = None
    for part in parts:
        if part.kind is PartKind.SUBJECT:
            continue
        if lines and not (part.kind is before and before in CLOSE):
            lines.append("")
        lines.append(f"{_SIGNS.get(part.kind, '')}{part.text}")
        before = part.kind
    return "\n".join(lines)


def from_text(text: str) -> tuple[Part, ...]:
    """A letter that was changed by hand: an empty line ends a paragraph, "- " begins an item.

    What begins with "## " is a heading, and with a sign of ``FORM`` something to write on.
    """
    made: list[Part] = []
    running: list[str] = []

    def end() -> None:
        if running:
            made.append(Part(kind=PartKind.PARAGRAPH, text="\n".join(running)))
            running.clear()

    for line in text.splitlines():
        bare = line.strip()
        kind, text = marked(bare)
        if kind is not None:
            end()
            made.append(Part(kind=kind, text=text))
        elif bare:
            running.append(bare)
        else:
            end()
    end()
    return tuple(made)


def marked(line: str) -> tuple[PartKind | None, str]:
    """What the sign before a line makes of it, and the line without; None for running text."""
    for kind, sign in _SIGNS.items():
        text = line.removeprefix(sign).strip()
        if text and line.startswith(sign):
            return kind, text
    return None, line


def subject_of(parts: Iterable[Part]) -> str:
    """The line over the letter; "" where there is none."""
    return next((part.text for part in parts if part.kind is PartKind.SUBJECT), "")


def _appears(hinge: str, printed: Mapping[str, str]) -> bool:
    """Whether a part appears as far as the field goes on which it hangs; "" is none."""
    if hinge.startswith(NOT):
        return not printed.get(hinge.removeprefix(NOT))
    return not hinge or bool(printed.get(hinge))


def _without_unknown(part: Part, printed: Mapping[str, str]) -> Part:
    """A part with each stretch in brackets opened up, or away where it names what is not there."""

    def opened(stretch: re.Match[str]) -> str:
        names = FieldText(stretch[1]).get_identifiers()
        return stretch[1] if all(printed.get(name) for name in names) else ""

    return replace(part, text=_STRETCH.sub(opened, part.text).strip())


def _names(part: Part) -> tuple[str, ...]:
    return tuple(FieldText(part.text).get_identifiers())


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal("letter_day_not_read", name, found=text[:40]) from error


def _filled(part: Part, printed: Mapping[str, str]) -> Iterator[Part]:
    names = _names(part)
    lines = printed[names[0]].splitlines() if len(names) == 1 else []
    if lines and part.kind is PartKind.BULLET and part.text == named(names[0]):
        for line in lines:
            if line.strip():
                yield Part(kind=part.kind, text=line.strip())
    else:
        yield Part(kind=part.kind, text=_put(part, printed))


def _put(part: Part, printed: Mapping[str, str]) -> str:
    """A part with its values, which read on from the words around them."""
    made, last = "", 0
    for found in FieldText.pattern.finditer(part.text):
        made, last = made + part.text[last : found.start()], found.end()
        name = found["named"]
        if name is None:  # two braces print one
            made += "{"
            continue
        value = printed[name]
        if name in CATALOGUE and CATALOGUE[name].kind is FieldKind.TEXT:
            value = read_on(made, value, is_running=part.kind is PartKind.PARAGRAPH)
        made += value
        if has_ended(value) and part.text.startswith(".", last):
            last += 1
    return made + part.text[last:]


def _without_lone_headings(parts: list[Part]) -> Iterator[Part]:
    """A heading whose every paragraph stayed away stays away too."""
    for part, after in zip_longest(parts, parts[1:]):
        is_followed = after is not None and after.kind not in (PartKind.SUBJECT, PartKind.HEADING)
        if part.kind is not PartKind.HEADING or is_followed:
            yield part
