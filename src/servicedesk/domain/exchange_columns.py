# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The columns of the four lists that everything is taken out in, and brought in again by.

The headings are the same in every language, for they are what another program, or this one on
another computer, knows the list by. A day is ISO text ("2026-11-23"), a moment is ISO text with
its offset ("2026-11-23T09:15:00+00:00"), money is pounds with two places ("12.50"), yes and no
are "yes" and "no", a code is its name with spaces ("ring back"), and where several things stand
in one cell each has its own line. An empty cell is nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import Handled

OWN_BEGINS = "Own field: "
"""Before the name of one of the business's own fields, so that none is taken for one of ours."""

YES = "yes"
NO = "no"

_STARTS_A_SUM = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet takes a text that begins so for a sum, whoever wrote it."""

_SIGNED_NUMBER = re.compile(r"[+-]\d{1,15}(?:[.,]\d{1,15})? ?%?")
"""What begins so and is a mere number does no harm."""


class ListKind(StrEnum):
    """The four lists, named as they are typed on the command line."""

    CUSTOMERS = "customers"
    PROMISES = "promises"
    COMPLAINTS = "complaints"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """How often the columns of a list that come again are there.

    Args:
        phones, emails, addresses: as many as the customer with the most of them has.
        own: the names of the business's own fields, in their order.
    """

    phones: int = 1
    emails: int = 1
    addresses: int = 1
    own: tuple[str, ...] = ()


COLUMNS: Mapping[ListKind, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        ListKind.CUSTOMERS: (
            ("number", "Number"),
            ("name", "Name"),
            ("is_organisation", "Is an organisation"),
            ("ask_for", "Ask for"),
            ("salutation", "Dear"),
            ("sort_key", "Sort by"),
            ("status", "Customer or asked only"),
            ("is_consumer", "Buys for private use"),
            ("prefers", "Likes to hear by"),
            ("best_time", "Best time"),
            ("tags", "Tags"),
            ("heard_from", "Heard from"),
            ("remember", "Remember"),
            ("notes", "Notes"),
            ("first_visit_on", "First visit on"),
            ("last_visit_on", "Last visit on"),
            ("added_on", "Added on"),
            ("archived_on", "Archived on"),
            ("first_kind", "Try first"),
        ),
        ListKind.PROMISES: (
            ("number", "Number"),
            ("customer_number", "Customer number"),
            ("customer", "Customer"),
            ("text", "What was promised"),
            ("kind", "Kind"),
            ("due_on", "Due on"),
            ("due_at", "Due at"),
            ("promiser", "Promised by"),
            ("made_on", "Promised on"),
            ("channel", "Said by"),
            ("job_ref", "Job"),
            ("condition", "Depends on"),
            ("remedy", "If we miss it"),
            ("waiting_for", "Waiting for"),
            ("notes", "Notes"),
            ("first_due_on", "First due on"),
            ("first_due_at", "First due at"),
            ("told_on", "Customer told on"),
            ("outcome", "Outcome"),
            ("ended_on", "Ended on"),
            ("ended_at", "Ended at"),
            ("ending_reason", "Reason"),
        ),
        ListKind.COMPLAINTS: (
            ("number", "Number"),
            ("customer_number", "Customer number"),
            ("customer", "Customer"),
            ("called", "Name given"),
            ("received_at", "Received at"),
            ("channel", "Came by"),
            ("text", "What happened"),
            ("about", "About"),
            ("wishes", "Wishes"),
            ("wish_words", "Wishes in words"),
            ("serious", "How serious"),
            ("is_safety", "Somebody could be hurt"),
            ("taken_by", "Taken by"),
            ("handler", "Handled by"),
            ("job_ref", "Job"),
            ("product", "Goods or service"),
            ("happened_on", "Happened on"),
            ("place", "Where"),
            ("staff", "Who of us"),
            ("amount", "Worth in pounds"),
            ("is_ongoing", "Goes on"),
            ("from_stock", "From stock"),
            ("acting_for", "On behalf of"),
            ("authority_seen_on", "Authority seen on"),
            ("track", "Rules"),
            ("notes", "Notes"),
            ("stage", "Stage"),
            ("acknowledged_at", "Acknowledged at"),
            ("decided_on", "Answered on"),
            ("resolved_on", "Put right on"),
            ("closed_on", "Closed on"),
            ("finding", "Finding"),
            ("outcome_words", "What we did"),
            ("told_by", "Answered by"),
            ("content", "Customer content"),
            ("satisfaction", "Content with the handling, 1 to 5"),
        ),
        ListKind.FEEDBACK: (
            ("number", "Number"),
            ("customer_number", "Customer number"),
            ("customer", "Customer"),
            ("called", "Name given"),
            ("reach", "Phone or e-mail left"),
            ("given_on", "Day"),
            ("kind", "Kind"),
            ("text", "What they said"),
            ("better", "What could be better"),
            ("channel", "Came by"),
            ("source", "Seen at"),
            ("staff", "Who of us"),
            ("touchpoint", "Step"),
            ("elements", "About"),
            ("satisfaction", "Satisfaction, 1 to 5"),
            ("recommendation", "Would recommend, 0 to 10"),
            ("effort", "How easy, 1 to 7"),
            *(
                (one.value, f"{one.value.replace('_', ' ').capitalize()}, 1 to 5")
                for one in Element
            ),
            *((f"handled_{one.value}", f"Handling: {one.value}, 1 to 5") for one in Handled),
            ("wants_answer", "Wants an answer"),
            ("may_quote", "May be quoted"),
            ("shown_as", "Quoted as"),
            ("is_incentivised", "Got something for it"),
            ("followed_up_on", "Followed up on"),
            ("follow_up_note", "What came of it"),
            ("decision", "Decision"),
            ("answer", "Our answer"),
            ("answered_on", "Answered on"),
            ("thanked_on", "Thanked on"),
            ("passed_on", "Passed on to staff on"),
            ("is_on_wall", "On the wall"),
        ),
    }
)
"""Column id and heading, in the order of the file, before the columns that come again."""

_REPEATED: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...] = (
    ("phones", "phone", "Phone", (("label", "Label"), ("shown", "Value"))),
    ("emails", "email", "E-mail", (("label", "Label"), ("shown", "Value"))),
    (
        "addresses",
        "address",
        "Address",
        (("label", "Label"), ("lines", "Street"), ("postcode", "Postal Code")),
    ),
)
"""Field of Parts, beginning of the id and of the heading, and what each of them has; the headings
are those that other address books write, so that they read them too."""

_ONE = Parts()


def columns_of(kind: ListKind, parts: Parts = _ONE) -> tuple[tuple[str, str], ...]:
    """Every column of a list: its id and its heading, no heading twice.

    Args:
        kind: which list.
        parts: how often columns that come again are there, and the own fields.

    Returns:
        After those of COLUMNS, for customers "phone_1_label" ("Phone 1 - Label"),
        "phone_1_shown", "email_1_label", "email_1_shown", "address_1_label", "address_1_lines",
        "address_1_postcode" and so on; then "own_1", "own_2" in the order of ``parts.own``.
    """
    repeated = (
        (f"{begins}_{number}_{part}", f"{heading} {number} - {said}")
        for field, begins, heading, made_of in _REPEATED
        for number in range(1, getattr(parts, field) + 1)
        for part, said in made_of
    )
    more = tuple(repeated) if kind is ListKind.CUSTOMERS else ()
    own = ((f"own_{place}", said) for place, said in enumerate(own_headings(parts.own), 1))
    return (*COLUMNS[kind], *more, *own)


def own_headings(names: Iterable[str]) -> tuple[str, ...]:
    """The headings of own fields; one whose name was there before has a number after it.

    Args:
        names: in the order of the fields; a retired one may have the name of another.
    """
    headings: dict[str, None] = {}
    for name in names:
        heading, number = f"{OWN_BEGINS}{name}", 1
        while heading in headings:
            number += 1
            heading = f"{OWN_BEGINS}{name} ({number})"
        headings[heading] = None
    return tuple(headings)


def is_ours(kind: ListKind, headings: Sequence[str]) -> bool:
    """Whether a list begins with the very columns that we write.

    Args:
        kind: which list.
        headings: of the file, as they stand there.
    """
    fixed = tuple(heading for _, heading in COLUMNS[kind])
    return tuple(headings[: len(fixed)]) == fixed


def code_said(code: str) -> str:
    """A code as it stands in a cell: "ring_back" is "ring back".

    Args:
        code: the value of a member of an enum.
    """
    return code.replace("_", " ")


def code_read(said: str) -> str:
    """The code that ``code_said`` wrote; the other way round."""
    return said.strip().lower().replace(" ", "_")


def yes_or_no(value: bool | None) -> str:
    """How yes, no and "nobody has said" stand in a cell."""
    if value is None:
        return ""
    return YES if value else NO


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take a text for a sum, apostrophes before it or not.

    Such a text is written with one more apostrophe before it, and read without one.
    """
    bare = text.lstrip("' ")
    return bare.startswith(_STARTS_A_SUM) and not _SIGNED_NUMBER.fullmatch(text)


def unguarded(cell: str) -> str:
    """The text that stood in a cell of our own list before it was made safe for spreadsheets."""
    return cell[1:] if cell.startswith("'") and is_risky(cell) else cell
