# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an offer or plan already says of a letter about its new price."""

from servicedesk.domain.fairness import OfferDraft, steps_of
from servicedesk.domain.fairness_words import pounds


def notice_of(offer: OfferDraft) -> dict[str, str]:
    """What is known of a notice about an offer, by field; nothing of what nobody wrote down.

    Those who stayed get the price that a new customer pays. Where both pay the same the new price
    is not known yet, and the owner types it.

    Args:
        offer: as written down.
    """
    old, new = offer.existing_pence, offer.new_pence
    known = {
        "notice.what": offer.name,
        "notice.old": _price(old, offer.per),
        "notice.new": "" if new == old else _price(new, offer.per),
        "notice.leave": "; ".join(steps_of(offer.leaving)).rstrip("."),
    }
    return {name: words for name, words in known.items() if words}


def _price(pence: int | None, per: str) -> str:
    return "" if pence is None else " ".join(filter(None, (pounds(pence), per)))
