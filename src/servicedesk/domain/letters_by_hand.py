# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What to think about in a letter whose words somebody changed by hand.

No field changes such words any more: a name in braces would go out as it stands, and what the
letter has to say may have been taken out with a sentence.
"""

import re
from collections.abc import Iterator, Mapping

from servicedesk.domain.letters import FieldKind, LetterDraft, LetterTemplate
from servicedesk.domain.letters_checking import LetterFinding
from servicedesk.domain.letters_fields import CATALOGUE, FRAME, UNPRINTED
from servicedesk.domain.letters_filling import as_text, filled
from servicedesk.domain.phrases import Phrases

BRACE = "hand_brace"
"""Code of a name in braces that would be printed as it stands."""

LEFT_OUT = "hand_left_out"
"""Code of what the letter has to say and says no longer."""

_NAMED = re.compile(r"\{[?!]{0,2}[A-Za-z][A-Za-z_]*(?:\.[A-Za-z_]+)*\}")
_WORD = re.compile(r"\w+")


def hand_findings(
    template: LetterTemplate,
    draft: LetterDraft,
    text: str,
    printed: Mapping[str, str],
    phrases: Phrases,
) -> Iterator[LetterFinding]:
    """What to think about, for words or a line over them that were typed by hand.

    Args:
        template: the letter.
        draft: with the words as they were changed.
        text: all that the letter says, its first line over it.
        printed: as ``printed_values`` gives them.
        phrases: ``letter.field.*``.
    """
    if draft.words.strip() or draft.subject.strip():
        yield from _braces(draft, text)
    gone = _gone(template, text, printed) if draft.words.strip() else []
    if gone:
        labels = ", ".join(phrases.say(f"letter.field.{name}") for name in gone)
        yield LetterFinding(code=LEFT_OUT, is_tone=True, is_block=False, span=(0, 0), found=labels)


def _braces(draft: LetterDraft, text: str) -> Iterator[LetterFinding]:
    """Names in braces that nobody typed into a field: what is filled in stays as it is."""
    typed = "\n".join(draft.values.values())
    for hit in _NAMED.finditer(text):
        if hit[0] not in typed:
            yield LetterFinding(
                code=BRACE, is_tone=True, is_block=True, span=hit.span(), found=hit[0]
            )


def _gone(template: LetterTemplate, text: str, printed: Mapping[str, str]) -> list[str]:
    """Fields whose value the letter would show and the words do not."""
    usual, now = as_text(filled(template.parts, printed)), _flat(text)
    wanted = dict.fromkeys((*template.must_name, *template.needs))
    shown = (one for one in wanted if one not in FRAME | UNPRINTED and printed.get(one))
    return [
        name
        for name in shown
        if _stands(name, printed[name], _flat(usual)) and not _stands(name, printed[name], now)
    ]


def _stands(name: str, value: str, text: str) -> bool:
    """Whether a value stands in a text; of what was typed freely, half of its words."""
    if CATALOGUE[name].is_ours or CATALOGUE[name].kind not in (FieldKind.TEXT, FieldKind.LINES):
        return _flat(value) in text
    words, there = _WORD.findall(_flat(value)), set(_WORD.findall(text))
    return 2 * sum(one in there for one in words) >= len(words)


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
