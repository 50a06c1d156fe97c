# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Cards of a complaint's file: what puts it right, injury or damage, help from outside."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.complaints import About, Stage
from servicedesk.domain.complaints_file import ReferralCard, RemedyCard, RemedyDraft, RemedyKind
from servicedesk.ui.complaints.file_state import CardState, Deed, Line, Read, Way
from servicedesk.ui.complaints.file_told import day_or_none, named, sum_or_none
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.people.due_words import full_day

_HARM = frozenset({About.CLEANLINESS_SAFETY, About.DAMAGE})
"""What a complaint can be about where harm is near enough to ask."""


def remedies_card(read: Read, labels: Labels, today: date) -> CardState:
    """What puts it right, with what is still to be done."""
    say = QCoreApplication.translate
    none = say("ComplaintFile", "Nothing yet. What you plan for a day becomes a promise.")
    return CardState(
        id="remedies",
        title=say("ComplaintFile", "What puts it right"),
        note="" if read.file.remedies else none,
        lines=tuple(_remedy(one, labels, today) for one in read.file.remedies),
        ways=(Way(deed=Deed.ADD_REMEDY, words=say("ComplaintFile", "Add what you do…")),),
    )


def _remedy(remedy: RemedyCard, labels: Labels, today: date) -> Line:
    say = QCoreApplication.translate
    draft = remedy.draft
    title = labels.enum(draft.kind)
    if draft.words:
        title = say("ComplaintFile", "{kind}: {words}").format(kind=title, words=draft.words)
    if draft.done_on is not None:
        chip, tone = say("ComplaintFile", "Done"), "ok"
    elif draft.due is not None:
        chip, tone = say("ComplaintFile", "To do"), "late" if draft.due < today else "due"
    elif remedy.promise_id is not None:
        chip, tone = say("ComplaintFile", "No longer needed"), "quiet"
    else:
        chip, tone = "", "quiet"
    return Line(
        title=title,
        detail=" · ".join(part for part in _remedy_parts(draft, labels, today) if part),
        chip=chip,
        tone=tone,
        ways=tuple(_remedy_ways(remedy, title)),
    )


def _remedy_parts(draft: RemedyDraft, labels: Labels, today: date) -> list[str]:
    say = QCoreApplication.translate
    vat = sum_or_none(draft.vat_pence)
    amount = sum_or_none(draft.amount_pence)
    if amount and vat:
        amount = say("ComplaintFile", "{amount} with {vat} VAT in it").format(
            amount=amount, vat=vat
        )
    if amount and draft.method:
        amount = f"{amount}, {draft.method}"
    parts = ["" if draft.kind is RemedyKind.NONE else labels.enum(draft.ground), amount]
    told = (
        (say("ComplaintFile", "by {who}"), draft.by_whom),
        (say("ComplaintFile", "until {day}"), day_or_none(draft.due, today)),
        (say("ComplaintFile", "done on {day}"), day_or_none(draft.done_on, today)),
        (say("ComplaintFile", "offer stands until {day}"), day_or_none(draft.valid_until, today)),
        (say("ComplaintFile", "{who} agreed to it"), draft.approved_by),
        (say("ComplaintFile", "above the limit: {why}"), draft.over_because),
    )
    return parts + [shape.format(who=words, day=words, why=words) for shape, words in told if words]


def _remedy_ways(remedy: RemedyCard, title: str) -> list[Way]:
    say = QCoreApplication.translate
    found = []
    if remedy.draft.done_on is None and remedy.draft.kind is not RemedyKind.NONE:
        found.append((Deed.REMEDY_DONE, say("ComplaintFile", "Done…")))
    found.append((Deed.CHANGE_REMEDY, say("ComplaintFile", "Change…")))
    if remedy.promise_id is None:
        found.append((Deed.REMOVE_REMEDY, say("ComplaintFile", "Remove")))
    else:
        found.append((Deed.SEE_PROMISE, say("ComplaintFile", "See the promise")))
    return [Way(deed=deed, words=words, about=title, item=remedy.id) for deed, words in found]


def harm_card(read: Read, _labels: Labels, today: date) -> CardState | None:
    """Who must know after injury or damage, and others sold; None where neither is near.

    What is still to be done first stands above, where it is seen with the file shut.
    """
    say = QCoreApplication.translate
    card = read.card
    is_harm = card.draft.is_safety or card.assessment.is_safety or card.draft.about in _HARM
    told, checked = card.dates.insurer_told_on, card.dates.stock_checked_on
    is_noted = told is not None or checked is not None or bool(card.insurer_not_needed)
    if not (is_harm or card.draft.from_stock or is_noted):
        return None
    ways = [Way(deed=Deed.TELL_INSURER, words=say("ComplaintFile", "The insurer…"))]
    if card.draft.from_stock or checked is not None:
        ways.append(Way(deed=Deed.CHECK_STOCK, words=say("ComplaintFile", "Others sold…")))
    facts = [
        (say("ComplaintFile", "Insurer told on"), day_or_none(told, today)),
        (say("ComplaintFile", "Not needed because"), card.insurer_not_needed),
        (say("ComplaintFile", "Others looked for on"), day_or_none(checked, today)),
    ]
    return CardState(
        id="harm",
        title=say("ComplaintFile", "Insurer and stock"),
        note="" if is_noted else say("ComplaintFile", "Nothing noted yet."),
        facts=named(facts),
        ways=tuple(ways),
    )


def outside_card(read: Read, labels: Labels, today: date) -> CardState | None:
    """Where it went outside, and what came of it; None where it never went."""
    say = QCoreApplication.translate
    if not read.file.referrals:
        return None
    is_there = read.card.stage is Stage.EXTERNAL
    result = Way(deed=Deed.OUTSIDE_RESULT, words=say("ComplaintFile", "What came of it…"))
    return CardState(
        id="outside",
        title=say("ComplaintFile", "Outside help"),
        lines=tuple(_referral(one, labels, today) for one in read.file.referrals),
        ways=(result,) if is_there else (),
    )


def _referral(referral: ReferralCard, labels: Labels, today: date) -> Line:
    say = QCoreApplication.translate
    draft = referral.draft
    told = (
        (say("ComplaintFile", "since {words}"), full_day(draft.referred_on, today)),
        (say("ComplaintFile", "their number {words}"), draft.their_ref),
        (say("ComplaintFile", "result on {words}"), day_or_none(draft.result_on, today)),
        (say("ComplaintFile", "it cost us {words}"), sum_or_none(draft.cost_pence)),
    )
    binding = say("ComplaintFile", "it binds us") if draft.is_binding else ""
    parts = [labels.enum(draft.kind), *(shape.format(words=said) for shape, said in told if said)]
    return Line(
        title=draft.body,
        detail=" · ".join(part for part in (*parts, binding) if part),
        words=draft.result,
        chip=say("ComplaintFile", "Result") if draft.result else say("ComplaintFile", "Waiting"),
        tone="ok" if draft.result else "due",
        ways=(
            Way(
                deed=Deed.CHANGE_REFERRAL,
                words=say("ComplaintFile", "Change…"),
                about=draft.body,
                item=referral.id,
            ),
        ),
    )
