# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What letters about a request for somebody's information may name."""

from types import MappingProxyType

from servicedesk.domain.letters import FieldKind, LetterStage

ABOUT_A_REQUEST = frozenset(
    {
        LetterStage.ACCESS_REPLY,
        LetterStage.REQUEST_QUESTION,
        LetterStage.REQUEST_LONGER,
        LetterStage.REQUEST_REFUSAL,
    }
)
"""Stages of letters that a request goes through."""

_REPLY = frozenset({LetterStage.ACCESS_REPLY})
_QUESTION = frozenset({LetterStage.REQUEST_QUESTION})
_LONGER = frozenset({LetterStage.REQUEST_LONGER})
_REFUSAL = frozenset({LetterStage.REQUEST_REFUSAL})

_LINE, _TEXT, _LINES, _DAY = FieldKind.LINE, FieldKind.TEXT, FieldKind.LINES, FieldKind.DAY

TYPED = MappingProxyType(
    {
        "request.received_on": (_DAY, ABOUT_A_REQUEST),
        "request.what": (_TEXT, ABOUT_A_REQUEST),
        "request.enclosed": (_LINES, _REPLY),
        "request.held_why": (_TEXT, _REPLY),
        "request.held_from": (_TEXT, _REPLY),
        "request.held_shared": (_TEXT, _REPLY),
        "request.held_long": (_TEXT, _REPLY),
        "request.kept_back": (_TEXT, _REPLY),
        "request.asked": (_LINES, _QUESTION),
        "request.ask_why": (_TEXT, _QUESTION),
        "request.paused_on": (_DAY, _QUESTION),
        "request.longer_why": (_TEXT, _LONGER),
        "request.new_due": (_DAY, _LONGER),
        "request.refused_what": (_TEXT, _REFUSAL),
        "request.refused_why": (_TEXT, _REFUSAL),
    }
)
"""What is typed for one letter: name -> how it is typed, and where it may stand."""

HELPED = frozenset(
    {
        "request.enclosed",
        "request.kept_back",
        "request.asked",
        "request.ask_why",
        "request.longer_why",
        "request.refused_why",
    }
)
"""Fields with a line of help under them, ``letter.help.<name>``."""

PAST = frozenset({"request.received_on", "request.paused_on"})
"""Days that have been."""

CHOICES: MappingProxyType[str, tuple[()]] = MappingProxyType({})
"""None of them is chosen out of several."""

REQUEST_REF = "request.ref"
"""The reference of the request, so that an answer finds it."""

OURS = MappingProxyType({REQUEST_REF: ABOUT_A_REQUEST})
"""What comes from the record: name -> where it may stand."""
