# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A letter that is being written, as it is kept until it is issued."""

import json
from collections.abc import Mapping
from dataclasses import replace

from servicedesk.domain.customers import Channel
from servicedesk.domain.letters import LetterDraft
from servicedesk.domain.letters_fields import CATALOGUE

_LETTER = "letter"


def as_kept(draft: LetterDraft, begun: LetterDraft | None) -> Mapping[str, object]:
    """What is kept of a letter that was not issued.

    Fields are kept that say something else than they began with: the others are filled in anew
    when it is taken up again, for a day that was counted today is another one tomorrow.

    Args:
        draft: as it stands.
        begun: as it began.
    """
    before = {} if begun is None else begun.values
    gone = {name: "" for name in before if name not in draft.values}
    said = {name: text for name, text in draft.values.items() if text != before.get(name)}
    written = json.dumps(
        {
            "customer_id": draft.customer_id,
            "values": {**gone, **said},
            "subject": draft.subject,
            "words": draft.words,
            "is_large": draft.is_large,
            "channel": draft.channel.value,
            "adds_customer": draft.adds_customer,
            "keeps_promise": draft.keeps_promise,
            "is_agreed": draft.is_agreed,
            "tells_rights": draft.tells_rights,
        },
        ensure_ascii=False,
    )
    return {_LETTER: written}


def from_kept(kept: Mapping[str, object], begun: LetterDraft) -> LetterDraft | None:
    """The letter as it was left; None where nothing that can be read was kept.

    Args:
        kept: as ``as_kept`` gave it.
        begun: the letter as it begins today; its promise and template stay.
    """
    try:
        found = json.loads(str(kept[_LETTER]))
        values = {
            str(name): str(text) for name, text in found["values"].items() if name in CATALOGUE
        }
        customer = found["customer_id"]
        return replace(
            begun,
            customer_id=customer if isinstance(customer, int) else begun.customer_id,
            values={**begun.values, **values},
            subject=str(found["subject"]),
            words=str(found["words"]),
            is_large=bool(found["is_large"]),
            channel=Channel(found["channel"]),
            adds_customer=bool(found.get("adds_customer", False)),
            keeps_promise=bool(found.get("keeps_promise", True)),
            is_agreed=bool(found.get("is_agreed", False)),
            tells_rights=bool(found.get("tells_rights", False)) or begun.tells_rights,
        )
    except (KeyError, ValueError, TypeError, AttributeError):
        return None
