# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of questions shows: topics, the open one with its answers, what is left out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from servicedesk.domain.checks import (
    CheckBank,
    CheckCard,
    CheckQuestion,
    CheckTopic,
    GivenAnswer,
)

FINISH = "finish"
"""Stands for the page after the last topic."""

NOTE, DEPARTURE = "note", "departure"
"""What may be typed beside an answer: what shows it, and why it is done differently."""

UNANSWERED = GivenAnswer()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question on the open page.

    Args:
        question: as the bank has it.
        number: of the question in this check, from 1.
        given: the answer as kept.
        record: what the records prove of it, in figures; "" for nothing.
        tip: a sentence of help; "" where it states law that does not hold where the business is.
        law: when the law in the tip was looked up; "" where the tip states none.
        typed: what stands in a field and is not said yet, by NOTE and DEPARTURE.
        errors: sentences beside those fields.
    """

    question: CheckQuestion
    number: int
    given: GivenAnswer = UNANSWERED
    record: str = ""
    tip: str = ""
    law: str = ""
    typed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    errors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One line of the list of topics.

    Args:
        id: of the topic.
        title: short.
        asked: questions of this check in it.
        answered: how many of them have an answer.
    """

    id: str
    title: str
    asked: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingState:
    """All that the page of questions shows.

    Args:
        card: of the check; None while there is none.
        title: of the check.
        topics: in the order walked; those without a question of this check are left out.
        at: id of the open topic, or FINISH.
        page_title, intro: of the open topic.
        rows: the questions of the open topic.
        missing: what has no answer yet: topic and question, in order.
        focus: id of the question that gets the keyboard; "" for the first.
        visit: counts up whenever another page is opened.
    """

    card: CheckCard | None = None
    title: str = ""
    topics: tuple[Topic, ...] = ()
    at: str = ""
    page_title: str = ""
    intro: str = ""
    rows: tuple[Asked, ...] = ()
    missing: tuple[tuple[Topic, CheckQuestion], ...] = ()
    focus: str = ""
    visit: int = 0

    @property
    def asked(self) -> int:
        """How many questions there are."""
        return sum(topic.asked for topic in self.topics)

    @property
    def answered(self) -> int:
        """How many have an answer, "does not apply" among them."""
        return sum(topic.answered for topic in self.topics)

    @property
    def from_records(self) -> int:
        """How many of them were filled in from the records, and left so."""
        answers = self.card.answers.values() if self.card is not None else ()
        return sum(given.is_from_records and given.answer is not None for given in answers)


def asked_in(topic: CheckTopic, card: CheckCard) -> tuple[CheckQuestion, ...]:
    """The questions of a topic that a check asks."""
    return tuple(one for one in topic.questions if one.id in card.asked)


def has_answer(card: CheckCard, question: CheckQuestion) -> bool:
    """Whether a question has an answer."""
    given = card.answers.get(question.id)
    return given is not None and given.answer is not None


def topics_of(bank: CheckBank, card: CheckCard) -> tuple[Topic, ...]:
    """The topics that a check walks through, with how far each has come."""
    return tuple(
        Topic(
            id=topic.id,
            title=topic.title,
            asked=len(questions),
            answered=sum(1 for one in questions if has_answer(card, one)),
        )
        for topic in bank.topics
        if (questions := asked_in(topic, card))
    )


def missing_of(
    bank: CheckBank, card: CheckCard, topics: Iterable[Topic]
) -> Iterator[tuple[Topic, CheckQuestion]]:
    """What has no answer yet, in the order asked."""
    known = {topic.id: topic for topic in topics}
    for topic in bank.topics:
        for question in asked_in(topic, card):
            if not has_answer(card, question):
                yield known[topic.id], question


def stopped_at(topics: tuple[Topic, ...]) -> str:
    """Where one goes on: the first topic with something left, FINISH where nothing is."""
    return next((topic.id for topic in topics if topic.answered < topic.asked), FINISH)
