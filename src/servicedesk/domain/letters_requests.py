# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters about a request for somebody's information: what they begin with."""

from servicedesk.domain.data_requests import PauseWhy, RequestCard
from servicedesk.domain.letters import LetterStage
from servicedesk.domain.letters_fields_requests import REQUEST_REF
from servicedesk.domain.letters_speech import LetterSpeech, flat, iso

_HELD = ("held_why", "held_from", "held_shared", "held_long")
"""What a reply says of what is held, as ``letter.request.<name>`` begins it."""


def request_begun(stage: LetterStage, card: RequestCard, speech: LetterSpeech) -> dict[str, str]:
    """What the fields of a letter about a request begin with.

    Args:
        stage: of the letter.
        card: the request.
        speech: how letters speak.
    """
    found = {
        "customer.name": card.name,
        "request.received_on": card.draft.received_on.isoformat(),
        "request.what": speech.say(f"letter.request.asks.{card.draft.kind}"),
    }
    match stage:
        case LetterStage.ACCESS_REPLY:
            found |= {f"request.{name}": speech.say(f"letter.request.{name}") for name in _HELD}
            found["request.enclosed"] = speech.say("letter.request.enclosed")
            reasons = tuple(dict.fromkeys(one.reason for one in card.left_out if one.reason))
            found["request.kept_back"] = flat(card.kept_back) or "; ".join(reasons)
        case LetterStage.REQUEST_QUESTION:
            found |= _asked(card, speech)
        case LetterStage.REQUEST_LONGER:
            found["request.longer_why"] = flat(card.extended_why)
            found["request.new_due"] = iso(card.due_on)
        case _:
            found["request.refused_why"] = flat(card.kept_back)
            found["request.refused_what"] = found["request.what"]
    return {name: text for name, text in found.items() if text}


def request_ours(card: RequestCard | None) -> dict[str, str]:
    """What comes into a letter from the request each time that it is written."""
    return {} if card is None else {REQUEST_REF: card.ref}


def _asked(card: RequestCard, speech: LetterSpeech) -> dict[str, str]:
    pause = card.open_pause
    if pause is None:
        return {}
    return {
        "request.asked": pause.asked,
        "request.ask_why": speech.say(f"letter.request.ask_why.{PauseWhy(pause.why)}"),
        "request.paused_on": pause.from_on.isoformat(),
    }
