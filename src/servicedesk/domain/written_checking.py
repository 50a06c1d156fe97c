# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the owner's own words of a paper may not be: senseless, or an unchecked claim."""

from collections.abc import Iterable

from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import Part, PartKind
from servicedesk.domain.letters_closed import closed_link
from servicedesk.domain.letters_filling import NOT, FieldText
from servicedesk.domain.wording import Context, FindingCode, Severity, check_wording
from servicedesk.domain.written_fields import MAY_NAME

BODY_MOST = 12_000
"""Characters of a text: four pages are more than anybody reads."""

WORDS = "words"
"""The field in which a text is typed."""

_OF_LAW = frozenset({FindingCode.LEGAL_RIGHTS, FindingCode.RIGHTS_SENTENCE})
_SHOWN = 40


def checked_parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts of a text, when it can be filled.

    Raises:
        Refusal: field "words"; ``written_empty``, ``written_no_title``,
            ``written_brace_alone`` for a brace that opens no field, ``written_field_unknown``,
            ``written_link_closed``.
    """
    parts = tuple(parts)
    for part in parts:
        if not FieldText(part.text).is_valid():
            raise Refusal("written_brace_alone", WORDS, found=part.text[:_SHOWN])
        hinge = part.only_if.removeprefix(NOT)
        for name in (*FieldText(part.text).get_identifiers(), *((hinge,) if hinge else ())):
            if name not in MAY_NAME:
                raise Refusal("written_field_unknown", WORDS, name=name)
        if found := closed_link(part.text):
            raise Refusal("written_link_closed", WORDS, found=found)
    titles = [part for part in parts if part.kind is PartKind.SUBJECT]
    if len(titles) != 1:
        raise Refusal("written_no_title", WORDS)
    if len(parts) == len(titles):
        raise Refusal("written_empty", WORDS)
    return parts


def asked_claims(parts: Iterable[Part], bodies: Iterable[str]) -> tuple[str, ...]:
    """Claims of being registered somewhere that nobody has put a number to, or that have ended.

    Args:
        parts: of a text, filled or not.
        bodies: whose registration is on record and has not ended.
    """
    known = tuple(bodies)
    found = (
        str(one.params["found"])
        for part in parts
        for line in part.text.splitlines()
        for one in check_wording(line, context=Context.FREE_TEXT, registrations=known)
        if one.code is FindingCode.REGISTRATION_QUESTION
    )
    return tuple(dict.fromkeys(found))


def refuse_claims(parts: Iterable[Part], bodies: Iterable[str], *, has_law: bool) -> None:
    """Refuse words that must not be printed, with another way to say it where there is one.

    Args:
        parts: of a text, filled or not.
        bodies: whose registration is on record.
        has_law: False somewhere else, where nothing is said that rests on our law.

    Raises:
        Refusal: field "words"; ``written_words_blocked``, or ``written_words_bare`` where there
            is no suggestion.
    """
    known = tuple(bodies)
    for part in parts:
        for line in part.text.splitlines():
            for one in check_wording(line, context=Context.FREE_TEXT, registrations=known):
                if one.severity is not Severity.BLOCK or (one.code in _OF_LAW and not has_law):
                    continue
                found = str(one.params["found"])
                if one.rewrite:
                    instead = one.rewrite
                    raise Refusal("written_words_blocked", WORDS, found=found, instead=instead)
                raise Refusal("written_words_bare", WORDS, found=found)
