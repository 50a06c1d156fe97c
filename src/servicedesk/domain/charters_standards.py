# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The service standards of a charter: which are printed where, and in what words."""

from dataclasses import replace

from servicedesk.domain.blocks import Block, Pledge, PosterPromise
from servicedesk.domain.charters_text import CharterSource, day_kind, printed_pages
from servicedesk.domain.standards import (
    Audience,
    Basis,
    Bound,
    Measure,
    Remedy,
    ServiceStandard,
    StandardKind,
)
from servicedesk.domain.standards_sentences import (
    Gap,
    Statement,
    figure,
    gaps_in,
    remedy_line,
    sentences,
    short_line,
)

FEWEST_PROMISES = 3
"""A charter with fewer measurable promises is not one (ISO 10001: a code holds promises)."""

MOST_ON_POSTER = 12
"""Promises that can still be read from across a counter."""

MOST_IN_FULL = 6
"""Promises that the poster shows as whole sentences; with more it shows their short lines."""


_BLANKS = frozenset({Gap.ACTION, Gap.LEVEL, Gap.TITLE})


def has_blank(standard: ServiceStandard) -> bool:
    """Whether it would print with a blank to fill in: no words, or no level."""
    return not _BLANKS.isdisjoint(gaps_in(standard))


def customer_standards(source: CharterSource) -> tuple[ServiceStandard, ...]:
    """The standards that may be printed for customers, ticked or not, in print order.

    One whose page is left out, because it has nothing to do with how this business works, is
    printed nowhere.
    """
    pages = {page.id for page in printed_pages(source)}
    return tuple(
        standard
        for standard in source.draft.standards
        if standard.is_public and standard.audience is Audience.CUSTOMERS and standard.page in pages
    )


def ticked_standards(source: CharterSource) -> tuple[ServiceStandard, ...]:
    """The standards that the owner can keep on a busy Saturday, in print order."""
    return tuple(standard for standard in customer_standards(source) if standard.is_ticked)


def printed_standards(source: CharterSource) -> tuple[ServiceStandard, ...]:
    """What the longer papers print: the ticked ones once there are enough, else all of them."""
    ticked = ticked_standards(source)
    return ticked if len(ticked) >= FEWEST_PROMISES else customer_standards(source)


def poster_standards(source: CharterSource) -> tuple[ServiceStandard, ...]:
    """What the poster prints: at most twelve ticked ones.

    While fewer than three are ticked, the preset's suggestions stand beside them, so that a
    draft already shows what the wall will look like.
    """
    ticked = ticked_standards(source)
    if len(ticked) >= FEWEST_PROMISES:
        return ticked[:MOST_ON_POSTER]
    return tuple(
        standard
        for standard in customer_standards(source)
        if standard.is_ticked or standard.key in source.draft.suggested
    )[:MOST_ON_POSTER]


def stated(source: CharterSource, standard: ServiceStandard) -> Statement:
    """A standard in sentences, with the charter's one day-word left bare.

    How each is measured stands once for all of them at the end of the charter.
    """
    return sentences(
        standard,
        source.phrases,
        bare_days=day_kind(source),
        basis=_basis(source, standard),
        say_measure=False,
    )


def _basis(source: CharterSource, standard: ServiceStandard) -> str:
    """The sentence that a standard is a legal right, or our own promise beside one; or empty.

    What the law gives everybody may not look like a gift of ours; and our own cover for goods
    or work may not look like all that there is. Where no law of ours holds, nothing is said.
    """
    is_cover = standard.measure is Measure.DURATION and standard.bound is Bound.AT_LEAST
    if standard.basis is Basis.LEGAL or (is_cover and standard.page == "not_right"):
        return source.law.get(f"promise_{standard.basis.value}", "")
    return ""


def pledge(source: CharterSource, standard: ServiceStandard) -> Pledge:
    """A standard as a block: what we will do, then each detail as a sentence of its own."""
    statement = stated(source, standard)
    return Pledge(sentence=statement.main, details=statement.details)


def page_standards(source: CharterSource, page_id: str) -> list[Block]:
    """The printed standards of one page as blocks."""
    return [
        pledge(source, standard)
        for standard in printed_standards(source)
        if standard.page == page_id
    ]


def poster_promise(source: CharterSource, standard: ServiceStandard) -> PosterPromise:
    """A standard as it stands on the poster.

    What limits it stands beside it, not in a footnote, before what happens if it is missed. An
    aim, or what the law gives everybody, never passes for a promise of ours, however short the
    poster has to be.
    """
    bare = day_kind(source)
    number, unit = figure(standard, source.phrases, bare_days=bare)
    remedy = remedy_line(standard, source.phrases, bare_days=bare)
    small = [*_limits(source, standard), *([remedy] if remedy else [])]
    return PosterPromise(
        figure=number,
        unit=": ".join(part for part in (unit, _standing(source, standard)) if part),
        sentence=stated(source, standard).main,
        short=short_line(standard),
        remedy=" ".join(small),
    )


def _standing(source: CharterSource, standard: ServiceStandard) -> str:
    """What a standard is where it is no promise of ours; empty where it is one."""
    if standard.kind is StandardKind.AIM:
        return source.say("standing.aim")
    return source.law.get("standing_legal", "") if standard.basis is Basis.LEGAL else ""


def _limits(source: CharterSource, standard: ServiceStandard) -> tuple[str, ...]:
    """The sentences that limit a standard: another limit, a cut-off, a condition."""
    bare = replace(standard, fallback="", updates=None, remedy=Remedy())
    return sentences(bare, source.phrases, bare_days=day_kind(source), say_measure=False).details
