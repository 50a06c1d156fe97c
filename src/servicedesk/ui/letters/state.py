# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the letters page shows while a letter is chosen and written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from servicedesk.domain.fairness import OfferCard
from servicedesk.domain.letters import LetterDraft, LetterTemplate, Voice
from servicedesk.domain.promises import PromiseCard

if TYPE_CHECKING:
    from servicedesk.domain.letters_fields import LetterField
    from servicedesk.services.letters_writing import LetterCheck
    from servicedesk.ui.letters.drawing import Drawn
    from servicedesk.ui.letters.holding import Held


FOLLOW_UPS = "follow_ups"
"""Names, in places, all complaints whose customers can be asked how it went."""


ANSWER = "answer"
"""Ends, in places, what names a complaint whose answer is to be written."""

RIGHTS = "rights"
"""Ends, in places, what names a complaint whose customer is told what they can ask for by law."""


OFFER = "offer"
"""Before the number of the offer or plan whose notice is written; ends places of several too."""

_SEVERAL = "customers"
"""Before the numbers of several customers, as in "customers:1,2"."""

REQUEST = "request"
"""Before the number of a request about somebody's information."""

_NAMED = ("promise", "complaint", "feedback", "customer", "closure", OFFER, REQUEST)
"""Before the number of what a letter is about."""


class Step(StrEnum):
    """How far the letter is."""

    CHOOSE = "choose"
    WRITE = "write"


class Then(StrEnum):
    """What is wanted once a letter is issued."""

    PRINT = "print"
    SAVE = "save"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a letter is begun from, as places name it: "promise:12", "feedback:3", "closure:1".

    "complaint:3:rights" puts in what the customer can ask for by law, "complaint:3:answer" begins
    the letter that gives the answer. "customers:1,2:offer:3" is a notice about an offer to several.
    """

    promise_id: int | None = None
    complaint_id: int | None = None
    feedback_id: int | None = None
    customer_id: int | None = None
    closure_id: int | None = None
    offer_id: int | None = None
    request_id: int | None = None
    customer_ids: tuple[int, ...] = ()
    are_follow_ups: bool = False
    tells_rights: bool = False
    gives_answer: bool = False

    @classmethod
    def read(cls, item: str) -> "About":
        """What a place names; nothing for anything else."""
        if item == FOLLOW_UPS:
            return cls(are_follow_ups=True)
        kind, _, rest = item.partition(":")
        number, _, more = rest.partition(":")
        if kind == _SEVERAL:
            numbers = tuple(dict.fromkeys(number.split(",")))
            if all(one.isdecimal() for one in numbers):
                offer = cls.read(more).offer_id
                return cls(customer_ids=tuple(map(int, numbers)), offer_id=offer)
        if kind not in _NAMED or not number.isdecimal():
            return cls()
        known: dict[str, int] = {kind: int(number)}
        return cls(
            promise_id=known.get("promise"),
            complaint_id=known.get("complaint"),
            feedback_id=known.get("feedback"),
            customer_id=known.get("customer"),
            closure_id=known.get("closure"),
            offer_id=known.get(OFFER),
            request_id=known.get(REQUEST),
            tells_rights=kind == "complaint" and more == RIGHTS,
            gives_answer=kind == "complaint" and more == ANSWER,
        )

    @property
    def is_on_record(self) -> bool:
        """What the letter is about stands on record already."""
        return any((self.promise_id, self.complaint_id, self.feedback_id, self.request_id))

    def to(self, customer_id: int | None) -> "About":
        """The same complaint, feedback or offer; nothing else holds for another customer."""
        return About(
            customer_id=customer_id,
            complaint_id=self.complaint_id,
            feedback_id=self.feedback_id,
            offer_id=self.offer_id,
            request_id=self.request_id,
        )

    @property
    def subject(self) -> str:
        """What a letter that is kept half written is about, whatever was put into it."""
        return replace(self, tells_rights=False, gives_answer=False).item

    @property
    def item(self) -> str:
        """As a place names it."""
        if self.customer_ids:
            whom = f"{_SEVERAL}:{','.join(map(str, self.customer_ids))}"
            return whom if self.offer_id is None else f"{whom}:{OFFER}:{self.offer_id}"
        for kind, number in (
            ("promise", self.promise_id),
            ("complaint", self.complaint_id),
            ("feedback", self.feedback_id),
            ("closure", self.closure_id),
            (OFFER, self.offer_id),
            (REQUEST, self.request_id),
            ("customer", self.customer_id),
        ):
            if number is not None:
                more = f":{RIGHTS}" if self.tells_rights else ""
                more = f":{ANSWER}" if self.gives_answer else more
                return f"{kind}:{number}{more}"
        return FOLLOW_UPS if self.are_follow_ups else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterState:
    """What the page shows now.

    Args:
        step: how far the letter is.
        about: what it was begun from.
        choices: letters to choose from.
        suggested: ids of those of them that a complaint asks for now.
        about_words: the complaint or the feedback in a few words; "" for none.
        template: the one that is written.
        fields: that are typed, in order.
        form: another number whenever the fields show something they were not told by typing, and
            never that of another letter.
        draft: as it stands; the first of several that are written at once.
        letters: how many letters are written at once.
        check: of the draft; None until it is there.
        errors: what is wrong with a field, by its name.
        fault: what is wrong with the whole; "".
        held: why it has not gone out when that was asked for last; None once it is written on.
        voice: who speaks.
        promises: open promises to the customer that it may be about; none once it is about one.
        offers: offers and plans that a notice may be about; none once it is about one.
        cancel_right: what the law says of cancelling; "" where it says nothing here.
        remember: what is to be remembered about the customer, for our eyes only; "".
        unaddressed: names of those to whom one of several letters goes by post, without an
            address.
        kept_at: when the words were typed that a crash or another page had interrupted, or None.
        follow_ups: how many customers can be asked now whether it is still all right.
        sending: how many letters are done of how many, while many are under way; else None.
        drawn: the page beside the fields; None until it is there.
        page: which is wanted, from 0.
        letter: of which of several letters, from 0.
    """

    step: Step = Step.CHOOSE
    about: About = About()
    choices: tuple[LetterTemplate, ...] = ()
    suggested: frozenset[str] = frozenset()
    about_words: str = ""
    template: LetterTemplate | None = None
    fields: "tuple[LetterField, ...]" = ()
    form: int = 0
    draft: LetterDraft | None = None
    letters: int = 1
    check: "LetterCheck | None" = None
    errors: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""
    held: "Held | None" = None
    voice: Voice = Voice.WE
    promises: tuple[PromiseCard, ...] = ()
    offers: tuple[OfferCard, ...] = ()
    cancel_right: str = ""
    remember: str = ""
    unaddressed: tuple[str, ...] = ()
    kept_at: datetime | None = None
    follow_ups: int = 0
    sending: tuple[int, int] | None = None
    drawn: "Drawn | None" = None
    page: int = 0
    letter: int = 0
