# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What letters say of remedies: one line for each, money sent back, work planned, and gifts."""

from collections.abc import Iterable
from itertools import combinations

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.complaints_file import RemedyCard, RemedyDraft, RemedyKind
from servicedesk.domain.complaints_guards import Case
from servicedesk.domain.entries import read_money
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters_complaints import MONEY_BACK, is_gift, is_work
from servicedesk.domain.letters_speech import LetterSpeech, flat, iso, joined, pounds

_REFUND_TAKES = 5
"""Working days in which money sent back is usually there."""

UNSAID = frozenset({RemedyKind.NONE, RemedyKind.TRAINING})
"""Remedies that no letter speaks of: what is done about anybody's work stays within the house."""


def remedy_lines(case: Case, speech: LetterSpeech) -> str:
    """What is done about it, a line for each remedy."""
    drafts = (one.draft for one in case.file.remedies)
    return "\n".join(remedy_line(one, speech) for one in drafts if one.kind not in UNSAID)


def remedy_line(draft: RemedyDraft, speech: LetterSpeech) -> str:
    """A remedy as one line: what, how much, how, who and by when."""
    what = _what(draft, speech)
    if draft.amount_pence is not None and "£" not in what:  # words can name the sum themselves
        amount = pounds(draft.amount_pence)
        what = speech.say("letter.remedy_line.amount", what=what, amount=amount)
    if draft.method.strip():
        method = flat(draft.method)
        what = speech.say("letter.remedy_line.method", what=what, method=method)
    who = flat(draft.by_whom)
    if draft.done_on is not None:
        return speech.say("letter.remedy_line.done", what=what, day=speech.day(draft.done_on))
    if draft.due is None:
        if who:
            return speech.say("letter.remedy_line.who", what=what, who=who)
        return speech.say("letter.remedy_line.plain", what=what)
    day = speech.day(draft.due)
    if who:
        return speech.say("letter.remedy_line.who_and_day", what=what, who=who, day=day)
    return speech.say("letter.remedy_line.day", what=what, day=day)


def refunding(case: Case, _speech: LetterSpeech) -> dict[str, str]:
    """What a letter about money sent back begins with: all of it that is open, else the last."""
    money = [one.draft for one in money_open(case.file.remedies)]
    if not money:
        money = _sent_last(case)
    if not money:
        return {}
    sent_on = money[0].done_on or case.today
    arrives = case.calendar.add_days(sent_on, _REFUND_TAKES, DayKind.WORKING)
    return {
        "amount": pounds(sum(one.amount_pence or 0 for one in money)),
        "method": joined(dict.fromkeys(one.method for one in money)),
        "paid_for": flat(case.card.draft.product),
        "sent_on": sent_on.isoformat(),
        "expect_by": arrives.isoformat(),
    }


def money_open(remedies: Iterable[RemedyCard]) -> tuple[RemedyCard, ...]:
    """Money that was to go back and has not."""
    drafts = ((one, one.draft) for one in remedies)
    return tuple(one for one, said in drafts if said.kind in MONEY_BACK and said.done_on is None)


def money_confirmed(remedies: Iterable[RemedyCard], amount: str) -> tuple[RemedyCard, ...]:
    """What a letter confirms of the money that was to go back.

    Args:
        remedies: of the complaint.
        amount: as typed in the letter.

    Returns:
        All of it; where some of it alone comes to the amount, that; where nothing does, nothing.
    """
    found = money_open(remedies)
    try:
        pence = read_money(amount)
    except Refusal:
        return found
    many = (some for size in range(len(found), 0, -1) for some in combinations(found, size))
    return next((some for some in many if _sum(some) in (None, pence)), ())


def _sum(remedies: Iterable[RemedyCard]) -> int | None:
    """What remedies come to, in pence; None where an amount was left open."""
    amounts = [one.draft.amount_pence for one in remedies]
    return None if None in amounts else sum(one or 0 for one in amounts)


def _sent_last(case: Case) -> list[RemedyDraft]:
    """The money that was sent back on the last day on which any was."""
    sent = [one.draft for one in case.file.remedies if one.draft.kind in MONEY_BACK]
    last = max((one.done_on for one in sent if one.done_on is not None), default=None)
    return [one for one in sent if last is not None and one.done_on == last]


def putting_right(case: Case, speech: LetterSpeech) -> dict[str, str]:
    """What a letter about work begins with: the first that is planned with a day."""
    drafts = (one.draft for one in case.file.remedies if is_work(one.draft.kind))
    planned = next((one for one in drafts if one.due and one.done_on is None), None)
    if planned is None:
        return {}
    return {
        "remedy.what": _what(planned, speech),
        "remedy.due": iso(planned.due),
        "remedy.who": flat(planned.by_whom),
    }


def giving(case: Case, speech: LetterSpeech) -> dict[str, str]:
    """What a letter with a gift begins with: the first that was not handed over."""
    drafts = [one.draft for one in case.file.remedies if is_gift(one.draft)]
    gift = next((one for one in drafts if one.done_on is None), None)
    if gift is None:
        return {}
    return {"gift": gift_words(gift, speech), "valid_until": iso(gift.valid_until)}


def gift_words(draft: RemedyDraft, speech: LetterSpeech) -> str:
    """What a gift is and how much; that it is one is said around it."""
    if not draft.amount_pence or "£" in draft.words:
        return _what(draft, speech)
    amount = pounds(draft.amount_pence)
    if draft.kind is RemedyKind.GOODWILL and not flat(draft.words):
        return amount
    return speech.say("letter.remedy_line.amount", what=_what(draft, speech), amount=amount)


def _what(draft: RemedyDraft, speech: LetterSpeech) -> str:
    """What a remedy is, in its own words or those of its kind, without a full stop."""
    words = flat(draft.words).removesuffix(".")
    return words or speech.say(f"letter.remedy_kind.{draft.kind}")
