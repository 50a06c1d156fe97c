# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A review on one page: what was on record, what it shows, what was decided, with its date."""

from collections.abc import Iterator

from servicedesk.domain.blocks import Block, Heading, Paragraph, Table, Tone
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.periods_words import period_words
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.reviews import ReviewCard, ReviewTopic


def review_title(card: ReviewCard, phrases: Phrases) -> str:
    """What a review is called, on paper and as a file."""
    return phrases.say("review_paper.title", day=_day(card, phrases))


def review_blocks(card: ReviewCard, phrases: Phrases) -> tuple[Block, ...]:
    """A review in reading order.

    Args:
        card: as kept; one that is not finished says so.
        phrases: ``[review_paper]``.
    """
    return tuple(_blocks(card, phrases))


def _blocks(card: ReviewCard, phrases: Phrases) -> Iterator[Block]:
    say, draft = phrases.say, card.draft
    yield Heading(text=review_title(card, phrases), level=1)
    about = say("review_paper.about", period=period_words(card.period, phrases))
    present = say("review_paper.present", names=draft.present) if draft.present else ""
    is_open = say("review_paper.open") if card.is_open else ""
    yield Paragraph(text=" ".join(filter(None, (about, present, is_open))))
    yield Heading(text=say("review_paper.inputs"))
    yield _inputs(card, phrases)
    yield Heading(text=say("review_paper.findings"))
    yield Paragraph(text=draft.findings or say("review_paper.nothing_yet"))
    yield Heading(text=say("review_paper.decisions"))
    yield _decisions(card, phrases)
    yield Paragraph(text=_charter(card, phrases))
    if draft.next_on is not None:
        yield Paragraph(
            text=say("review_paper.next", day=day_words(draft.next_on, phrases)), tone=Tone.STRONG
        )


def _inputs(card: ReviewCard, phrases: Phrases) -> Table:
    rows = []
    for topic in ReviewTopic:
        lines = [one.text for one in card.inputs if one.topic is topic]
        if lines:
            rows.append((phrases.say(f"enum.ReviewTopic.{topic.value}"), "\n".join(lines)))
    return Table(caption=phrases.say("review_paper.inputs"), rows=tuple(rows))


def _decisions(card: ReviewCard, phrases: Phrases) -> Block:
    say = phrases.say
    if not card.decisions:
        return Paragraph(text=say("review_paper.no_decisions"))
    drafts = [one.draft for one in card.decisions]
    return Table(
        caption=say("review_paper.decisions"),
        head=tuple(say(f"review_paper.{one}") for one in ("what", "who", "due")),
        rows=tuple(
            (one.text, one.who, "" if one.due is None else day_words(one.due, phrases))
            for one in drafts
        ),
    )


def _charter(card: ReviewCard, phrases: Phrases) -> str:
    draft = card.draft
    if draft.changes_charter is None:
        return phrases.say("review_paper.charter_unsaid")
    if draft.changes_charter:
        return phrases.say("review_paper.charter_changes", change=draft.charter_change)
    return phrases.say("review_paper.charter_stays")


def _day(card: ReviewCard, phrases: Phrases) -> str:
    return day_words(card.draft.held_on or card.begun_on, phrases)
