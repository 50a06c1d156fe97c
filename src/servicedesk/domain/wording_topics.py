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
        limit: the usual limit where it is no number of days: "20 minutes".
    """

    nouns: tuple[str, ...]
    does: str
    start: str
    start_many: str = ""
    days: int = 1
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one text is about.

    Attributes:
        topic: what is known of such promises.
        noun: the text's own word for it, in the singular.
        is_many: whether there are several.
        verb_start: from when its verb counts, which goes before the topic's own start.
        verb_limit: how soon is usual for its verb.
    """

    topic: Topic
    noun: str
    is_many: bool = False
    verb_start: str = ""
    verb_limit: str = ""

    @property
    def does(self) -> str:
        """What we do for it: "send your quote"."""
        return self.topic.does.format(noun=self.noun)

    @property
    def is_unknown(self) -> bool:
        """Whether the text names nothing that we know."""
        return self.topic is _THIS

    @property
    def start(self) -> str:
        """From when it counts, after "of": "getting it"."""
        many = self.topic.start_many if self.is_many else ""
        return self.verb_start or many or self.topic.start

    def started(self, text: str) -> str:
        """The start for a text that may name the thing itself, which is then "it"."""
        is_named = self.topic.start.removeprefix("getting ") in text.lower()
        named = "getting it" if is_named and self.topic.start.startswith("getting your") else ""
        return self.verb_start or named or self.start

    @property
    def start_said(self) -> str:
        """The start for a sentence of ours that has named the thing already: "getting it"."""
        is_named = self.topic.start.removeprefix("getting ") in self.does
        return "getting it" if is_named else self.topic.start

    def usual(self, day_word: str) -> str:
        """The usual limit: "within 3 working days"."""
        days = f"{self.topic.days} {day_word} day{'' if self.topic.days == 1 else 's'}"
        return f"within {self.verb_limit or self.topic.limit or days}"


_GOT, _GOT_MANY = "getting it", "getting them"
_ASKED = "your request"
_FINISHED = "the day we finish"

TOPICS = (
    Topic(
        nouns=("complaint",),
        does="answer your {noun}",
        start=_GOT,
        start_many=_GOT_MANY,
        days=10,
    ),
    Topic(nouns=("quote", "quotation", "estimate"), does="send your {noun}", start=_ASKED, days=3),
    Topic(nouns=("decision",), does="give you our {noun}", start="getting your complaint", days=10),
    Topic(nouns=("refund",), does="send your {noun}", start="agreeing it", days=5),
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
    Topic(
        nouns=("(?:hot )?food", "meal", "breakfast", "coffee", "lunch", "(?:hot )?drink"),
        does="bring your {noun}",
        start="your order",
        limit="20 minutes",
    ),
    Topic(nouns=("orders?", "dispatch"), does="send your order", start="payment", days=2),
    Topic(
        nouns=("boiler", "leak", "tap", "toilet"), does="fix your {noun}", start="your call", days=2
    ),
    Topic(nouns=("room",), does="put your {noun} right", start="your telling us", limit="1 hour"),
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
    Topic(nouns=("check-?in",), does="check you in", start="your arrival", limit="10 minutes"),
    Topic(nouns=("patch test",), does="do your {noun}", start=_ASKED),
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
        nouns=("phone", "calls?"),
        does="return your call",
        start=_GOT,
        start_many=_GOT_MANY,
    ),
    Topic(
        nouns=(
            *("haircut", "colour", "treatment", "clean", "garden", "lawn", "plant", "job"),
            *("work", "dog", "cat", "pet", "fault", "problem"),
        ),
        does="see to your {noun}",
        start=_ASKED,
    ),
)
_MONEY_BACK = Topic(nouns=("money back",), does="send your {noun}", start="agreeing it", days=5)
_NO_TOPIC = Topic(nouns=(), does="answer your message", start="getting your message")
_COME = Topic(nouns=(), does="be with you", start="your call", limit="2 hours")
_THIS = Topic(nouns=(), does="do this", start="hearing from you")

_BY_VERB = (
    (phrase("answer (?:the |your |every |all )?(?:calls?|phones?)"), "", "5 rings"),
    (phrase("serve (?:you|everyone|every customer)"), "your arrival", "5 minutes"),
    (
        phrase("replace", "resend", "put right", "redo", "make good", "correct"),
        "your telling us",
        "",
    ),
    (
        phrase(
            "(?:seat|see|greet) (?:[a-z0-9%]{1,8} ){0,4}"
            "(?:you|everyone|(?:customer|guest|client)s?)"
        ),
        "your arrival",
        "10 minutes",
    ),
    (phrase("(?:call|ring|phone|telephone)(?: you)? back"), "your call", ""),
    (phrase("(?:call|ring|phone|text|contact) you", "let you know"), "hearing from you", ""),
    (phrase("rebook", "rearrange", "re arrange"), "the day we missed", ""),
    (
        phrase("(?:take|bring|send) (?:[a-z]{2,12} ){0,3}back", "accept(?:ed)?", "exchanged?"),
        "the day you buy",
        "28 calendar days",
    ),
    (phrase("please (?:tell|let|ring|write to) (?:us|me)"), "noticing it", ""),
    (phrase("you (?:can|may|must) return"), "the day you get them", "28 calendar days"),
)
"""Verbs that say from when one counts, and perhaps how soon is usual, whatever they are done to."""

_COMING = phrase("(?:be|come|get) (?:there|with you|to you|round|out)", "arrive", "attend")

_ANSWERING = phrase("repl(?:y|ies)", "answers?", "responds?", "get back", "messages?", "contact")
_LASTING_UNITS = ("month", "year")


def _pattern(topic: Topic) -> re.Pattern[str]:
    return phrase(*(f"{noun.removesuffix('y')}(?:y|ies|s)?(?!-)" for noun in topic.nouns))


_PATTERNS = tuple((topic, _pattern(topic)) for topic in (*TOPICS, _MONEY_BACK))


def subject_of(text: str) -> Subject:
    """What a text is about; "this" where it names nothing that we know."""
    start, limit = next(
        ((start, limit) for verb, start, limit in _BY_VERB if verb.search(text)), ("", "")
    )
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
            return Subject(
                topic=topic, noun=noun, is_many=is_many, verb_start=start, verb_limit=limit
            )
    topic = _NO_TOPIC if _ANSWERING.search(text) else _COME if _COMING.search(text) else _THIS
    return Subject(topic=topic, noun="", verb_start=start, verb_limit=limit)


def start_for(subject: Subject, unit: str, text: str) -> str:
    """From when a limit in this unit counts: months and years run from the end of the work."""
    is_lasting = unit in _LASTING_UNITS and not subject.verb_start
    return _FINISHED if is_lasting else subject.started(text)


PUT_RIGHT = Subject(
    topic=Topic(nouns=(), does="put right what is faulty", start="your telling us"), noun=""
)
"""The subject of a text that would have cut rights and names nothing."""
