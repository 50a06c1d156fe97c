# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fairness in words: what is seen in an offer, what to do about a gap, the sheet on paper."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from servicedesk.domain.blocks import Blank, Block, Bullets, Heading, Paragraph, Table, Tone
from servicedesk.domain.fairness import (
    CheckedCustomer,
    FairnessCard,
    FairnessGap,
    Observation,
    Observed,
    OfferCard,
    OfferDraft,
    steps_of,
)
from servicedesk.domain.fairness_rules import observed_in
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.phrases import Phrases

_PENCE = 100

BY_HAND = 3
"""Lines to write on below a check that is not finished."""

SEVERAL = 2
"""Steps from which on they are numbered."""


def pounds(pence: int) -> str:
    """A sum with pound sign and pence, such as "£12.00"."""
    return f"£{pence // _PENCE:,}.{pence % _PENCE:02}"


def price_words(pence: int | None, per: str, phrases: Phrases) -> str:
    """A price, such as "£12.00 a month"; words where none is written down."""
    if pence is None:
        return phrases.say("fairness_words.no_price")
    return " ".join(filter(None, (pounds(pence), per)))


def seen_words(seen: Observation, offer: OfferDraft, phrases: Phrases) -> str:
    """What is seen in an offer, as a plain sentence that blames nobody."""
    say = phrases.say
    if seen.what is Observed.PAY_MORE:
        more = price_words(seen.pence, offer.per, phrases)
        return say("fairness_words.pay_more", more=more)
    if seen.what is Observed.HARDER_TO_LEAVE:
        joining = phrases.count("fairness_words.steps", Decimal(seen.steps_in))
        leaving = phrases.count("fairness_words.steps", Decimal(seen.steps_out))
        return say("fairness_words.harder_to_leave", joining=joining, leaving=leaving)
    if seen.what is Observed.NO_WAY_OUT:
        return say("fairness_words.no_way_out")
    return say("fairness_words.ended", day="" if seen.on is None else day_words(seen.on, phrases))


def gap_words(gap: FairnessGap, phrases: Phrases) -> str:
    """What there is to do about a gap, as an action says it.

    It names no customer: the list hangs in the back room, and outlives whoever is removed. The
    check, to which the action leads, says who it is.
    """
    if gap.offer is not None and gap.seen is not None:
        key = f"fairness_words.do.{gap.seen.what.value}"
        return phrases.say(key, offer=gap.offer.draft.name)
    since = "" if gap.customer is None else day_words(gap.customer.since, phrases)
    return phrases.say("fairness_words.do.customer", since=since)


def customer_words(one: CheckedCustomer, phrases: Phrases) -> str:
    """A customer by name; words for one who is no longer in the file."""
    return one.name or phrases.say("fairness_words.gone")


def fairness_title(card: FairnessCard, phrases: Phrases) -> str:
    """What a check is called, on paper and as a file."""
    return phrases.say("fairness_paper.title", day=_day(card, phrases))


def fairness_blocks(
    card: FairnessCard, gaps: Sequence[FairnessGap], business: str, phrases: Phrases
) -> tuple[Block, ...]:
    """A check on a page; one that is open has room to write by hand.

    Args:
        card: of the check.
        gaps: that it found.
        business: its name; "" while nobody has said.
        phrases: ``[fairness_paper]`` and ``[fairness_words]``.
    """
    return tuple(_blocks(card, gaps, business, phrases))


def _blocks(
    card: FairnessCard, gaps: Sequence[FairnessGap], business: str, phrases: Phrases
) -> Iterator[Block]:
    say = phrases.say
    yield Heading(text=say("fairness_paper.heading"), level=1)
    whose = ", ".join(filter(None, (business, _day(card, phrases))))
    yield Paragraph(text=whose, tone=Tone.STRONG)
    yield Paragraph(text=say("fairness_paper.open" if card.is_open else "fairness_paper.lead"))
    yield Heading(text=say("fairness_paper.offers"))
    if card.offers:
        yield _offers(card, phrases)
        yield from _seen(card, phrases)
    else:
        yield Paragraph(text=say("fairness_paper.no_offers"))
    yield Heading(text=say("fairness_paper.customers"))
    if card.customers:
        yield _customers(card, phrases)
    else:
        yield Paragraph(text=say("fairness_paper.no_customers"))
    yield Heading(text=say("fairness_paper.to_do"))
    if card.is_open:
        yield from (Blank(label=f"{place}.") for place in range(1, BY_HAND + 1))
    elif gaps:
        yield Bullets(items=tuple(gap_words(gap, phrases) for gap in gaps))
    else:
        yield Paragraph(text=say("fairness_paper.nothing_to_do"))


def _offers(card: FairnessCard, phrases: Phrases) -> Table:
    say = phrases.say
    heads = ("name", "new", "existing", "joining", "leaving")
    return Table(
        caption=say("fairness_paper.offers"),
        head=tuple(say(f"fairness_paper.{one}") for one in heads),
        rows=tuple(_offer(one, phrases) for one in card.offers),
    )


def _offer(card: OfferCard, phrases: Phrases) -> tuple[str, ...]:
    draft, unsaid = card.draft, phrases.say("fairness_words.unsaid")
    name = draft.name
    if draft.ends_on is not None:
        day = day_words(draft.ends_on, phrases)
        name = phrases.say("fairness_paper.until", name=name, day=day)
    return (
        name,
        price_words(draft.new_pence, draft.per, phrases),
        price_words(draft.existing_pence, draft.per, phrases),
        _steps(draft.joining) or unsaid,
        _steps(draft.leaving) or unsaid,
    )


def _steps(typed: str) -> str:
    """Steps as they stand in a cell: numbered where there are several."""
    steps = steps_of(typed)
    if len(steps) < SEVERAL:
        return "".join(steps)
    return "\n".join(f"{place}. {step}" for place, step in enumerate(steps, 1))


def _seen(card: FairnessCard, phrases: Phrases) -> Iterator[Block]:
    items = [
        phrases.say(
            "fairness_paper.seen",
            offer=offer.draft.name,
            seen=seen_words(seen, offer.draft, phrases),
        )
        for offer in card.offers
        for seen in observed_in(offer.draft, _on(card))
    ]
    if items:
        yield Bullets(items=tuple(items))
    else:
        yield Paragraph(text=phrases.say("fairness_paper.all_even"))


def _customers(card: FairnessCard, phrases: Phrases) -> Table:
    say = phrases.say
    return Table(
        caption=say("fairness_paper.customers"),
        head=tuple(say(f"fairness_paper.{one}") for one in ("who", "since", "same", "note")),
        rows=tuple(
            (
                customer_words(one, phrases),
                day_words(one.since, phrases),
                "" if one.same is None else say(f"enum.SameDeal.{one.same.value}"),
                one.note,
            )
            for one in card.customers
        ),
    )


def _on(card: FairnessCard) -> date:
    return card.finished_on or card.drawn_on


def _day(card: FairnessCard, phrases: Phrases) -> str:
    return day_words(_on(card), phrases)
