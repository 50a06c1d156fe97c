# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads the banks of questions for checking oneself, kept as data beside the guides.

They are ``resources/guides/<language>/selfcheck.toml`` and ``check_<bank>.toml``: topics, which are
pages, and questions that name the topic they stand on. A fault is told with its file and line.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from servicedesk.content.guides_tables import Table, read_tables
from servicedesk.domain.checks import Bank, CheckBank, CheckQuestion, CheckTopic
from servicedesk.domain.checks_clauses import (
    CLAUSES,
    PRINCIPLES,
    PROOFS,
    SHORT_BANK_MOST,
)

STATES_LAW = re.compile(
    r"\b(?:banned|unlawful|illegal|laws?|lawful|legal(?:ly)?|must|offences?|statutory|forbidden"
    r"|prohibited|obliged|dut(?:y|ies)|regulators?|regulations?|not allowed)\b",
    re.IGNORECASE,
)
"""A tip or an action with one of these says what the law is, and has to name the fact behind it."""

_Row = tuple[CheckQuestion, str]
"""A question and the id of its topic."""


def bank_file(resources: Path, bank: Bank, language: str = "en") -> Path:
    """Where a bank stands.

    Args:
        resources: the folder of the program's data files.
        bank: which.
        language: the folder of its language.
    """
    stem = "selfcheck" if bank is Bank.SELF_CHECK else f"check_{bank.value}"
    return resources / "guides" / language / f"{stem}.toml"


def load_check_bank(
    resources: Path, bank: Bank, laws: Collection[str], language: str = "en"
) -> CheckBank:
    """Read one bank of questions and see that it holds together.

    Args:
        resources: the folder of the program's data files.
        bank: which.
        laws: ids of the legal facts there are.
        language: the folder of its language.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``, naming the line of the
            question or topic at fault.
    """
    top = read_tables(bank_file(resources, bank, language))
    named = top.take("id", str)
    if named != bank.value:
        raise top.fault(f"id is {named}, not {bank.value}")
    version = top.take("version", int)
    title, intro = _text(top, "title"), _text(top, "intro")
    top.take("language", str)
    heads = _topics(top)
    rows = tuple(_questions(top, bank, laws, heads))
    top.done()
    made = CheckBank(
        bank=bank,
        version=version,
        title=title,
        intro=intro,
        topics=tuple(_filled(topic, table, rows) for topic, table in heads.values()),
    )
    for fault in _faults(made):
        raise top.fault(fault)
    return made


def _topics(top: Table) -> dict[str, tuple[CheckTopic, Table]]:
    """Topics without their questions, each with its place in the file, by id."""
    found: dict[str, tuple[CheckTopic, Table]] = {}
    for table in top.tables("topic"):
        topic = CheckTopic(
            id=_text(table, "id"), title=_text(table, "title"), intro=table.take("intro", str, "")
        )
        table.done()
        if topic.id in found:
            raise table.fault(f"{topic.id} is there twice")
        found[topic.id] = topic, table
    return found


def _questions(
    top: Table, bank: Bank, laws: Collection[str], topics: Collection[str]
) -> Iterator[_Row]:
    seen: set[str] = set()
    for table in top.tables("question"):
        question, topic = _question(table)
        if question.id in seen:
            raise table.fault(f"{question.id} is there twice")
        if topic not in topics:
            raise table.fault(f"{question.id} is on {topic}, which is no topic")
        for fault in _question_faults(question, bank, laws):
            raise table.fault(f"{question.id}: {fault}")
        seen.add(question.id)
        if bank is not Bank.SELF_CHECK and len(seen) > SHORT_BANK_MOST:
            raise table.fault(f"{question.id}: a short check has at most {SHORT_BANK_MOST}")
        yield question, topic


def _question(table: Table) -> _Row:
    question = CheckQuestion(
        id=_text(table, "id"),
        clause=table.take("clause", str, ""),
        principle=table.take("principle", str, ""),
        text=_text(table, "text"),
        tip=_text(table, "tip"),
        action=_text(table, "action"),
        is_key=table.take("is_key", bool, False),
        is_for_staff=table.take("is_for_staff", bool, False),
        law=table.take("law", str, ""),
        proof=table.take("proof", str, ""),
    )
    topic = _text(table, "topic")
    table.done()
    return question, topic


def _text(table: Table, key: str) -> str:
    """A text that has to be there, with something in it."""
    text = table.take(key, str)
    if not text.strip():
        raise table.fault(f"{key} is empty")
    return text


def _question_faults(question: CheckQuestion, bank: Bank, laws: Collection[str]) -> Iterator[str]:
    """What is wrong with one question, in words for whoever wrote the file."""
    if bank is Bank.SELF_CHECK:
        if question.clause not in CLAUSES:
            yield f"clause is {question.clause or 'missing'}"
        if question.principle not in PRINCIPLES:
            yield f"principle is {question.principle or 'missing'}"
    else:
        if question.clause or question.principle:
            yield "a short check has no clauses and no principles"
        if question.is_key:
            yield "a short check has no key questions, for it is short already"
    if question.is_key and question.is_for_staff:
        yield "a key question is asked of a business of one too, and so cannot be for staff"
    stated = STATES_LAW.search(f"{question.tip} {question.action}")
    if stated and not question.law:
        yield f"says {stated.group()!r} without the id of a legal fact"
    if question.law and question.law not in laws:
        yield f"{question.law} is no legal fact"
    if question.proof and question.proof not in PROOFS:
        yield f"{question.proof} is nothing that the records may prove"


def _filled(topic: CheckTopic, table: Table, rows: tuple[_Row, ...]) -> CheckTopic:
    own = tuple(question for question, named in rows if named == topic.id)
    if not own:
        raise table.fault(f"{topic.id} has no question")
    return replace(topic, questions=own)


def _faults(bank: CheckBank) -> Iterator[str]:
    """What does not hold together in the whole, in words for whoever wrote the file."""
    if bank.version < 1:
        yield f"version is {bank.version}, not 1 or more"
    if not bank.topics:
        yield "there are no topics"
    if bank.bank is Bank.SELF_CHECK and not any(question.is_key for question in bank.questions):
        yield "there are no key questions"
