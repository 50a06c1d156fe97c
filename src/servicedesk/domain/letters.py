# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters: what a template is, what was typed for one letter, what is kept of an issued one.

A template is words with {fields} out of a closed catalogue. Nothing can be computed in it: a
paragraph appears when the values it names are there, and that is all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.customers import Channel


class LetterStage(StrEnum):
    """At which point of a promise, a complaint, feedback or the year a letter is written."""

    PROMISE = "promise"
    DELAY = "delay"
    DONE = "done"
    VISIT = "visit"
    CLOSURE = "closure"
    PRICE_CHANGE = "price_change"
    RECEIVED = "received"
    PROGRESS = "progress"
    QUESTION = "question"
    ANSWER = "answer"
    APOLOGY = "apology"
    FINAL = "final"
    SECOND_LOOK = "second_look"
    REFUND = "refund"
    REMEDY = "remedy"
    GOODWILL = "goodwill"
    FOLLOW_UP = "follow_up"
    DATA_RECEIVED = "data_received"
    DATA_ANSWER = "data_answer"
    CLAIM = "claim"
    CANCELLATION = "cancellation"
    BEHAVIOUR = "behaviour"
    COMPLIMENT = "compliment"
    SUGGESTION = "suggestion"
    ACCESS_REPLY = "access_reply"
    REQUEST_QUESTION = "request_question"
    REQUEST_LONGER = "request_longer"
    REQUEST_REFUSAL = "request_refusal"


class FieldKind(StrEnum):
    """How a value is typed and printed."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    DAY = "day"
    MONEY = "money"
    CHOICE = "choice"


class Voice(StrEnum):
    """Who speaks in letters: one person, or a business."""

    ONE = "i"
    WE = "we"


class PartKind(StrEnum):
    """What a piece of a letter is."""

    SUBJECT = "subject"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    BLANK = "blank"
    STEPS = "steps"
    TICK = "tick"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One paragraph, heading or item of a list, with its {fields}.

    Args:
        kind: what it is.
        text: plain text; a newline is a line break.
        only_if: a field without whose value it does not appear, beside those in the text; one
            after "!" with whose value it does not; or "".
    """

    kind: PartKind
    text: str
    only_if: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTemplate:
    """A letter to be filled.

    Args:
        id: such as "L13"; for life.
        title: as it is chosen.
        stage: when it is written; decides which fields it may name.
        when_to_use: one sentence for whoever chooses.
        needs: fields without a value of which it cannot be issued, in the order of asking.
        must_name: fields that have to stand in it besides, whether they have a value or not.
        version: grows with every change of our words.
        locale: such as "en-GB".
        body: the words as they can be edited, in Markdown.
        parts: the words taken apart.
        based_on: of the owner's own words, the version of ours that they began from; None for
            ours.
    """

    id: str
    title: str
    stage: LetterStage
    when_to_use: str
    needs: tuple[str, ...]
    version: int
    locale: str
    body: str
    parts: tuple[Part, ...]
    based_on: int | None = None
    must_name: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """The owner has changed the words."""
        return self.based_on is not None

    @property
    def is_behind(self) -> bool:
        """Our words have changed since the owner's own began from them."""
        return self.based_on is not None and self.based_on < self.version


VALUES = Mapping[str, str]
"""What stands in for the fields, by name; days as ISO text, everything else as typed."""

NO_VALUES: VALUES = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDraft:
    """One letter that is being written.

    Args:
        template: its id.
        customer_id: to whom; None for somebody who is not on record.
        promise_id: the promise it is about, or None.
        complaint_id: the complaint it is about, or None.
        feedback_id: the feedback it is about, or None.
        request_id: the request about somebody's information that it goes out with, or None.
        values: of the fields.
        subject: other words over the letter; "" for those of the template.
        words: the letter as changed by hand, which no field changes any more; "" for the
            template's.
        is_large: in large print.
        channel: how it goes out; written into the contact log.
        adds_customer: whoever it goes to and is not on record becomes a customer with it.
        keeps_promise: what it speaks of and is not on record is written down with it.
        is_agreed: the customer has agreed to the new day that it gives.
        tells_rights: the owner has put in what the customer can ask for by law.
    """

    template: str
    customer_id: int | None = None
    promise_id: int | None = None
    complaint_id: int | None = None
    feedback_id: int | None = None
    request_id: int | None = None
    values: VALUES = field(default_factory=lambda: NO_VALUES)
    subject: str = ""
    words: str = ""
    is_large: bool = False
    channel: Channel = Channel.POST
    adds_customer: bool = False
    keeps_promise: bool = True
    is_agreed: bool = False
    tells_rights: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCard:
    """A letter that was issued.

    Args:
        id: of the row.
        ref: such as "L-2026-0003".
        template, template_version: what it was made from.
        title: of the letter, as in lists.
        customer_id, promise_id: whom and what it is about, or None.
        customer_name: as shown, or "".
        issued_on: the day it went out.
        written_at: when it was issued, in UTC.
        values: of the fields, as printed.
        body: the words of the letter.
        is_large_print: it was printed large.
        signatory: who signed it.
        attachment_id: of its exact PDF.
        withdrawn_on: the day it was said not to have gone out after all, or None.
        complaint_id: the complaint it is about, or None.
        feedback_id: the feedback it is about, or None.
    """

    id: int
    ref: str
    template: str
    template_version: int
    title: str
    customer_id: int | None
    promise_id: int | None
    customer_name: str = ""
    issued_on: date
    written_at: datetime
    values: VALUES
    body: str
    is_large_print: bool
    signatory: str
    attachment_id: int
    withdrawn_on: date | None = None
    complaint_id: int | None = None
    feedback_id: int | None = None
