# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rules that make the cards of Today, one for each kind of thing."""

from collections.abc import Iterable
from datetime import date

from servicedesk.domain.backups import BackupState, SecondFault
from servicedesk.domain.today import (
    WRITING,
    CharterHead,
    Rule,
    Seen,
    TodayAction,
    TodayCard,
    TodayGroup,
    Value,
    quiet_card,
)
from servicedesk.domain.today_improving import improving_cards, recorded_cards
from servicedesk.domain.today_privacy import privacy_cards
from servicedesk.domain.today_quiet import complaint_cards, open_cards
from servicedesk.domain.today_samples import sample_cards

SOON_DAYS = 60
"""Days ahead in which an end is worth a word."""

CLOSURE_SOON_DAYS = 21
"""Days ahead in which a closure is worth a word: customers are told, and the phone is set."""

REVIEW_SOON_DAYS = 14
"""Days ahead in which a support need or a safety note is worth another look."""

_NAME, LETTERHEAD = "trading_name", ("address", "phone")
"""Facts without which a letter has no head."""


def charter_cards(seen: Seen) -> Iterable[TodayCard]:
    """The charter: none yet, being written, published, due for review."""
    draft, published = seen.draft, seen.published
    go_on = TodayAction(verb="go_on", room="charter", part="write")
    if draft is None and published is None:
        begin = TodayAction(verb="begin", room="charter", part="begin")
        yield TodayCard(
            code="charter_none",
            group=TodayGroup.START,
            tone="quiet",
            actions=(begin,),
            day=date.min,
        )
    if draft is not None:
        values: dict[str, Value] = {"number": draft.number}
        if seen.charter_saved_at is not None:
            values["saved"] = seen.charter_saved_at
        yield TodayCard(
            code=WRITING,
            group=TodayGroup.START,
            tone="due",
            values=values,
            actions=(go_on,),
            day=date.min,
        )
    if published is not None:
        yield from _published(seen, published)


def _published(seen: Seen, published: CharterHead) -> Iterable[TodayCard]:
    show = TodayAction(verb="open", room="charter")
    from_day = published.effective_from
    is_in_force = from_day is None or from_day <= seen.today
    yield TodayCard(
        code="charter_published" if is_in_force else "charter_from",
        group=TodayGroup.CHARTER,
        tone="ok",
        values={"number": published.number, "from": from_day or seen.today},
        actions=(TodayAction(verb="print_poster", deed="print_poster"), show),
    )
    review = published.review_by
    if review is not None and (review - seen.today).days <= SOON_DAYS:
        is_late = review < seen.today
        yield TodayCard(
            code="charter_review_late" if is_late else "charter_review",
            group=TodayGroup.NEEDED if is_late else TodayGroup.COMING,
            tone="late" if is_late else "due",
            values={"number": published.number, "day": review},
            actions=(TodayAction(verb="review", room="charter"),),
            day=review,
        )


def registration_cards(seen: Seen) -> Iterable[TodayCard]:
    """Registrations and insurance that have ended, or end soon."""
    for card in seen.registrations:
        left = card.days_left(seen.today)
        if left is None or left > SOON_DAYS or card.ends_on is None:
            continue
        is_over = left < 0
        look = TodayAction(verb="open", room="settings", part="registrations", item=str(card.id))
        yield TodayCard(
            code=f"{card.kind.value}_{'ended' if is_over else 'ends'}",
            group=TodayGroup.NEEDED if is_over else TodayGroup.COMING,
            tone="late" if is_over else "due",
            values={"body": card.body, "day": card.ends_on},
            actions=(look,),
            day=card.ends_on,
        )


def closure_cards(seen: Seen) -> Iterable[TodayCard]:
    """The closure of today, and those that come soon."""
    look = TodayAction(verb="open", room="settings", part="closures")
    for card in seen.closures:
        first, last = card.days.first, card.days.last
        if (first - seen.today).days > CLOSURE_SOON_DAYS:
            continue
        code = "closed_now" if first <= seen.today else "closure"
        yield TodayCard(
            code=f"{code}_day" if first == last else code,
            group=TodayGroup.COMING,
            tone="quiet",
            values={"first": first, "last": last, "reason": card.reason},
            actions=(look,),
            day=first,
        )


def holiday_cards(seen: Seen) -> Iterable[TodayCard]:
    """The end of the table of bank holidays."""
    end = seen.holidays_up_to
    if end is not None and (end - seen.today).days <= SOON_DAYS:
        look = TodayAction(verb="open", room="settings", part="holidays")
        yield TodayCard(
            code="holidays_ended" if end < seen.today else "holidays_end",
            group=TodayGroup.COMING,
            tone="due",
            values={"day": end},
            actions=(look,),
            day=end,
        )


_BACKUP_CODES = {
    BackupState.NONE: "backup_none",
    BackupState.LATE: "backup_late",
}


def backup_cards(seen: Seen) -> Iterable[TodayCard]:
    """Backups, when there is something to do about them."""
    status = seen.backups
    look = TodayAction(verb="see_backups", room="settings", part="backup")
    for outcome, code in ((status.trial, "backup_trial_bad"), (status.check, "file_check_bad")):
        if outcome is not None and not outcome.is_good:
            yield TodayCard(code=code, group=TodayGroup.NEEDED, tone="late", actions=(look,))
    if status.state in _BACKUP_CODES:
        now = TodayAction(verb="back_up", deed="back_up")
        is_late = status.state is BackupState.LATE
        yield TodayCard(
            code=_BACKUP_CODES[status.state],
            group=TodayGroup.NEEDED,
            tone="late" if is_late else "due",
            actions=(now, look),
        )
    second = status.second
    if second is not None and second.fault is not None:
        is_gone = second.fault is SecondFault.GONE
        yield TodayCard(
            code="backup_second_gone" if is_gone else "backup_second_failed",
            group=TodayGroup.NEEDED,
            tone="due",
            values={"name": second.name},
            actions=(look,),
        )
    if second is None and status.newest is not None:
        yield quiet_card("backup_one_folder", "choose_folder", "settings", "backup")


def letterhead_cards(seen: Seen) -> Iterable[TodayCard]:
    """What is missing of the letterhead and the week."""
    missing = next((fact for fact in (_NAME, *LETTERHEAD) if fact not in seen.facts), "")
    if missing:
        code = "name_missing" if missing == _NAME else "letterhead_missing"
        yield quiet_card(code, "give", "settings", "business", missing)
    if not seen.has_hours:
        yield quiet_card("hours_missing", "give", "settings", "hours", "opening_hours")


def customer_cards(seen: Seen) -> Iterable[TodayCard]:
    """A list to bring, while there is not one customer."""
    if not seen.has_customers:
        bring = TodayAction(verb="bring", room="importing")
        add = TodayAction(verb="add_customer", room="customers", part="new")
        yield TodayCard(
            code="customers_none", group=TodayGroup.START, tone="quiet", actions=(bring, add)
        )


def demo_cards(seen: Seen) -> Iterable[TodayCard]:
    """The pretend shop, for those who have not begun."""
    if not seen.charters:
        look = TodayAction(verb="open_demo", deed="open_demo")
        yield TodayCard(code="demo", group=TodayGroup.START, tone="quiet", actions=(look,))


RULES: tuple[Rule, ...] = (
    charter_cards,
    registration_cards,
    closure_cards,
    holiday_cards,
    backup_cards,
    privacy_cards,
    letterhead_cards,
    open_cards,
    complaint_cards,
    sample_cards,
    recorded_cards,
    improving_cards,
    customer_cards,
    demo_cards,
)
"""All rules there are; a new record type adds its own here."""
