# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The paper of what is held on one person: the copy for them, and one for us to look through."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from servicedesk.domain.access_packs import HISTORY, AccessPack, HeldRecord
from servicedesk.domain.blocks import Block, Bullets, Heading, Paper, Paragraph, Table, Tone
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.phrases import Phrases

_ABOUT = ("held_why", "held_from", "held_shared")
"""What is said of everything together, each under its own heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """What stands around a pack.

    Args:
        business: its trading name.
        kept: how long what is kept, a line each.
        law: sentences of the law on their rights; none somewhere else than in the four nations.
        reach: how to reach us, a line each.
    """

    business: str
    kept: tuple[str, ...]
    law: tuple[str, ...]
    reach: tuple[str, ...] = ()


def pack_paper(
    pack: AccessPack, head: PackHead, phrases: Phrases, *, is_for_us: bool = False
) -> Paper:
    """The pack on paper.

    Args:
        pack: all that is held.
        head: what stands around it.
        phrases: ``access.*``.
        is_for_us: to look through: with what is kept back, and who else is named where.
    """
    say = phrases.say
    title = say("access.title", name=pack.name)
    shown = pack.records if is_for_us else tuple(one for one in pack.records if not one.left_out)
    opening = say(
        "access.opening_us" if is_for_us else "access.opening",
        day=day_words(pack.made_on, phrases),
    )
    blocks: list[Block] = [
        Heading(text=title, level=1),
        Paragraph(text=opening, tone=Tone.LEAD),
    ]
    if not is_for_us:
        blocks += _about(head, phrases)
    blocks += _records(shown, phrases, is_for_us=is_for_us)
    if not is_for_us:
        blocks += _kept_back(pack.records, phrases)
        blocks += _beside(pack, phrases)
    return Paper(
        title=title,
        language=say("letter.language"),
        author=head.business,
        blocks=tuple(blocks),
        footer=say("access.footer_us") if is_for_us else title,
    )


def _about(head: PackHead, phrases: Phrases) -> Iterator[Block]:
    say = phrases.say
    for name in _ABOUT:
        yield Heading(text=say(f"access.heading.{name}"))
        yield Paragraph(text=say(f"access.{name}"))
    yield Heading(text=say("access.heading.held_long"))
    yield Bullets(items=head.kept)
    yield Heading(text=say("access.heading.rights"))
    yield Paragraph(text=say("access.tell_us_first"))
    for line in head.reach:
        yield Paragraph(text=line)
    for sentence in head.law:
        yield Paragraph(text=sentence)


def _records(
    records: Iterable[HeldRecord], phrases: Phrases, *, is_for_us: bool
) -> Iterator[Block]:
    """Their own records table by table, then where others' records name them."""
    own: list[HeldRecord] = []
    named: list[HeldRecord] = []
    for one in records:
        (own if one.is_theirs else named).append(one)
    for table, group in groupby(own, key=lambda one: one.table):
        caption = phrases.say(f"access.table.{table}")
        yield Heading(text=caption)
        for record in group:
            yield from _record(record, caption, phrases, is_for_us=is_for_us)
    if named:
        caption = phrases.say("access.heading.named")
        yield Heading(text=caption)
        yield Paragraph(text=phrases.say("access.named"))
        for record in named:
            yield from _record(record, caption, phrases, is_for_us=is_for_us)


def _record(record: HeldRecord, sort: str, phrases: Phrases, *, is_for_us: bool) -> Iterator[Block]:
    say = phrases.say
    heading = record.heading if record.is_theirs or record.is_whole else ""
    if is_for_us and not record.is_theirs:
        heading = said_of(record, phrases)
    caption = heading or sort
    if heading:
        yield Heading(text=heading, level=3)
    if is_for_us:
        for words in notes_on(record, phrases):
            yield Paragraph(text=words, tone=Tone.STRONG)
    if record.pairs:
        yield Table(caption=caption, rows=record.pairs)
    if record.changes:
        heads = tuple(say(f"access.change.{name}") for name in ("when", "who", "what"))
        yield Table(caption=say("access.changes", of=caption), head=heads, rows=record.changes)


def said_of(record: HeldRecord, phrases: Phrases) -> str:
    """What a record is, as we say among ourselves, such as "Customer, K-0003, Joan Fielding"."""
    if record.is_theirs:
        return phrases.say(f"access.table.{record.table}")
    heading = "" if record.table == HISTORY else record.heading
    said = (phrases.say(f"enum.Kind.{record.kind.value}"), heading, *record.whose)
    return ", ".join(dict.fromkeys(one for one in said if one))


def notes_on(record: HeldRecord, phrases: Phrases) -> tuple[str, ...]:
    """What we have to think of with a record before it is handed over; nothing for most."""
    say, found = phrases.say, []
    if record.left_out:
        found.append(say("access.left_out", reason=record.left_out))
    if record.is_part:
        found.append(say("access.part"))
        if record.others:
            found.append(say("access.part_marked", names=", ".join(record.others)))
        return tuple(found)
    if not record.is_theirs:
        found.append(say("access.called" if record.is_called else "access.whole"))
    if record.others:
        found.append(say("access.names_others", names=", ".join(record.others)))
    return tuple(found)


def _kept_back(records: Iterable[HeldRecord], phrases: Phrases) -> Iterator[Block]:
    say = phrases.say
    lines = [
        say("access.kept_back", what=_sort(one, phrases), reason=one.left_out)
        for one in records
        if one.left_out
    ]
    if lines:
        yield Heading(text=say("access.heading.kept_back"))
        yield Bullets(items=tuple(dict.fromkeys(lines)))


def _sort(record: HeldRecord, phrases: Phrases) -> str:
    """What sort of record it is, as they are told, who learn nothing of anybody else by it."""
    if record.is_theirs:
        return phrases.say(f"access.table.{record.table}")
    return phrases.say("access.heading.named")


def _beside(pack: AccessPack, phrases: Phrases) -> Iterator[Block]:
    say = phrases.say
    if pack.files:
        yield Heading(text=say("access.heading.files"))
        yield Paragraph(text=say("access.files"))
        yield Bullets(items=pack.files)
    if pack.letters:
        yield Heading(text=say("access.heading.letters"))
        yield Paragraph(text=say("access.letters"))
