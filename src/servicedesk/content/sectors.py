# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads the trades: for each a preset of answers and service standards to begin a charter from.

One file per trade, ``resources/sectors/<id>.toml``. Nothing in a preset counts until the owner
has read the page and ticked the promise.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from servicedesk.content.guides_tables import Table, read_tables
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import (
    Answers,
    AnswerValue,
    Guide,
    QuestionKind,
    has_answer,
    only_shown,
    question_by_id,
    with_defaults,
)
from servicedesk.domain.guides_answers import checked, nearest, shown
from servicedesk.domain.names import fold
from servicedesk.domain.standards import ServiceStandard, counted_in
from servicedesk.domain.standards_data import standard_from_data
from servicedesk.domain.trades import Trade

_HEAD_ENDS = "\n[answers]"
_IS_WORDS = (QuestionKind.TEXT, QuestionKind.LONG_TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """Something that only some of a trade do, to tick.

    Args:
        id: unique in its trade.
        label: what to tick.
        question: id of the question whose answer gets the words.
        words: a sentence, or an entry for a list.
    """

    id: str
    label: str
    question: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A whole preset.

    Args:
        name: what the trade is called.
        answers: by question id, each fitting its question.
        standards: in print order, the most attractive first; none is ticked.
        suggested: keys of the three to five that the short way offers.
        extras: to tick.
    """

    name: Trade
    answers: Answers
    standards: tuple[ServiceStandard, ...]
    suggested: tuple[str, ...]
    extras: tuple[Extra, ...] = ()


def list_sectors(resources: Path) -> tuple[Trade, ...]:
    """The trades there are, by title.

    Args:
        resources: the folder of the program's data files.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    paths = (resources / "sectors").glob("*.toml")
    return tuple(sorted((_name_in(path) for path in paths), key=lambda name: fold(name.title)))


def find_sector(names: Iterable[Trade], text: str) -> Trade:
    """The trade somebody means: its whole id, title or alias, or an unambiguous beginning.

    Args:
        names: the trades there are.
        text: as typed; case, accents, hyphens and underscores do not matter.

    Raises:
        Refusal: ``trade_ambiguous`` naming the candidates, ``trade_near`` naming the nearest
            word, or ``trade_unknown`` naming them all.
    """
    known = tuple(names)
    typed = _plain(text)
    whole = [name for name in known if typed in _words_for(name)]
    begun = [name for name in known if any(word.startswith(typed) for word in _words_for(name))]
    matches = whole or begun
    if typed and len(matches) == 1:
        return matches[0]
    if typed and matches:
        titles = ", ".join(f"{name.title} ({name.id})" for name in matches)
        raise Refusal("trade_ambiguous", "trade", found=shown(text), candidates=titles)
    near = nearest(typed, [word for name in known for word in _words_for(name)]) if typed else ""
    if near:
        raise Refusal("trade_near", "trade", found=shown(text), nearest=near)
    ids = ", ".join(name.id for name in known)
    raise Refusal("trade_unknown", "trade", found=shown(text), candidates=ids)


def load_sector(resources: Path, guide: Guide, sector_id: str) -> Sector:
    """Read the preset of one trade and see that it fits the guide.

    Args:
        resources: the folder of the program's data files.
        guide: the charter's guide.
        sector_id: id of a trade that there is.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    top = read_tables(resources / "sectors" / f"{sector_id}.toml")
    name = _name(top)
    if name.id != sector_id:
        raise top.fault(f"id is {name.id}")
    answers = _answers(top.table("answers"), guide)
    extras = tuple(_extra(table, guide) for table in top.tables("extras"))
    suggested: list[str] = []
    standards: list[ServiceStandard] = []
    pages = {page.id for page in guide.pages}
    for table in top.tables("standards"):
        is_suggested = table.take("suggested", bool, False)
        standard = _standard(table)
        if standard.page not in pages:
            raise table.fault(f"{standard.key} is on page {standard.page}")
        if any(standard.key == other.key for other in standards):
            raise table.fault(f"{standard.key} is there twice")
        standards.append(standard)
        suggested += [standard.key] if is_suggested else []
    top.done()
    return Sector(
        name=name,
        answers=answers,
        standards=tuple(standards),
        suggested=tuple(suggested),
        extras=extras,
    )


def draft_from(guide: Guide, sector: Sector, answers: Answers | None = None) -> CharterDraft:
    """The draft that a charter begins with: the preset under whatever is known already.

    Args:
        guide: the charter's guide.
        sector: the preset of the trade.
        answers: what is known, such as the trading name; an empty one takes the preset's away.

    Returns:
        A draft with answers to shown questions only and none empty, and no promise ticked. Days
        of the preset's standards are counted the one way that the answers say.
    """
    given = with_defaults(guide, {**sector.answers, **(answers or {})})
    kept = only_shown(guide, {key: given[key] for key in given if has_answer(given, key)})
    days = DayKind.WORKING if kept.get("count_days") == DayKind.WORKING else DayKind.OPENING
    return CharterDraft(
        trade=sector.name.id,
        guide_version=guide.version,
        answers=kept,
        standards=tuple(counted_in(standard, days) for standard in sector.standards),
        suggested=sector.suggested,
    )


def with_extras(answers: Answers, sector: Sector, ticked: Iterable[str]) -> dict[str, AnswerValue]:
    """The answers with the words of the ticked extras added where they are not there yet.

    Args:
        answers: by question id.
        sector: whose extras these are.
        ticked: ids of extras.

    Raises:
        Refusal: ``extra_near`` or ``extra_unknown``, field "extras", for an id that is none.
    """
    made = dict(answers)
    by_id = {extra.id: extra for extra in sector.extras}
    for extra_id in ticked:
        extra = by_id.get(extra_id)
        if extra is None:
            raise _no_such_extra(extra_id, tuple(by_id))
        said = made.get(extra.question, "")
        if isinstance(said, str) and extra.words not in said:
            joint = "\n" if "\n" in said else " "
            made[extra.question] = f"{said}{joint}{extra.words}".strip()
    return made


def _no_such_extra(found: str, known: tuple[str, ...]) -> Refusal:
    near = nearest(found, known)
    if near:
        return Refusal("extra_near", "extras", found=shown(found), nearest=near)
    return Refusal("extra_unknown", "extras", found=shown(found), known=", ".join(known) or "-")


def _name_in(path: Path) -> Trade:
    """Read the head of a file only: listing trades must not cost reading all their presets."""
    try:
        head = path.read_text(encoding="utf-8").partition(_HEAD_ENDS)[0]
        raw = tomllib.loads(head)
    except OSError as error:
        raise Trouble("program_file_missing", file=path.name) from error
    except ValueError as error:
        raise Trouble("program_file_damaged", file=path.name, place="", fault=str(error)) from error
    return _name(Table(raw, path.name, ""))


def _name(top: Table) -> Trade:
    return Trade(id=top.take("id", str), title=top.take("title", str), aliases=top.texts("aliases"))


def _answers(table: Table | None, guide: Guide) -> Mapping[str, AnswerValue]:
    if table is None:
        return {}
    answers = {}
    for key, value in table.rest().items():
        try:
            answers[key] = checked(question_by_id(guide, key), value)
        except KeyError as error:
            raise table.fault(f"{key} is not asked by the guide") from error
        except Refusal as refusal:
            raise table.fault(f"{key}: {refusal}") from refusal
    return answers


def _extra(table: Table, guide: Guide) -> Extra:
    extra = Extra(
        id=table.take("id", str),
        label=table.take("label", str),
        question=table.take("question", str),
        words=table.take("words", str),
    )
    table.done()
    try:
        question = question_by_id(guide, extra.question)
    except KeyError as error:
        raise table.fault(f"{extra.question} is not asked by the guide") from error
    if question.kind not in _IS_WORDS:
        raise table.fault(f"{extra.question} takes no words")
    return extra


def _standard(table: Table) -> ServiceStandard:
    try:
        standard = standard_from_data(table.rest())
    except Refusal as refusal:
        raise table.fault(str(refusal)) from refusal
    return replace(standard, is_ticked=False)


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("_", " ").replace("-", " ").split())


def _words_for(name: Trade) -> tuple[str, ...]:
    return tuple(_plain(word) for word in (name.id, name.title, *name.aliases))
