# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Extra help: what helps a customer, never why; how to offer it, and who has told us.

Follows the themes of ISO 22458 as we read them: anybody may need something done differently for a
while, and we may be the cause. So it is offered to all, and nobody is sorted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from servicedesk.domain.blocks import Block, Bullets, Heading, Paragraph, Tone
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.support import SupportCard
from servicedesk.domain.support_words import help_words

THEMES = (("notice", 4), ("say", 4), ("do", 6), ("keep", 4))
"""Parts of the page on how to offer extra help, each with how many lines it has."""

SOON = timedelta(days=14)
"""Ahead in which somebody is to be asked again, as the page of reviews counts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One part of the page, in words.

    Args:
        heading: over it.
        lines: a sentence or two each.
    """

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsKept:
    """What is kept about one customer.

    Args:
        customer_id, customer_name: whose.
        needs: in the order in which they were added.
    """

    customer_id: int
    customer_name: str
    needs: tuple[SupportCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Helped:
    """A customer who has told us what helps.

    Args:
        customer_id, customer_name: whose.
        helps: one piece for each, such as "texts, not calls".
        review_on: the next day to ask again, or None.
    """

    customer_id: int
    customer_name: str
    helps: tuple[str, ...]
    review_on: date | None = None


def themes(phrases: Phrases) -> tuple[Theme, ...]:
    """How to offer extra help, in the words of the screen and the sheet."""
    say = phrases.say
    return tuple(
        Theme(
            heading=say(f"extra_help.{name}_heading"),
            lines=tuple(say(f"extra_help.{name}.{number}") for number in range(1, many + 1)),
        )
        for name, many in THEMES
    )


def extra_help_blocks(phrases: Phrases) -> tuple[Block, ...]:
    """The sheet for helpers, in reading order; no customer is on it."""
    parts: list[Block] = []
    for theme in themes(phrases):
        parts += [Heading(text=theme.heading), Bullets(items=theme.lines)]
    return (
        Heading(text=phrases.say("extra_help.title"), level=1),
        Paragraph(text=phrases.say("extra_help.lead"), tone=Tone.LEAD),
        *parts,
        Paragraph(text=phrases.say("extra_help.foot"), tone=Tone.SMALL),
    )


def helped(kept: Iterable[NeedsKept], phrases: Phrases, today: date) -> tuple[Helped, ...]:
    """Who has told us what helps: those to be asked again first come first.

    Args:
        kept: with all their needs; what was for one job alone goes once that is over.
        phrases: words of needs.
        today: the day it is.
    """
    found = []
    for one in kept:
        shown = tuple(card for card in one.needs if card.is_shown(today))
        days = [card.draft.review_on for card in shown if card.draft.review_on is not None]
        if shown:
            found.append(
                Helped(
                    customer_id=one.customer_id,
                    customer_name=one.customer_name,
                    helps=help_words(shown, phrases, today),
                    review_on=min(days, default=None),
                )
            )
    return tuple(sorted(found, key=lambda one: one.review_on or date.max))
