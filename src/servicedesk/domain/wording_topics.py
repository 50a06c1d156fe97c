# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What promises are about: what we do for it, from when it counts, how soon is usual.

A rewrite that has to make up a figure takes the usual one of the trades' presets; the owner
decides what it shall be.
"""

import re
from dataclasses import dataclass

from servicedesk.domain.wording_text import phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One subject of promises.

    Attributes:
        nouns: the words for it, in the singular, as patterns.
        does: what we do, with {noun}.
        start: from when one counts.
        start_many: from when several count.
        days: how many days are usual.
    """

    nouns: tuple[str, ...]
    does: str
    start: str
    start_many: str = ""
    days: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one text is about: its topic, its own word for it, and whether there are several."""

    topic: Topic
    noun: str
    is_many: bool = False

    @property
    def does(self) -> str:
        """What we do for it: "send your quote"."""
        return self.topic.does.format(noun=self.noun)

    @property
    def start(self) -> str:
        """From when it counts, after "of": "getting it"."""
        return self.topic.start_many if self.is_many and self.topic.start_many else self.topic.start

    def limit(self, day_word: str) -> str:
        """The usual limit with its start: "within 3 working days of your request"."""
        days = f"{self.topic.days} {day_word} day{'' if self.topic.days == 1 else 's'}"
        return f"within {days} of {self.start}"


_GOT, _GOT_MANY = "getting it", "getting them"
_ASKED = "your request"

TOPICS = (
    Topic(
        nouns=("complaint",),
        does="answer your {noun}",
        start=_GOT,
        start_many=_GOT_MANY,
        days=10,
    ),
    Topic(nouns=("quote", "quotation", "estimate"), does="send your {noun}", start=_ASKED, days=3),
    Topic(nouns=("refund", "money back"), does="send your {noun}", start="agreeing it", days=5),
    Topic(
        nouns=("e-?mail", "message", "voicemail", "letter", "enquiry", "query", "question"),
        does="answer your {noun}",
        start=_GOT,
        start_many=_GOT_MANY,
    ),
    Topic(nouns=("texts", "your text"), does="answer your text", start=_GOT, start_many=_GOT_MANY),
    Topic(
        nouns=("delivery", "deliver", "delivered"),
        does="deliver your order",
        start="getting your order",
        days=3,
    ),
    Topic(nouns=("parcel", "package"), does="send your {noun}", start="your order", days=2),
    Topic(nouns=("orders?",), does="send your order", start="payment", days=2),
    Topic(
        nouns=("boiler", "leak", "tap", "toilet"), does="fix your {noun}", start="your call", days=2
    ),
    Topic(nouns=("room",), does="put your {noun} right", start="your telling us"),
    Topic(
        nouns=("repair", "kettle", "phone repair", "laptop", "bike", "shoe", "watch", "zip"),
        does="finish your {noun}",
        start=_GOT,
        start_many=_GOT_MANY,
        days=10,
    ),
    Topic(
        nouns=("MOT", "service on your car", "car"),
        does="finish your {noun}",
        start="getting your car",
    ),
    Topic(nouns=("check-?in",), does="do your {noun}", start="your arrival"),
    Topic(
        nouns=("food", "meal", "breakfast", "coffee", "lunch", "drink"),
        does="bring your {noun}",
        start="your order",
    ),
    Topic(
        nouns=("invoice", "receipt", "account", "tax return", "report", "certificate", "part"),
        does="send your {noun}",
        start=_ASKED,
        days=3,
    ),
    Topic(nouns=("price",), does="tell you the {noun}", start=_ASKED),
    Topic(
        nouns=("appointment", "booking", "table", "visit", "collection", "slot"),
        does="confirm your {noun}",
        start=_ASKED,
    ),
    Topic(
        nouns=(
            "haircut",
            "colour",
            "treatment",
            "clean",
            "garden",
            "job",
            "work",
            "dog",
            "cat",
            "pet",
        ),
        does="ring you about your {noun}",
        start="your call",
    ),
    Topic(
        nouns=("phone", "calls?"), does="return your call", start="getting it", start_many=_GOT_MANY
    ),
    Topic(nouns=("service",), does="ask you about the {noun}", start="finishing the job"),
)
_NO_TOPIC = Topic(nouns=(), does="answer your message", start="getting your message")


def _pattern(topic: Topic) -> re.Pattern[str]:
    return phrase(*(f"{noun.removesuffix('y')}(?:y|ies|s)?" for noun in topic.nouns))


_PATTERNS = tuple((topic, _pattern(topic)) for topic in TOPICS)


def subject_of(text: str) -> Subject:
    """What a text is about; a message where it names nothing that we know."""
    for topic, pattern in _PATTERNS:
        hit = pattern.search(text)
        if hit is not None:
            typed = hit.group()
            noun = typed if typed.isupper() else typed.lower()
            is_many = noun.endswith("s") and not noun.endswith("ss")
            if noun.endswith("ies"):
                noun = f"{noun[:-3]}y"
            elif is_many:
                noun = noun[:-1]
            return Subject(topic=topic, noun=noun, is_many=is_many)
    return Subject(topic=_NO_TOPIC, noun="message")
