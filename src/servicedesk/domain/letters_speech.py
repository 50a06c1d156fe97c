# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How letters speak: phrases in the voice of the business, and days as letters write them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.letters import Voice
from servicedesk.domain.letters_fields import VOICES
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.letters_reading_on import has_ended, read_on
from servicedesk.domain.phrases import Phrases

SUMMARY_MOST = 300
"""Signs of the customer's words that a letter repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSpeech:
    """How letters speak.

    Args:
        phrases: ``letter.*``.
        voice: who speaks.
    """

    phrases: Phrases
    voice: Voice

    def say(self, key: str, **values: str) -> str:
        """A phrase in the voice of the letter; ``we_begin`` begins a sentence."""
        voice = VOICES[self.voice]
        return self.phrases.say(key, **voice, we_begin=voice["We"], **values)

    def day(self, day: date) -> str:
        """A day as letters write it."""
        return day_words(day, self.phrases)


def flat(text: str) -> str:
    """One line, however it was typed."""
    return " ".join(text.split())


def shortened(text: str) -> str:
    """One line, cut at a word where it is long."""
    if len(text) <= SUMMARY_MOST:
        return text
    return f"{text[:SUMMARY_MOST].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"


def quoted(words: str, speech: LetterSpeech) -> str:
    """Somebody's own words in quotation marks, which they may have already."""
    return speech.say("letter.quote.own_words", words=unquoted(words))


def unquoted(words: str) -> str:
    """Words without the one pair of quotation marks that stands around all of them."""
    is_quoted = words.startswith("“") and words.endswith("”") and words.count("“") == 1
    return words[1:-1] if is_quoted else words


def joined(texts: Iterable[str]) -> str:
    """Texts as one sentence, parted by semicolons; what ends with "!" or "?" stays its own."""
    made = ""
    for one in (flat(text).removesuffix(".") for text in texts):
        if made and one:
            made += " " if has_ended(made) else "; "
            made += read_on(made, one, is_running=True)
        else:
            made = made or one
    return made


def iso(day: date | None) -> str:
    """A day as ISO text; "" for none."""
    return "" if day is None else day.isoformat()


def pounds(pence: int) -> str:
    """A sum with pound sign and pence."""
    return f"£{pence // 100:,}.{pence % 100:02}"
