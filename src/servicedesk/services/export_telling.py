# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page in a folder that everything is taken out into: what each file is, in plain words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import servicedesk
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.exporting import (
    CARDS,
    FILES,
    INDEX,
    LETTERS,
    MANIFEST,
    TABLES,
    ExportCounts,
    IndexLine,
    IndexPage,
    IndexPart,
    list_file,
    table_file,
)
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.phrases import Phrases
from servicedesk.services.export_parts import Job
from servicedesk.store.contacts import contacts
from servicedesk.store.exporting import count_out, tables_out


def write_index(job: Job, counts: ExportCounts, business: str, lost: Sequence[str] = ()) -> None:
    """Write the page that says what each file is, and which ones are missing."""
    from servicedesk.documents.export_index import index_page

    phrases = job.around.phrases
    say, day = phrases.say, day_words(job.around.clock.today(), phrases)
    version = servicedesk.__version__
    help_words = "with_help" if job.with_help else "without_help"
    page = IndexPage(
        title=say("taking_out.title"),
        business=business,
        language=say("letter.language"),
        lead=(
            say("taking_out.made", day=day, version=version),
            say("taking_out.about"),
            say("taking_out.private"),
            say(f"taking_out.{help_words}"),
        ),
        head=(
            say("taking_out.head_file"),
            say("taking_out.head_what"),
            say("taking_out.head_count"),
        ),
        parts=tuple(_parts(job, counts, lost)),
    )
    job.folder.write(INDEX, [index_page(page)])


def _parts(job: Job, counts: ExportCounts, lost: Sequence[str]) -> Iterator[IndexPart]:
    phrases = job.around.phrases
    if lost:
        what = phrases.say("taking_out.lost_one")
        gone = [IndexLine(path=name, what=what, is_there=False) for name in lost]
        yield _part(phrases, "lost", gone)
    yield _part(phrases, "lists", tuple(_lists(phrases, counts)))
    notes = _count(phrases, "notes_count", count_out(job.reading, contacts.name))
    about = _line(phrases, table_file(contacts.name), "contacts_table", notes)
    yield _part(phrases, "contacts", [about])
    papers = [
        _line(phrases, f"{folder}/", words, _count(phrases, "files_count", number))
        for folder, words, number in (
            (LETTERS, "letters", counts.letters),
            (FILES, "files", counts.files),
        )
        if number
    ]
    if papers:
        yield _part(phrases, "papers", papers)
    yield _tables(job)
    yield _part(phrases, "proof", [_line(phrases, MANIFEST, "manifest", "")])


def _lists(phrases: Phrases, counts: ExportCounts) -> Iterator[IndexLine]:
    """The four lists, and the cards; who was forgotten is no customer any more."""
    for kind in ListKind:
        what = phrases.say(f"taking_out.{kind.value}")
        count = _count(phrases, "lines", counts.lists[kind])
        if kind is ListKind.CUSTOMERS:
            count = _count(phrases, "customers_count", counts.customers)
            if counts.forgotten:
                what = f"{what} {_count(phrases, 'forgotten', counts.forgotten)}"
        yield IndexLine(path=list_file(kind), what=what, count=count)
    yield _line(phrases, CARDS, "cards", _count(phrases, "cards_count", counts.customers))


def _tables(job: Job) -> IndexPart:
    """Every table: those with lines, and folded away those without."""
    phrases = job.around.phrases
    full: list[IndexLine] = []
    empty: list[IndexLine] = []
    for name in tables_out(with_help=job.with_help):
        lines = count_out(job.reading, name)
        told = _line(phrases, table_file(name), f"table_of.{name}", _count(phrases, "lines", lines))
        (full if lines else empty).append(told)
    return IndexPart(
        heading=phrases.say(f"taking_out.{TABLES}"),
        words=phrases.say(f"taking_out.{TABLES}_words"),
        lines=tuple(full),
        folded=tuple(empty),
        folded_words=_count(phrases, "empty", len(empty)),
    )


def _part(phrases: Phrases, name: str, lines: Sequence[IndexLine]) -> IndexPart:
    return IndexPart(
        heading=phrases.say(f"taking_out.{name}"),
        words=phrases.say(f"taking_out.{name}_words"),
        lines=tuple(lines),
    )


def _line(phrases: Phrases, path: str, words: str, count: str) -> IndexLine:
    return IndexLine(path=path, what=phrases.say(f"taking_out.{words}"), count=count)


def _count(phrases: Phrases, words: str, number: int) -> str:
    return phrases.count(f"taking_out.{words}", Decimal(number))
