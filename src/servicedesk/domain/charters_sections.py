# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The sections of a charter as blocks: each page of the guide in the order in which it asks."""

from collections.abc import Iterator

from servicedesk.domain.blocks import Block, Bullets, Paragraph, Table, Tone
from servicedesk.domain.charters_standards import page_standards
from servicedesk.domain.charters_text import (
    CharterSource,
    answer_words,
    asked_before,
    is_left_out,
    is_unread,
    lines_of,
    outside_help,
    results_lines,
    who_to_ask,
)
from servicedesk.domain.guides import Page, Prints, Question, QuestionKind, shown_questions

REACH_PAGES = ("who_we_are", "reach_us")
"""Pages whose answers stand together in one table, as people look for them together."""


def reach_section(source: CharterSource, heading: str) -> list[Block]:
    """Who we are and how to reach us: the rows of both pages as one table, in the order asked.

    Args:
        source: the draft with its words.
        heading: under which it prints, for those who cannot see it.
    """
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for page in source.guide.pages:
        if page.id in REACH_PAGES:
            for block in section(source, page):
                if isinstance(block, Table):
                    rows += block.rows
                else:
                    blocks.append(block)
    return [*blocks, Table(caption=heading, rows=tuple(rows))] if rows else blocks


def section(source: CharterSource, page: Page) -> list[Block]:
    """One page as printed: the owner's words and standards, then what the program adds.

    A draft says of ready-made words that nobody has read them yet; where they do not keep the
    charter back, a published one has none of them.
    """
    questions = shown_questions(page, source.draft.answers)
    if not source.text_is_draft and is_left_out(source, page):
        questions = ()
    blocks = _in_order(source, page, questions)
    if source.text_is_draft and is_unread(source, page):
        blocks.insert(0, Paragraph(text=source.say("not_read_yet"), tone=Tone.SMALL))
    return blocks + [Paragraph(text=words) for words in _added(source, page.id) if words]


def _in_order(source: CharterSource, page: Page, questions: tuple[Question, ...]) -> list[Block]:
    """Answers in the order asked, neighbouring pairs in one table, standards in their place."""
    standards = page_standards(source, page.id)
    blocks: list[Block] = []
    rows: list[tuple[str, str]] = []
    for question in questions:
        if question.prints is Prints.ROW:
            words = "" if _is_said_already(source, question) else answer_words(source, question)
            rows += [(question.print_label or question.label, words)] if words else []
            continue
        if question.kind is QuestionKind.STANDARD:
            found, standards = standards, []
        else:
            found = list(_answer(source, question))
        if found and rows:
            blocks.append(Table(caption=page.heading, rows=tuple(rows)))
            rows = []
        blocks += found
    if rows:
        blocks.append(Table(caption=page.heading, rows=tuple(rows)))
    return [*standards, *blocks]


def _is_said_already(source: CharterSource, question: Question) -> bool:
    """Whether this is an address for letters that stands there as the address already."""
    address, letters = (
        [line.strip(" ,").casefold() for line in lines_of(source.text(one))]
        for one in ("address", "post_address")
    )
    return question.id == "post_address" and letters == address


def _answer(source: CharterSource, question: Question) -> Iterator[Block]:
    if question.id == "complaint_person":
        words = who_to_ask(source)
    else:
        words = "" if question.prints is Prints.NOTHING else answer_words(source, question)
    if not words:
        return
    if question.print_label:
        yield Paragraph(text=question.print_label, tone=Tone.STRONG)
    is_list = question.prints is Prints.BULLETS
    yield Bullets(items=lines_of(words)) if is_list else Paragraph(text=words)


def _added(source: CharterSource, page_id: str) -> tuple[str, ...]:
    """What the program itself adds to a page: law, records kept, results."""
    law = source.law
    if page_id == "not_right":
        return (law.get("legal_rights", ""),)
    if page_id == "complaints":
        return (outside_help(source), law.get("data_complaint", ""))
    if page_id == "your_information":
        return (source.say("retention_until_removed"), law.get("data_rights", ""))
    if page_id == "we_check":
        return (*results_lines(source), asked_before(source))
    return ()
