# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads the legal facts that papers rest on, each with its source and the day it was checked.

They stand in ``resources/law/uk.toml``, never in code. Somewhere else than in the four nations
there are none: nothing that rests on UK law is printed there.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from servicedesk.content.brought import LAW as LAW_FILE
from servicedesk.content.brought import path_of
from servicedesk.content.guides_tables import Table, read_tables
from servicedesk.domain.calendars import Nation, add_months
from servicedesk.domain.legal_figures import LegalFigures
from servicedesk.domain.letters_fields_complaints import LAW, LAW_NAMES

STALE_AFTER_MONTHS = 6
"""A fact that was checked longer ago should be looked at again."""

QUOTED_LEAST = 60
"""Signs of a fact that nobody types by chance."""

WITH_LAW = tuple(str(nation) for nation in Nation if nation is not Nation.ELSEWHERE)
"""Ids of the nations whose law is in the file."""

FIGURES = {
    "reject_days": "ask_reject",
    "presumed_months": "ask_repair",
    "refund_days": "ask_refund",
    "cancel_days": "ask_cancel",
    "no_cancel_pence": "ask_no_cancel",
    "data_told_days": "data_received",
    "breach_hours": "breach_report",
    "request_months": "request_time",
    "request_longer_months": "request_time",
}
"""Name of a figure that rules count with -> id of the fact that says it."""

_MOST = {"days": 366, "hours": 1_000, "months": 120, "pence": 100_000}
"""What no figure of the law is over, by the end of its name: more is a slip of the finger."""

_OTHER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One legal fact.

    Args:
        id: for life.
        nations: where it holds.
        text: the sentence, with the texts of other facts filled in.
        pages: ids of the charter's pages that print it; none for a fact that others use.
        checked_on: the day somebody last looked it up, with the facts that it rests on.
        source: where it stands, in words.
        letter: the name under which a letter prints it, without "law."; "" for none.
        figures: what rules count with, by name, as the text or the source says it.
    """

    id: str
    nations: tuple[Nation, ...]
    text: str
    pages: tuple[str, ...]
    checked_on: date
    source: str
    letter: str = ""
    figures: Mapping[str, int] = field(default_factory=dict)


def load_facts(resources: Path) -> tuple[Fact, ...]:
    """Read all legal facts, in the order of the file.

    Args:
        resources: the folder of the program's data files.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    return facts_in(path_of(resources, LAW_FILE))


def facts_in(path: Path) -> tuple[Fact, ...]:
    """Read all legal facts of one file, in their order; as ``load_facts``."""
    return _read(read_tables(path))


def legal_figures(resources: Path) -> LegalFigures:
    """The figures of the law that rules count with.

    Args:
        resources: the folder of the program's data files.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``, also for a fact that
            is missing or has no figure, or an absurd one.
    """
    return figures_in(path_of(resources, LAW_FILE))


@cache  # a file stays as it is once it is in use, and every day is counted by it
def figures_in(path: Path) -> LegalFigures:
    """The figures of one file of legal facts; as ``legal_figures``."""
    top = read_tables(path)
    found = {name: figure for fact in _read(top) for name, figure in fact.figures.items()}
    for name, fact_id in FIGURES.items():
        if name not in found:
            raise top.fault(f"{fact_id} is missing, which says {name}")
    return LegalFigures(**found)


def facts_for(resources: Path, nation: str) -> Mapping[str, str]:
    """The sentences that a charter prints in a nation, by fact id.

    Args:
        resources: the folder of the program's data files.
        nation: as in Nation; any other text counts as somewhere else.

    Returns:
        Nothing at all for somewhere else.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    return {
        fact.id: fact.text
        for fact in load_facts(resources)
        if fact.pages and nation in fact.nations
    }


def letter_facts(resources: Path, nation: str) -> Mapping[str, Fact]:
    """The facts that letters print in a nation, by the name of their field, such as "law.court".

    Args:
        resources: the folder of the program's data files.
        nation: as in Nation; any other text counts as somewhere else.

    Returns:
        Nothing at all for somewhere else.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    return {
        f"{LAW}{fact.letter}": fact
        for fact in load_facts(resources)
        if fact.letter and nation in fact.nations
    }


def old_law(names: Iterable[str], facts: Mapping[str, Fact], today: date) -> tuple[Fact, ...]:
    """The facts behind fields of a letter that should be looked up again before it goes out.

    Args:
        names: of the fields that the letter names.
        facts: as ``letter_facts`` gives them.
        today: the day of writing.
    """
    return stale((facts[name] for name in names if name in facts), today)


def quoted(text: str, facts: Iterable[Fact], nation: str) -> tuple[Fact, ...]:
    """The facts that stand in a text word for word, those of a few words apart.

    Args:
        text: as typed.
        facts: all there are.
        nation: whose facts are meant.
    """
    here = (fact for fact in facts if nation in fact.nations and len(fact.text) > QUOTED_LEAST)
    return tuple(fact for fact in here if fact.text.removesuffix(".") in text)


def stale(facts: Iterable[Fact], today: date) -> tuple[Fact, ...]:
    """The facts that were checked more than six months before today."""
    return tuple(fact for fact in facts if add_months(fact.checked_on, STALE_AFTER_MONTHS) < today)


def _read(top: Table) -> tuple[Fact, ...]:
    facts: dict[str, Fact] = {}
    for table in top.tables("fact"):
        fact = _fact(table, facts)
        if fact.id in facts:
            raise table.fault(f"{fact.id} is there twice")
        facts[fact.id] = fact
    top.done()
    return tuple(facts.values())


def _fact(table: Table, earlier: Mapping[str, Fact]) -> Fact:
    nations = tuple(_nation(table, word) for word in table.texts("nations"))
    text, used = table.take("text", str), []
    for other in _OTHER.findall(text):
        if other not in earlier:
            raise table.fault(f"{{{other}}} is no fact that stands before this one")
        text = text.replace(f"{{{other}}}", earlier[other].text)
        used.append(earlier[other].checked_on)
    fact_id = table.take("id", str)
    fact = Fact(
        id=fact_id,
        nations=nations,
        text=text,
        pages=table.texts("pages"),
        checked_on=min([table.take("checked_on", date), *used]),
        source=table.take("source", str),
        letter=table.take("letter", str, ""),
        figures=_figures(table, fact_id),
    )
    if fact.letter and fact.letter not in LAW_NAMES:
        raise table.fault(f"{fact.letter} is no name that a letter knows")
    table.done()
    return fact


def _figures(table: Table, fact_id: str) -> dict[str, int]:
    names = [name for name, where in FIGURES.items() if where == fact_id]
    kept = table.table("figures")
    if kept is None:
        if names:
            raise table.fault(f"{', '.join(names)} is missing")
        return {}
    found = {name: kept.take(name, int) for name in names}
    for name, figure in found.items():
        most = _MOST[name.rpartition("_")[2]]
        if not 0 < figure <= most:
            raise kept.fault(f"{name} is {figure}, not from 1 to {most}")
    kept.done()
    return found


def _nation(table: Table, word: str) -> Nation:
    if word not in WITH_LAW:
        raise table.fault(f"{word} is no nation with law of ours")
    return Nation(word)
