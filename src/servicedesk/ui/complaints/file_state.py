# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the full file of a complaint shows: cards of facts, lines and things to do, as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_learning import Alike
from servicedesk.domain.guides import AnswerValue, Question
from servicedesk.domain.own_fields import OwnFieldCard
from servicedesk.ui.complaints.file_typed import Typed
from servicedesk.ui.core.workbench import Step


class Deed(StrEnum):
    """What a button of the file does."""

    CHANGE_FORM = "change_form"
    WEIGH = "weigh"
    ADD_POINT = "add_point"
    CHANGE_POINT = "change_point"
    REMOVE_POINT = "remove_point"
    ADD_ENTRY = "add_entry"
    CHANGE_ENTRY = "change_entry"
    REMOVE_ENTRY = "remove_entry"
    ADD_REMEDY = "add_remedy"
    CHANGE_REMEDY = "change_remedy"
    REMEDY_DONE = "remedy_done"
    REMOVE_REMEDY = "remove_remedy"
    SEE_PROMISE = "see_promise"
    TELL_INSURER = "tell_insurer"
    CHECK_STOCK = "check_stock"
    LEARN = "learn"
    ADD_ACTION = "add_action"
    CHANGE_ACTION = "change_action"
    CHECK_ACTION = "check_action"
    REMOVE_ACTION = "remove_action"
    CHANGE_REFERRAL = "change_referral"
    OUTSIDE_RESULT = "outside_result"
    ADD_BEHAVIOUR = "add_behaviour"
    CHANGE_BEHAVIOUR = "change_behaviour"
    COSTS = "costs"
    FOLLOW_UP = "follow_up"
    STAND_IN = "stand_in"
    HOLD = "hold"
    LINK = "link"
    SEE_LINKED = "see_linked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One thing to do.

    Args:
        deed: what it does.
        words: on the button.
        about: what tells it by ear from others with the same words; "" for nothing.
        item: number of the record it is done with, or None.
    """

    deed: Deed
    words: str
    about: str = ""
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One record in a card.

    Args:
        title: what it is.
        detail: what else is known, in short; may be empty.
        words: what was written at length; may be empty.
        chip: one word of news; "" for none.
        tone: of that.
        ways: what can be done with it.
    """

    title: str
    detail: str = ""
    words: str = ""
    chip: str = ""
    tone: str = "quiet"
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """One card.

    Args:
        id: of the card.
        title: over it.
        note: one quiet sentence; may be empty.
        notices: tone and sentence of what should be seen first.
        facts: label and words.
        lines: records.
        ways: what can be done.
    """

    id: str
    title: str
    note: str = ""
    notices: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[Line, ...] = ()
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """All that the cards are told from.

    Args:
        file: the complaint with all that hangs on it.
        own: the business's own fields of complaints.
        alike: what several complaints share.
        linked: the complaint beside it, or None.
        has_data_track: complaints about information have rules of their own here.
        days_taken: working days until the answer, or so far.
    """

    file: ComplaintFile
    own: tuple[OwnFieldCard, ...] = ()
    alike: tuple[Alike, ...] = ()
    linked: ComplaintCard | None = None
    has_data_track: bool = False
    days_taken: int = 0

    @property
    def card(self) -> ComplaintCard:
        """The complaint."""
        return self.file.card


Take = Callable[[], Step]
"""Takes a step with what was read from a dialog."""

Questions = tuple[Question | tuple[Question, Question], ...]
"""What a dialog asks; a pair stands side by side where there is room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A dialog.

    Args:
        title: over it.
        questions: in the order asked.
        begin: what stands in it, by question id.
        step: reads what was typed, and gives the step that keeps it.
        said: once it is kept.
        note: a quiet sentence under the title; may be empty.
        foretell: what is said beside Save, from what stands in the fields; None for nothing.
        kept_as: form and subject under which the half-typed dialog is kept.
        is_new: there is no such record yet.
    """

    title: str
    questions: Questions
    begin: Mapping[str, AnswerValue | None]
    step: Callable[[Typed], Take]
    said: str
    note: str = ""
    foretell: Callable[[Mapping[str, object]], str] | None = None
    kept_as: tuple[str, str]
    is_new: bool = False
