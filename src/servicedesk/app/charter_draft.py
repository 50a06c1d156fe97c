# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where the draft comes from that the command prints: a trade, a file, or the published one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from servicedesk.app import charter_kept
from servicedesk.app.arguments import Arguments
from servicedesk.app.bootstrap import Program, charter_guide
from servicedesk.app.worker import checked_logo
from servicedesk.content.sectors import (
    draft_from,
    find_sector,
    list_sectors,
    load_sector,
)
from servicedesk.content.words import Words
from servicedesk.domain.blocks import Logo
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Guide, question_by_id
from servicedesk.domain.guides_answers import checked
from servicedesk.domain.trades import Trade
from servicedesk.services.charters_answers import CharterAnswers

_NAME = "trading_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A draft to print.

    Args:
        draft: all that it says, its logo among it.
        logo: the picture that the answers name, or None.
        number: of the published version that it says the same as, or None.
        published_on: the day of that version, or None.
    """

    draft: CharterDraft
    logo: Path | None = None
    number: int | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _World:
    """What answers files need of the world, without an open file of the profile."""

    phrases: Words
    resources: Path
    guide: Callable[[str], Guide]
    logo_from: Callable[[bytes, str], Logo]


def trades(program: Program) -> tuple[Trade, ...]:
    """The trades there are, by title."""
    return list_sectors(program.resources)


def read(program: Program, typed: Arguments) -> Asked:
    """The draft that was asked for, its logo read and its business named.

    Raises:
        Refusal: for whatever in it cannot be.
        Trouble: when a file cannot be read.
    """
    if typed.published and (typed.answers is not None or typed.trade is not None):
        raise Refusal("charter_begins_twice", "published")
    if typed.answers is not None and typed.trade is not None:
        raise Refusal("charter_trade_twice", "trade")
    if typed.published:
        asked = _from_published(program)
    elif typed.answers is not None:
        asked = _from_answers(program, typed.answers)
    elif typed.trade is not None:
        asked = _from_trade(program, typed.trade)
    else:
        raise Refusal("charter_needs_trade", "trade")
    if typed.name is None:
        return asked
    named = _named(program, asked.draft, typed.name)
    return asked if named == asked.draft else Asked(draft=named, logo=asked.logo)


def written(program: Program, asked: Asked, target: Path) -> Mapping[Path, bytes]:
    """A file of answers that says what the draft says, with its logo where no file has it yet.

    Args:
        program: words and data files.
        asked: as ``read`` gave it.
        target: where the file will lie, for the way from there to the logo.

    Raises:
        Refusal: ``answers_there_already``; what an owner has written is never overwritten.
    """
    return _answers(program).files(target, asked.draft, logo=asked.logo)


def _answers(program: Program) -> CharterAnswers:
    return CharterAnswers(
        _World(
            phrases=program.words,
            resources=program.resources,
            guide=lambda _id: charter_guide(program.resources),
            logo_from=checked_logo,
        )
    )


def _from_published(program: Program) -> Asked:
    card = charter_kept.published(program)
    if card is None:
        folder = str(program.places.data)
        raise Refusal("charter_none_to_begin_from", "published", folder=folder)
    return Asked(draft=card.draft, number=card.number, published_on=card.published_on)


def _from_trade(program: Program, trade: str) -> Asked:
    guide = charter_guide(program.resources)
    name = find_sector(list_sectors(program.resources), trade)
    return Asked(draft=draft_from(guide, load_sector(program.resources, guide, name.id)))


def _from_answers(program: Program, path: Path) -> Asked:
    found = _answers(program).read(path)
    return Asked(draft=found.draft, logo=found.logo)


def _named(program: Program, draft: CharterDraft, name: str) -> CharterDraft:
    question = question_by_id(charter_guide(program.resources), _NAME)
    return replace(draft, answers={**draft.answers, _NAME: checked(question, name)})
