# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What helps, said in one line; and a gentle word where somebody wrote why instead of what.

The list of words is our own and never complete: it reminds, it forbids nothing. What is kept is
up to the person who types and the one who agreed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.names import fold
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.support import SupportCard
from servicedesk.domain.support_guarding import HEALTH, PRIVATE, SHORT

GUARD_HEALTH = "support_guard_health"
GUARD_PRIVATE = "support_guard_private"

_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """A word that says why rather than what helps.

    Args:
        code: of the sentence, under ``[refusal]``; it warns, nothing is refused.
        word: as it was typed.
    """

    code: str
    word: str


def guard(text: str) -> str | None:
    """The code of a gentle warning about a text, or None where there is none to give.

    Args:
        text: what helps, a line to remember, or notes.
    """
    found = guarded(text)
    return None if found is None else found.code


def guarded(text: str) -> Guarded | None:
    """The first word of a text that says why rather than what helps, or None.

    Args:
        text: as for ``guard``.
    """
    if hit := SHORT.search(text):
        return Guarded(code=GUARD_HEALTH, word=hit[0].split()[-1])
    folded = fold(text)
    for code, pattern in ((GUARD_HEALTH, HEALTH), (GUARD_PRIVATE, PRIVATE)):
        if hit := pattern.search(folded):
            return Guarded(code=code, word=" ".join(hit[0].split())[:_SHOWN])
    return None


def help_words(needs: Iterable[SupportCard], phrases: Phrases, today: date) -> tuple[str, ...]:
    """What helps, one piece for each, such as "texts, not calls".

    Args:
        needs: of one customer.
        phrases: words of the language.
        today: the day; what was for one job alone is left out once that is over.
    """
    return tuple(_said(card, phrases) for card in needs if card.is_shown(today))


def help_line(needs: Iterable[SupportCard], phrases: Phrases, today: date) -> str:
    """The strip "How to help: ...", or "" where nothing is kept.

    Args:
        needs: of one customer.
        phrases: words of the language.
        today: the day, as for ``help_words``.
    """
    words = help_words(needs, phrases, today)
    if not words:
        return ""
    return phrases.say("support.help_line", needs=phrases.say("support.between").join(words))


def _said(card: SupportCard, phrases: Phrases) -> str:
    draft = card.draft
    what = phrases.say(f"support.help.{draft.need.value}", detail=draft.detail)
    if not draft.detail or draft.detail in what:
        return what
    return phrases.say("support.with_detail", what=what, detail=draft.detail)
