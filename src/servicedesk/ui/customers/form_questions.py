# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The questions of the form about a customer, and its answers made into what was typed of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.customers import (
    Address,
    Channel,
    CustomerDraft,
    CustomerStatus,
    Reach,
    ReachKind,
)
from servicedesk.domain.customers_addresses import address_from, address_text
from servicedesk.domain.customers_typing import NOTES_MOST
from servicedesk.domain.guides import AnswerValue, Choice, Question, QuestionKind
from servicedesk.domain.own_fields import NO, YES, OwnFieldCard, OwnFieldKind, own_question
from servicedesk.ui.core.labels import Labels

PERSON, FIRM = "person", "firm"
PRIVATE, BUSINESS = "private", "business"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Questions that stand under one heading.

    Args:
        title: over them; "" for none.
        questions: in order.
    """

    title: str
    questions: tuple[Question, ...]


def sections(
    labels: Labels, own: Sequence[OwnFieldCard], kept: Mapping[str, str]
) -> tuple[Section, ...]:
    """What the form asks.

    Args:
        labels: words for channels and kinds.
        own: the business's own fields in use.
        kept: values of own fields that the customer has, which stay to be chosen.
    """
    say = QCoreApplication.translate
    found = (
        Section(title="", questions=_who()),
        Section(title=say("CustomerForm", "How to reach them"), questions=_reaching(labels)),
        Section(title=say("CustomerForm", "Worth knowing"), questions=_knowing(labels)),
        Section(
            title=say("CustomerForm", "Your own fields"),
            questions=tuple(_own(card, kept.get(str(card.id), "")) for card in own),
        ),
        Section(title=say("CustomerForm", "In letters and lists"), questions=_writing()),
    )
    return tuple(section for section in found if section.questions)


def _text(key: str, label: str, help_text: str = "", most: int | None = None) -> Question:
    kind = QuestionKind.TEXT
    return Question(id=key, kind=kind, label=label, help=help_text, maximum=most or 200)


def _chips(key: str, label: str, *choices: tuple[str, str], help_text: str = "") -> Question:
    return Question(
        id=key,
        kind=QuestionKind.CHOICE,
        label=label,
        help=help_text,
        choices=tuple(Choice(id=one, label=words) for one, words in choices),
        is_required=False,
    )


def _who() -> tuple[Question, ...]:
    say = QCoreApplication.translate
    return (
        _text(
            "name",
            say("CustomerForm", "Name"),
            say("CustomerForm", "A name, a phone or an e-mail is enough; the rest can wait."),
        ),
    )


def _reaching(labels: Labels) -> tuple[Question, ...]:
    say = QCoreApplication.translate
    channels = tuple((channel.value, labels.enum(channel)) for channel in Channel)
    return (
        _text("phones", say("CustomerForm", "Phone")),
        _text("emails", say("CustomerForm", "E-mail")),
        Question(id="addresses", kind=QuestionKind.LONG_TEXT, label=say("CustomerForm", "Address")),
        _chips("prefers", say("CustomerForm", "Likes best"), *channels),
        _text("best_time", say("CustomerForm", "Best time to ring")),
    )


def _knowing(labels: Labels) -> tuple[Question, ...]:
    say = QCoreApplication.translate
    return (
        _text(
            "remember",
            say("CustomerForm", "Remember"),
            say("CustomerForm", "One line shown wherever this customer appears; never printed."),
        ),
        _chips(
            "kind",
            say("CustomerForm", "This is"),
            (PERSON, say("CustomerForm", "A person")),
            (FIRM, say("CustomerForm", "A firm, club or school")),
        ),
        _text("ask_for", say("CustomerForm", "Whom to ask for there")),
        _chips(
            "status",
            say("CustomerForm", "So far"),
            *((status.value, labels.enum(status)) for status in CustomerStatus),
        ),
        _chips(
            "buys",
            say("CustomerForm", "Buys"),
            (PRIVATE, say("CustomerForm", "Privately")),
            (BUSINESS, say("CustomerForm", "For a business")),
        ),
        _text(
            "tags",
            say("CustomerForm", "Tags"),
            say("CustomerForm", "Short words of your own, with commas between."),
            400,
        ),
        _text("heard_from", say("CustomerForm", "How they heard of us")),
        Question(
            id="notes",
            kind=QuestionKind.LONG_TEXT,
            label=say("CustomerForm", "Notes"),
            help=say("CustomerForm", "They may ask to see what is written here."),
            maximum=NOTES_MOST,
        ),
    )


def _writing() -> tuple[Question, ...]:
    say = QCoreApplication.translate
    return (
        _text("salutation", say("CustomerForm", "Dear …")),
        _text("sort_key", say("CustomerForm", "Sorted under")),
        Question(
            id="first_visit_on",
            kind=QuestionKind.DAY,
            label=say("CustomerForm", "First visit"),
            is_past=True,
        ),
    )


def _own(card: OwnFieldCard, kept: str) -> Question:
    key, label = own_question(card.id), card.draft.name
    match card.draft.kind:
        case OwnFieldKind.DAY:
            return Question(id=key, kind=QuestionKind.DAY, label=label)
        case OwnFieldKind.YES_NO:
            return Question(id=key, kind=QuestionKind.YES_NO, label=label)
        case OwnFieldKind.CHOICE:
            names = dict.fromkeys((*card.draft.choices, *([kept] if kept else [])))
            return _chips(key, label, *((name, name) for name in names))
        case _:
            return _text(key, label, most=500)


def values_of(draft: CustomerDraft, own: Sequence[OwnFieldCard]) -> dict[str, AnswerValue | None]:
    """What the form begins with, by question id."""
    reaches = {
        kind: tuple(reach.shown for reach in draft.reaches if reach.kind is kind)
        for kind in ReachKind
    }
    return {
        "name": draft.name,
        "kind": FIRM if draft.is_organisation else PERSON,
        "ask_for": draft.ask_for,
        "phones": reaches[ReachKind.PHONE],
        "emails": reaches[ReachKind.EMAIL],
        "addresses": tuple(address_text(address) for address in draft.addresses),
        "prefers": draft.prefers.value if draft.prefers else "",
        "best_time": draft.best_time,
        "remember": draft.remember,
        "status": draft.status.value,
        "buys": PRIVATE if draft.is_consumer else BUSINESS,
        "tags": ", ".join(draft.tags),
        "heard_from": draft.heard_from,
        "notes": draft.notes,
        "salutation": draft.salutation,
        "sort_key": draft.sort_key,
        "first_visit_on": draft.first_visit_on,
        **{own_question(card.id): _shown(card, draft.own.get(str(card.id), "")) for card in own},
    }


def _shown(card: OwnFieldCard, kept: str) -> AnswerValue | None:
    if not kept:
        return None
    match card.draft.kind:
        case OwnFieldKind.DAY:
            return date.fromisoformat(kept)
        case OwnFieldKind.YES_NO:
            return kept == YES
        case _:
            return kept


def draft_from(
    values: Mapping[str, object], before: CustomerDraft, own: Sequence[OwnFieldCard]
) -> CustomerDraft:
    """What was typed of a customer.

    Args:
        values: raw, by question id, as fields give them; but a day is a date, or None.
        before: what the form began with: labels of phones and addresses that stay are kept.
        own: the fields that were asked.
    """
    say = {key: str(value or "") for key, value in values.items() if not isinstance(value, tuple)}
    first = values.get("first_visit_on")
    return replace(
        before,
        name=say["name"],
        is_organisation=say["kind"] == FIRM,
        ask_for=say["ask_for"] if say["kind"] == FIRM else before.ask_for,
        salutation=say["salutation"],
        sort_key=say["sort_key"],
        status=CustomerStatus(say["status"] or CustomerStatus.CUSTOMER),
        is_consumer=say["buys"] != BUSINESS,
        reaches=_reaches(values, before),
        addresses=_addresses(values, before),
        prefers=Channel(say["prefers"]) if say["prefers"] else None,
        best_time=say["best_time"],
        tags=tuple(tag for part in say["tags"].split(",") if (tag := part.strip())),
        heard_from=say["heard_from"],
        remember=say["remember"],
        notes=say["notes"],
        first_visit_on=first if isinstance(first, date) else None,
        own={str(card.id): _typed(values.get(own_question(card.id))) for card in own},
    )


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _several(values: Mapping[str, object], key: str) -> tuple[str, ...]:
    found = values.get(key)
    return tuple(str(one) for one in found) if isinstance(found, tuple) else ()


def _reaches(values: Mapping[str, object], before: CustomerDraft) -> tuple[Reach, ...]:
    known = {(reach.kind, reach.shown): reach for reach in before.reaches}
    typed = [(ReachKind.PHONE, shown) for shown in _several(values, "phones")]
    typed += [(ReachKind.EMAIL, shown) for shown in _several(values, "emails")]
    return tuple(known.get((kind, shown), Reach(kind=kind, shown=shown)) for kind, shown in typed)


def _addresses(values: Mapping[str, object], before: CustomerDraft) -> tuple[Address, ...]:
    known = {address_text(address): address for address in before.addresses}
    return tuple(known.get(typed) or address_from(typed) for typed in _several(values, "addresses"))
