# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""All that a charter says to customers, sentence by sentence, for comparing two versions."""

from collections.abc import Iterator

from servicedesk.domain.charters import Said
from servicedesk.domain.charters_registrations import registration_line
from servicedesk.domain.charters_standards import pledge, printed_standards
from servicedesk.domain.charters_text import (
    CharterSource,
    answer_words,
    asked_before,
    day_words,
    edition_line,
    is_left_out,
    lines_of,
    outside_help,
    printed_pages,
    printed_questions,
    results_lines,
    signed,
    who_to_ask,
)
from servicedesk.domain.guides import Page


def all_said(source: CharterSource) -> tuple[Said, ...]:
    """All that this charter says, by place, as it reads once it is published.

    Places are question ids and ``standard:KEY``, in the order of the pages; what the program
    puts together out of several answers stands under the first of them.
    """
    said = list(_head(source))
    for page in printed_pages(source):
        if not is_left_out(source, page):
            asked = printed_questions(source, page)
            said += [_said(question.id, answer_words(source, question)) for question in asked]
        said += _standards(source, page)
        said += _foot(source, page)
    return tuple(one for one in said if one.sentences)


def _said(place: str, words: str) -> Said:
    return Said(place=place, sentences=split_sentences(words))


def _head(source: CharterSource) -> Iterator[Said]:
    yield _said("trading_name", source.text("trading_name"))
    yield _said("town", source.text("town"))
    year = source.answer("since_year")
    yield _said("since_year", source.say("since", year=str(year)) if year else "")
    yield _said("aim", source.text("aim"))
    yield _said("registrations", registration_line(source.draft.answers, source.today))
    yield _said("count_days", day_words(source))


def _standards(source: CharterSource, page: Page) -> Iterator[Said]:
    for standard in printed_standards(source):
        if standard.page == page.id:
            block = pledge(source, standard)
            sentences = (block.sentence, *block.details)
            yield Said(place=f"standard:{standard.key}", sentences=sentences)


def _foot(source: CharterSource, page: Page) -> Iterator[Said]:
    """What the program adds to a page out of answers that print nowhere by themselves."""
    if page.id == "complaints":
        yield _said("complaint_person", who_to_ask(source))
        yield _said("outside_help_status", outside_help(source))
    elif page.id == "we_check":
        yield _said("counting_from", "\n".join(results_lines(source)))
        yield _said("asked_customers", asked_before(source))
        yield _said("in_force_from", edition_line(source))
        yield _said("signed_name", ", ".join(part for part in signed(source) if part))


def split_sentences(words: str) -> tuple[str, ...]:
    """Text parted after each full stop, question or exclamation mark, and at line ends."""
    found = []
    for line in lines_of(words):
        start = 0
        for index, letter in enumerate(line):
            ends_here = index + 1 == len(line) or line[index + 1] == " "
            if letter in ".!?" and ends_here:
                found.append(line[start : index + 1].strip())
                start = index + 1
        found.append(line[start:].strip())
    return tuple(sentence for sentence in found if sentence)
