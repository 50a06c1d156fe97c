# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Requests about somebody's information: what they ask, how it goes on, what came of it.

A request holds in any form, even spoken (UK General Data Protection Regulation, articles 12 to
21). Nobody has to name a law, and nobody has to write.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.customers import Channel

TEXT_MOST = 2000
"""Characters of what they asked, and of a reason."""

LINE_MOST = 120
"""Characters of a name, and of a way to reach them."""


class RequestKind(StrEnum):
    """What they ask of their information."""

    SEE = "see"
    CORRECT = "correct"
    ERASE = "erase"
    RESTRICT = "restrict"
    OBJECT = "object"
    TAKE = "take"


class RequestOutcome(StrEnum):
    """What came of a request."""

    DONE = "done"
    PARTLY = "partly"
    NOTHING_HELD = "nothing_held"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"


class PauseWhy(StrEnum):
    """For what we wait before the clock goes on."""

    IDENTITY = "identity"
    CLARITY = "clarity"


class RequestStep(StrEnum):
    """What happened to a request, a line of its log each."""

    NOTED = "noted"
    IDENTITY_ASKED = "identity_asked"
    IDENTITY_SEEN = "identity_seen"
    CLARITY_ASKED = "clarity_asked"
    CLARITY_GIVEN = "clarity_given"
    EXTENDED = "extended"
    PACK = "pack"
    LETTER = "letter"
    ANSWERED = "answered"
    REFUSED = "refused"
    REOPENED = "reopened"


class RequestStage(StrEnum):
    """How far a request is."""

    OPEN = "open"
    WAITING = "waiting"
    ENDED = "ended"


class RequestNext(StrEnum):
    """The one thing to do next."""

    SEE_IDENTITY = "see_identity"
    GET_CLARITY = "get_clarity"
    MAKE_PACK = "make_pack"
    FORGET = "forget"
    WRITE_REPLY = "write_reply"
    NOTE_ANSWER = "note_answer"


class RequestChip(StrEnum):
    """Which requests a list shows."""

    OPEN = "open"
    LATE = "late"
    ENDED = "ended"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """A request as typed.

    Args:
        kind: what they ask.
        received_on: the day on which it came, which the clock counts from.
        channel: how it came; None where nobody noted it.
        customer_id: whose information, where they are on record.
        called: their name as they gave it, for somebody who is not; may be empty.
        reach: how to reach them; may be empty.
        text: what they said, in their words; may be empty.
        own_due: the day by which we want to have answered, where no law of ours names one.
    """

    kind: RequestKind
    received_on: date
    channel: Channel | None = None
    customer_id: int | None = None
    called: str = ""
    reach: str = ""
    text: str = ""
    own_due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPause:
    """A time in which we wait for them.

    Args:
        why: for what.
        from_on: the day we asked.
        until: the day they answered; None while they have not.
        asked: what we asked for.
    """

    why: PauseWhy
    from_on: date
    until: date | None = None
    asked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """One line of the log.

    Args:
        on: the day.
        step: what happened.
        note: more of it; may be empty.
        who: of us; may be empty.
        letter_id: the letter that went out with it, or None.
        letter_ref: its reference, or "".
    """

    on: date
    step: RequestStep
    note: str = ""
    who: str = ""
    letter_id: int | None = None
    letter_ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What was decided about a record of a pack: it is kept back, or handed over whole.

    Args:
        line: names the record, such as "contacts:12".
        reason: why it is kept back, as the reply says it; "" where it is handed over.
        is_whole: it is about somebody else, and is handed over whole all the same.
    """

    line: str
    reason: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCard:
    """A request as kept.

    Args:
        id: of the row.
        ref: such as "R-2026-0003".
        draft: what was typed.
        customer_name: of whom is on record, or "".
        pauses: in order.
        seen_on: the day on which we knew who they are; None while nobody noted it.
        seen_how: what we went by; may be empty.
        extended_on: the day we told them that it takes longer, or None.
        extended_why: the reason we gave.
        due_on: by when it is to be answered; None while the clock stands still, and where no
            day is set.
        ended_on: the day on which it was answered, or None.
        outcome: what came of it; None while it is open.
        kept_back: what was not given and why, or why it was refused; may be empty.
        lines: the log, oldest first.
        left_out: records that the pack leaves out, or hands over whole on purpose.
        is_forgotten: whoever is on record was forgotten; a row without a name is left.
    """

    id: int
    ref: str
    draft: RequestDraft
    customer_name: str = ""
    pauses: tuple[RequestPause, ...] = ()
    seen_on: date | None = None
    seen_how: str = ""
    extended_on: date | None = None
    extended_why: str = ""
    due_on: date | None = None
    ended_on: date | None = None
    outcome: RequestOutcome | None = None
    kept_back: str = ""
    lines: tuple[RequestLine, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    is_forgotten: bool = False

    @property
    def name(self) -> str:
        """Whose information it is about, as far as that is known."""
        return self.customer_name or self.draft.called

    @property
    def open_pause(self) -> RequestPause | None:
        """What we wait for now, or None."""
        return next((one for one in self.pauses if one.until is None), None)

    @property
    def stage(self) -> RequestStage:
        """How far it is."""
        if self.ended_on is not None:
            return RequestStage.ENDED
        return RequestStage.OPEN if self.open_pause is None else RequestStage.WAITING
