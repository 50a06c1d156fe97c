# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What helps, said in one line; and a gentle word where somebody wrote why instead of what.

The list of words is our own and never complete: it reminds, it forbids nothing. What is kept is
up to the person who types and the one who agreed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.names import fold
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.support import SupportCard

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


def _any_of(*terms: str) -> str:
    return r"(?<![a-z0-9])(?:" + "|".join(terms) + r")(?![a-z0-9])"


_BEING = (
    r"(?:is|are|was|be|being|been|he's|she's|they're|i'm|im|am|born|registered|legally"
    r"|partially|partly|totally|completely|quite|very|rather|almost|nearly|going|gone|went"
    r"|clinically|severely|profoundly)\s+(?:a\s+bit\s+|a\s+little\s+|now\s+)?"
)
"""Before a word that has another meaning in a shop: a blind is sold, a person is blind."""

_HAVING = (
    r"(?:has|had|have|having|suffers?\s+from|suffered\s+from|suffering\s+from|with|got|after|"
    r"because\s+of|due\s+to|diagnosed\s+with)\s+(?:a\s+|an\s+|the\s+|her\s+|his\s+|their\s+|"
    r"severe\s+|bad\s+|mild\s+|early\s+|advanced\s+)*"
)

_BUILT = "toilets?|bathrooms?|wet ?rooms?|bays?|parking|access|ramps?|showers?|badges?|alarms?"
"""What is made for people who need it says nothing about one of them."""

_SHORT = re.compile(
    r"\b(?:[Hh]as|[Hh]ave|[Hh]ad|[Gg]ot|[Ww]ith|[Oo]f|[Ff]rom)\s+(?:her\s+|his\s+|their\s+)?"
    r"(?:MS|ME|MND|ADD|OCD|COPD|PTSD)\b(?!\s+[A-Z][a-z])"
)
"""In capitals alone: "with Ms Carter" is about no illness."""

_HEALTH = re.compile(
    _any_of(
        *(
            r"dementia",
            r"alzheimer'?s?",
            r"parkinson'?s?",
            r"huntington'?s?",
            r"senile",
            r"senility",
        ),
        *(r"diabet(?:es|ic)", r"epilep(?:sy|tic)", r"asthma(?:tic)?", r"arthriti[cs]", r"copd"),
        *(r"cancers?", r"tumou?rs?", r"leuk(?:a)?emia", r"chemo(?:therapy)?", r"radiotherapy"),
        *(r"hiv(?:\s+positive)?", r"hepatitis", r"tuberculosis", r"crohn'?s", r"colitis"),
        *(r"multiple\s+sclerosis", r"motor\s+neurone?", r"cerebral\s+palsy", r"fibromyalgia"),
        *(r"autis(?:m|tic)", r"asperger'?s?", r"adhd", r"add\s+diagnosis", r"dyslexi[ac]"),
        *(r"dyspraxi[ac]", r"dyscalculi[ac]", r"tourette'?s?", r"down'?s?\s+syndrome"),
        *(r"learning\s+(?:disab\w+|difficult\w+)", r"special\s+needs", r"mental(?:ly)?\s+\w+"),
        *(r"depressi(?:on|ve)", r"anxiety", r"panic\s+attacks?", r"ptsd", r"ocd", r"bipolar"),
        *(r"schizophreni[ac]", r"psycho(?:sis|tic)", r"paranoi[ad]", r"personality\s+disorder"),
        *(
            r"anorexi[ac]",
            r"bulimi[ac]",
            r"alcoholi(?:c(?!\s+drinks?)|sm)",
            r"addict(?:ed|ion|s)?",
            r"suicidal",
        ),
        *(
            r"disabled(?!\s+(?:" + _BUILT + r"))",
            r"disabilit(?:y|ies)",
            r"handicap(?:ped)?",
            r"wheelchair[\s-]bound",
        ),
        *(r"paraly[sz]ed", r"paralysis", r"amputee", r"hearing[\s-]impaired", r"macular\s+\w+"),
        *(r"glaucoma", r"cataracts?", r"hard\s+of\s+hearing", r"visually\s+impaired"),
        *(r"partially\s+sighted", r"deaf(?:ness)?", r"illness(?:es)?"),
        *(r"incontinen(?:t|ce)", r"pregnan(?:t|cy)", r"miscarriage", r"menopaus(?:e|al)"),
        *(r"heart\s+(?:attack|failure|condition|disease)", r"pacemaker", r"angina", r"frail"),
        *(r"brain\s+(?:injury|damage|tumou?r)", r"memory\s+loss", r"bereave(?:d|ment)"),
        _BEING + r"(?:blind|depressed|ill|sick|senile|confused|forgetful|lame|crippled)",
        r"diagnosed\s+with",
        _HAVING + r"(?:stroke|fits|seizures?|aphasia|vertigo|bad\s+heart|bad\s+nerves)",
    )
)

_PRIVATE = re.compile(
    _any_of(
        *(r"muslim", r"islamic", r"jewish", r"jew", r"hindu", r"sikh", r"buddhist", r"catholic"),
        *(r"protestant", r"christian\s+(?:faith|beliefs?)", r"jehovah'?s?\s+witness", r"atheist"),
        *(
            r"religio(?:n|us)",
            r"(?:is|are|he's|she's)\s+gay",
            r"lesbian",
            r"bisexual",
            r"homosexual",
            r"transgender",
        ),
        *(r"transsexual", r"asylum", r"refugee", r"immigrant", r"ethnic(?:ity)?", r"trade\s+union"),
        *(r"votes?\s+(?:labour|tory|conservative|reform|green)", r"criminal\s+record"),
        *(
            r"(?:was|been|were)\s+(?:in|to)\s+prison",
            r"ex-offender",
            r"on\s+benefits",
            r"domestic\s+(?:abuse|violence)",
        ),
    )
)


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
    if hit := _SHORT.search(text):
        return Guarded(code=GUARD_HEALTH, word=hit[0].split()[-1])
    folded = fold(text)
    for code, pattern in ((GUARD_HEALTH, _HEALTH), (GUARD_PRIVATE, _PRIVATE)):
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
