# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What other programs say where we have a word of our own: "Postal mail", "resolved", "done"."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.complaints import Stage
from servicedesk.domain.importing_field_names import Field

_WAYS = {
    **dict.fromkeys(("in_person", "shop", "face_to_face", "walk_in", "till"), "counter"),
    **dict.fromkeys(("telephone", "call", "rang", "by_phone", "mobile"), "phone"),
    **dict.fromkeys(("text", "text_message", "whatsapp"), "sms"),
    **dict.fromkeys(("e-mail", "e_mail", "mail"), "email"),
    **dict.fromkeys(("letter", "postal_mail", "postal", "fax"), "post"),
    **dict.fromkeys(("website", "online", "web_form", "webform", "form", "survey"), "web"),
    **dict.fromkeys(("facebook", "instagram", "x", "twitter", "google", "social_media"), "social"),
    **dict.fromkeys(("referral", "agency", "third-party"), "third_party"),
}
_OTHER_WORDS: Mapping[Field, Mapping[str, str]] = MappingProxyType(
    {
        Field.CHANNEL: _WAYS,
        Field.TOLD_BY: _WAYS,
        Field.OUTCOME: {
            **dict.fromkeys(
                ("done", "yes", "complete", "completed", "finished", "closed", "x", "y"), "kept"
            ),
            **dict.fromkeys(("missed", "failed", "not_done"), "broken"),
            **dict.fromkeys(("cancelled", "canceled", "withdrawn"), "released"),
        },
        Field.KIND: {
            **dict.fromkeys(("call_back", "callback", "call"), "ring_back"),
            **dict.fromkeys(("praise", "thanks", "thank_you"), "compliment"),
            **dict.fromkeys(("idea",), "suggestion"),
            **dict.fromkeys(("survey", "response"), "answer"),
        },
        Field.FINDING: {
            **dict.fromkeys(("yes", "justified", "agreed"), "upheld"),
            **dict.fromkeys(("partially_upheld", "part", "partly_upheld", "in_part"), "partly"),
            **dict.fromkeys(("no", "unjustified", "rejected"), "not_upheld"),
        },
        Field.MAY_QUOTE: {"": "not_asked"},
        Field.STAGE: {
            **dict.fromkeys(("open", "new", "in_progress", "pending", "logged"), "received"),
        },
    }
)
_ENDS = ("closed", "resolved", "done", "complete", "finished", "settled", "sorted")
"""How the words begin by which other programs say that a complaint is over."""


STILL_OPEN = frozenset({"open", "no", "pending", "in_progress", "not_yet", "to_do", "new"})
"""How other programs say that a promise has not ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A word of ours for what a cell says.

    Args:
        code: which.
        is_loose: the cell says more than that, which is worth keeping beside it.
    """

    code: StrEnum
    is_loose: bool = False


def code_of(meaning: Field, codes: type[StrEnum], said: str) -> Coded | None:
    """The word of ours that a cell means; None for something else.

    Args:
        meaning: of the column.
        codes: the words there are.
        said: as ``exchange_columns.code_read`` gives it.
    """
    found = _OTHER_WORDS.get(meaning, {}).get(said, said)
    try:
        return Coded(code=codes(found))
    except ValueError:
        pass
    if meaning is Field.STAGE and said.startswith(_ENDS):
        return Coded(code=Stage.CLOSED, is_loose=True)
    return None
