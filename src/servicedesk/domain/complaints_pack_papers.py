# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The papers of a complaint: the copy for the customer, the whole file, and a sheet of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.blocks import Block, Heading, Paper, Paragraph, Table, Tone
from servicedesk.domain.complaints_pack import Inner, Pack
from servicedesk.domain.complaints_pack_inner import inner_blocks
from servicedesk.domain.complaints_pack_words import PackWords
from servicedesk.domain.letters import LetterCard
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.record_files import FileCard, size_words

_SHEET_EVENTS = 12
"""Lines of what happened when that the sheet of a complaint has: the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """What stands around a paper of a complaint.

    Args:
        business: trading name.
        printed_on: the day.
        letter_pages: on which page of the whole document each letter begins, by its number.
        file_pages: the same of each file that is shown, by its number.
    """

    business: str
    printed_on: date
    letter_pages: tuple[tuple[int, int], ...] = ()
    file_pages: tuple[tuple[int, int], ...] = ()


def customer_paper(pack: Pack, head: PackHead, phrases: Phrases) -> Paper:
    """The copy for the customer, which is made of what stands in the pack and of nothing else.

    Args:
        pack: as ``pack_for_customer`` gives it.
        head: what stands around it.
        phrases: ``pack.*`` and what PackWords needs.
    """
    words = PackWords(phrases, is_theirs=True)
    blocks = (*_common(pack, words), *_letters(pack.letters, head, words))
    return _paper("customer", pack, head, words, blocks)


def whole_paper(pack: Pack, inner: Inner, head: PackHead, phrases: Phrases) -> Paper:
    """The whole file, for an adviser, a trade body or a court.

    Args:
        pack: as ``whole_pack`` gives it.
        inner: as that gives it beside the pack.
        head: what stands around it.
        phrases: ``pack.*`` and what PackWords needs.
    """
    words = PackWords(phrases)
    blocks = (
        *_common(pack, words),
        *inner_blocks(inner, words),
        *_letters(pack.letters, head, words),
        *_files(inner.files, head, words),
    )
    return _paper("whole", pack, head, words, blocks)


def complaint_sheet(pack: Pack, inner: Inner, head: PackHead, phrases: Phrases) -> Paper:
    """A page or two for ourselves: how it stands, what was said and found, what was last done.

    Args:
        pack: as ``whole_pack`` gives it.
        inner: as that gives it beside the pack.
        head: what stands around it.
        phrases: ``pack.*`` and what PackWords needs.
    """
    words = PackWords(phrases)
    who = (("handler", inner.handler), ("stand_in", inner.stand_in))
    blocks = (
        *words.facts(pack),
        *words.pairs(who, "facts"),
        *words.said(pack),
        *words.points(pack),
        *words.remedies(pack.remedies),
        *words.events(pack.events[-_SHEET_EVENTS:]),
        *_earlier(pack, words),
    )
    return _paper("sheet", pack, head, words, blocks)


def _earlier(pack: Pack, words: PackWords) -> Iterator[Block]:
    left = len(pack.events) - _SHEET_EVENTS
    if left > 0:
        yield Paragraph(text=words.say("pack.earlier", count=str(left)), tone=Tone.SMALL)


def _common(pack: Pack, words: PackWords) -> Iterator[Block]:
    yield from words.facts(pack)
    yield from words.said(pack)
    yield from words.points(pack)
    yield from words.remedies(pack.remedies)
    yield from words.outside(pack.outside)
    yield from words.events(pack.events)
    yield from words.evidence(pack.evidence)


def _paper(
    kind: str, pack: Pack, head: PackHead, words: PackWords, blocks: Iterable[Block]
) -> Paper:
    say = words.say
    title = say("pack.title", ref=pack.ref)
    opening = say(f"pack.opening.{kind}", day=words.day(head.printed_on))
    return Paper(
        title=say("pack.document", title=title, name=pack.name) if pack.name else title,
        language=say("letter.language"),
        author=head.business,
        blocks=(
            Heading(text=title, level=1),
            Paragraph(text=opening, tone=Tone.LEAD),
            *blocks,
        ),
        footer=say(f"pack.footer.{kind}", ref=pack.ref),
    )


def _letters(letters: Iterable[LetterCard], head: PackHead, words: PackWords) -> Iterator[Block]:
    """The letters that follow, each as it was sent."""
    pages, say = dict(head.letter_pages), words.say
    rows = tuple(
        (
            words.day(one.issued_on),
            one.ref,
            one.title if one.withdrawn_on is None else say("pack.not_sent", title=one.title),
            str(pages.get(one.id, "")),
        )
        for one in letters
    )
    head_row = tuple(say(f"pack.column.{key}") for key in ("day", "ref", "letter", "page"))
    table = Table(caption=say("pack.heading.letters"), head=head_row, rows=rows)
    note = Paragraph(text=say("pack.letters_follow"), tone=Tone.SMALL)
    yield from words.section("letters", [table, note] if rows else [])


def _files(files: Iterable[FileCard], head: PackHead, words: PackWords) -> Iterator[Block]:
    """The files that lie with it; those that are pictures follow."""
    pages, say = dict(head.file_pages), words.say
    rows = tuple(
        (
            str(number),
            one.name,
            size_words(one.size, words.phrases),
            words.day(one.added_on),
            str(pages.get(one.id, "")) or say("pack.kept_apart"),
        )
        for number, one in enumerate(files, 1)
    )
    keys = ("number", "file", "size", "day", "page")
    head_row = tuple(say(f"pack.column.{key}") for key in keys)
    table = Table(caption=say("pack.heading.files"), head=head_row, rows=rows)
    note = Paragraph(text=say("pack.files_follow"), tone=Tone.SMALL)
    yield from words.section("files", [table, note] if rows else [])
