# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Checks of oneself: banks of questions, the answers given, and which questions are asked.

A bank is data: the self-check of 68 questions on themes of the customer-service code of practice
(BS 8477), two short checks (complaints, extra help) and the ten lines on looking after
information. The questions are ours. What answers come to is worked out in ``checks_scores``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Bank(StrEnum):
    """Which questions are asked."""

    SELF_CHECK = "self_check"
    COMPLAINTS = "complaints"
    EXTRA_HELP = "extra_help"
    SECURITY = "security"


class Answer(StrEnum):
    """What can be answered."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckQuestion:
    """One question.

    Args:
        id: for life, in every version of its bank, such as "6.3.2a".
        clause: of the code of practice whose theme it is about, such as "6.3.2"; empty where the
            bank has no clauses.
        principle: code of the principle it stands for, such as "P2"; may be empty.
        text: as asked.
        tip: one sentence of help.
        action: what to do if the answer is not yes.
        is_key: it counts twice, and is asked in the simple mode.
        is_for_staff: it is not asked of a business of one.
        law: id of the legal fact that the tip rests on; empty where it states no law.
        proof: code of what in the records may prove a yes; empty where nothing does.
    """

    id: str
    clause: str = ""
    principle: str = ""
    text: str
    tip: str
    action: str
    is_key: bool = False
    is_for_staff: bool = False
    law: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTopic:
    """One page of questions.

    Args:
        id: for life.
        title: short.
        intro: a sentence under it; may be empty.
        questions: in the order asked.
    """

    id: str
    title: str
    intro: str = ""
    questions: tuple[CheckQuestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBank:
    """All questions of one check.

    Args:
        bank: which.
        version: whole number, one more whenever a question comes, goes or changes its meaning.
        title: as shown.
        intro: what it is and how long it takes.
        topics: in the order asked.
    """

    bank: Bank
    version: int
    title: str
    intro: str
    topics: tuple[CheckTopic, ...]

    @property
    def questions(self) -> Iterator[CheckQuestion]:
        """Every question, in the order asked."""
        for topic in self.topics:
            yield from topic.questions


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """What was answered to one question.

    Args:
        answer: or None while there is only a note.
        note: what shows it; may be empty.
        departure: "we do it differently because ..."; may be empty.
        is_from_records: the answer was filled in from what the records prove, and left so.
    """

    answer: Answer | None = None
    note: str = ""
    departure: str = ""
    is_from_records: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCard:
    """A check as kept: a snapshot once it is finished.

    Args:
        id: of the row.
        bank: which questions.
        bank_version: the version of the bank that was asked.
        is_short: only the key questions were asked.
        has_staff: the questions on staff were asked.
        started_on: the day it was begun.
        finished_on: the day it was finished, or None while it is open.
        who: answers; may be empty.
        asked: ids of the questions that are asked, in order, as they stood when it was begun.
        answers: by question id.
    """

    id: int
    bank: Bank
    bank_version: int
    is_short: bool
    has_staff: bool
    started_on: date
    finished_on: date | None = None
    who: str = ""
    asked: tuple[str, ...] = ()
    answers: Mapping[str, GivenAnswer] = field(default_factory=lambda: MappingProxyType({}))


def asked_questions(bank: CheckBank, *, is_short: bool, has_staff: bool) -> Iterator[CheckQuestion]:
    """The questions of a bank that are asked, in order.

    Args:
        bank: all of them.
        is_short: only the key questions.
        has_staff: questions on staff are asked too.
    """
    for question in bank.questions:
        if (question.is_key or not is_short) and (has_staff or not question.is_for_staff):
            yield question
