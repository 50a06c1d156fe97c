# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads guides: pages of questions, kept as data in ``resources/guides/<language>/<id>.toml``."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from servicedesk.content.guides_tables import Table, read_tables
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import (
    Choice,
    ContactShape,
    Guide,
    Need,
    Page,
    Prints,
    Question,
    QuestionKind,
    ShowIf,
    all_questions,
)
from servicedesk.domain.guides_answers import checked

Member = TypeVar("Member", bound=StrEnum)


def load_guide(resources: Path, guide_id: str, language: str = "en") -> Guide:
    """Read one guide and see that it holds together.

    Args:
        resources: the folder of the program's data files.
        guide_id: such as "charter".
        language: the folder of its language.

    Returns:
        The guide. Every id in it is unique, every condition names a question of the guide and
        answers that it can have, and every default fits its question.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    top = read_tables(resources / "guides" / language / f"{guide_id}.toml")
    guide = Guide(
        id=top.take("id", str),
        version=top.take("version", int),
        title=top.take("title", str),
        language=top.take("language", str),
        pages=tuple(_page(table) for table in top.tables("page")),
    )
    top.done()
    for fault in _faults(guide):
        raise top.fault(fault)
    return guide


def _page(table: Table) -> Page:
    page = Page(
        id=table.take("id", str),
        number=table.take("number", str),
        title=table.take("title", str),
        heading=table.take("heading", str),
        asks=table.take("asks", str, ""),
        intro=table.take("intro", str, ""),
        need=_member(table, "need", Need, Need.NOTHING),
        is_short_way=table.take("is_short_way", bool, False),
        questions=tuple(_question(each) for each in table.tables("question")),
        show_if=_show_if(table),
    )
    table.done()
    return page


def _question(table: Table) -> Question:
    bare = Question(
        id=table.take("id", str),
        kind=_member(table, "kind", QuestionKind, None),
        label=table.take("label", str),
        help=table.take("help", str, ""),
        is_required=table.take("is_required", bool, False),
        prints=_member(table, "prints", Prints, Prints.NOTHING),
        print_label=table.take("print_label", str, ""),
        choices=tuple(_choice(each) for each in table.tables("choices")),
        minimum=_number(table, "minimum"),
        maximum=_number(table, "maximum"),
        most_lines=_number(table, "most_lines"),
        show_if=_show_if(table),
        shape=_member(table, "shape", ContactShape, ContactShape.ANY),
        is_past=table.take("is_past", bool, False),
    )
    question = _with_default(bare, table)
    table.done()
    return question


def _with_default(question: Question, table: Table) -> Question:
    if not table.has("default"):
        return question
    try:
        return replace(question, default=checked(question, table.any("default")))
    except Refusal as refusal:
        raise table.fault(f"default of {question.id}: {refusal}") from refusal


def _choice(table: Table) -> Choice:
    choice = Choice(
        id=table.take("id", str),
        label=table.take("label", str),
        prints=table.take("prints", str, ""),
    )
    table.done()
    return choice


def _show_if(table: Table) -> ShowIf | None:
    condition = table.table("show_if")
    if condition is None:
        return None
    made = ShowIf(question=condition.take("question", str), any_of=condition.texts("any_of"))
    condition.done()
    return made


def _number(table: Table, key: str) -> int | None:
    return table.take(key, int) if table.has(key) else None


def _member(table: Table, key: str, kind: type[Member], default: Member | None) -> Member:
    word = table.take(key, str, default and str(default))
    try:
        return kind(word)
    except ValueError as error:
        raise table.fault(f"{key} is {word}") from error


def _faults(guide: Guide) -> Iterator[str]:
    """What does not hold together, in words for whoever wrote the file."""
    questions = list(all_questions(guide))
    names = [page.id for page in guide.pages] + [question.id for question in questions]
    yield from (f"{name} is there twice" for name in sorted(set(names)) if names.count(name) > 1)
    by_id = {question.id: question for question in questions}
    conditions = [(page.id, page.show_if) for page in guide.pages]
    conditions += [(question.id, question.show_if) for question in questions]
    for owner, condition in conditions:
        if condition is None:
            continue
        asked = by_id.get(condition.question)
        if asked is None:
            yield f"{owner} depends on {condition.question}, which is not asked"
        elif not condition.any_of or not set(condition.any_of) <= _possible(asked):
            yield f"{owner} depends on an answer that {asked.id} cannot have"
    for question in questions:
        if question.is_past and question.kind is not QuestionKind.DAY:
            yield f"{question.id} is no day, and so cannot lie in the past"
        has_choices = question.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES)
        if has_choices is not bool(question.choices):
            yield f"{question.id} has choices that do not go with its kind"
        elif len({choice.id for choice in question.choices}) < len(question.choices):
            yield f"{question.id} has the same choice twice"


def _possible(question: Question) -> set[str]:
    if question.kind is QuestionKind.YES_NO:
        return {"yes", "no"}
    return {choice.id for choice in question.choices}
