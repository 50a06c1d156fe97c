# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The slip that somebody who complained takes home: what we have, who has it, by when they hear.

What is for ourselves alone stands on none: notes, who of us was involved, how it was weighed.
"""

from dataclasses import dataclass
from datetime import tzinfo

from servicedesk.domain.complaints import ANSWERED, ComplaintCard
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises_rules import named
from servicedesk.domain.rounds import Slip, long_day

TEXT_SHOWN = 240
"""Characters of what happened that a slip shows; the file has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Who gives the slip.

    Args:
        business: trading name.
        owner: their name; may be empty.
        foot: how to reach us; may be empty.
    """

    business: str
    owner: str
    foot: str


def complaint_slip(
    card: ComplaintCard | None, house: House, phrases: Phrases, zone: tzinfo
) -> Slip:
    """A slip about a complaint; without one it is empty, to be written on.

    Args:
        card: the complaint, or None.
        house: who gives it.
        phrases: ``complaint_slip.*`` and the words of what complaints are about.
        zone: of the shop.
    """
    values = dict.fromkeys(("ref", "came", "what", "right", "handler", "hear"), "")
    if card is not None:
        values = _known(card, house, phrases, zone)
    return Slip(
        business=house.business,
        heading=phrases.say("complaint_slip.heading"),
        pairs=tuple(
            (phrases.say(f"complaint_slip.label.{key}"), value)
            for key, value in values.items()
            if value or card is None
        ),
        foot=house.foot,
    )


def _known(card: ComplaintCard, house: House, phrases: Phrases, zone: tzinfo) -> dict[str, str]:
    """What a slip says of a complaint, in reading order; what is not known is empty."""
    draft = card.draft
    about = "" if draft.about is None else phrases.say(f"enum.About.{draft.about.value}")
    wishes = (phrases.say(f"enum.Wish.{wish.value}") for wish in draft.wishes)
    hear = "" if card.stage in ANSWERED else long_day(card.dues.decide_on, phrases)
    return {
        "ref": card.ref,
        "for": card.customer_name or draft.called,
        "came": long_day(draft.received_at.astimezone(zone).date(), phrases),
        "what": _cut(" ".join(draft.text.split())) or about,
        "right": ", ".join(part for part in (*wishes, draft.wish_words) if part),
        "handler": named(draft.handler, house.owner),
        "hear": hear,
    }


def _cut(text: str) -> str:
    """A text that is not too long for a slip, cut between words where there are any."""
    if len(text) <= TEXT_SHOWN:
        return text
    head = text[: TEXT_SHOWN - 1]
    whole = head.rpartition(" ")[0] or head
    return f"{whole}…"
