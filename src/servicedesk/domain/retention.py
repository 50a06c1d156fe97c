# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How long each kind of record is kept: one table, for the privacy notice and for clearing out.

The figures are the program's own defaults, drawn from how long people may bring a claim and
how long books are kept (domain: UK data protection for a sole trader, retention). What has been
kept for long enough comes up by itself on the privacy desk, to be cleared out or kept for longer
with a reason; nothing goes unseen. The charter says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.calendars import Nation, add_months


class RetainedKind(StrEnum):
    """What is kept."""

    COMPLAINT = "complaint"
    PROMISE = "promise"
    CUSTOMER = "customer"
    ENQUIRER = "enquirer"
    INVOICE = "invoice"
    FEEDBACK = "feedback"
    MARKETING_CONSENT = "marketing_consent"
    MARKETING_STOP = "marketing_stop"
    SUPPORT_NEED = "support_need"
    SAFETY_NOTE = "safety_note"
    DATA_REQUEST = "data_request"
    DATA_COMPLAINT = "data_complaint"
    BREACH = "breach"
    DELETED_RECORD = "deleted_record"


class RetentionStart(StrEnum):
    """The event from which the time runs."""

    CLOSED = "closed"
    LAST_INVOICE = "last_invoice"
    LAST_CONTACT = "last_contact"
    TAX_FILING = "tax_filing"
    INVOICED = "invoiced"
    RECEIVED = "received"
    WITHDRAWN = "withdrawn"
    REVIEW_OR_END = "review_or_end"
    LOGGED = "logged"


class RetentionEnd(StrEnum):
    """What is done when the time is over."""

    REMOVE = "remove"
    ANONYMISE = "anonymise"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """How long one kind is kept.

    Args:
        kind: what.
        start: the event from which the time runs.
        months: how long after it, 0 for at once; None for a record that is never cleared out.
        end: what is done then.
        spare_months: how many of the months are spare, on top of what the nation's limit for
            claims is.
    """

    kind: RetainedKind
    start: RetentionStart
    months: int | None
    end: RetentionEnd = RetentionEnd.REMOVE
    spare_months: int = 0


def _rule(
    kind: RetainedKind,
    months: int | None,
    start: RetentionStart,
    end: RetentionEnd = RetentionEnd.REMOVE,
) -> RetentionRule:
    return RetentionRule(kind=kind, start=start, months=months, end=end)


RETENTION: Mapping[RetainedKind, RetentionRule] = MappingProxyType(
    {
        rule.kind: rule
        for rule in (
            _rule(RetainedKind.COMPLAINT, 72, RetentionStart.CLOSED),
            _rule(RetainedKind.PROMISE, 72, RetentionStart.CLOSED),
            _rule(RetainedKind.CUSTOMER, 72, RetentionStart.LAST_INVOICE),
            _rule(RetainedKind.ENQUIRER, 24, RetentionStart.LAST_CONTACT),
            _rule(RetainedKind.INVOICE, 60, RetentionStart.TAX_FILING),
            _rule(RetainedKind.FEEDBACK, 24, RetentionStart.RECEIVED, RetentionEnd.ANONYMISE),
            _rule(RetainedKind.MARKETING_CONSENT, 0, RetentionStart.WITHDRAWN),
            _rule(RetainedKind.MARKETING_STOP, None, RetentionStart.WITHDRAWN, RetentionEnd.KEEP),
            _rule(RetainedKind.SUPPORT_NEED, 0, RetentionStart.REVIEW_OR_END),
            _rule(RetainedKind.SAFETY_NOTE, 0, RetentionStart.REVIEW_OR_END),
            _rule(RetainedKind.DATA_REQUEST, 36, RetentionStart.CLOSED),
            _rule(RetainedKind.DATA_COMPLAINT, 36, RetentionStart.CLOSED),
            _rule(RetainedKind.BREACH, 72, RetentionStart.LOGGED),
            _rule(RetainedKind.DELETED_RECORD, None, RetentionStart.LOGGED, RetentionEnd.KEEP),
        )
    }
)
"""The whole table, as it holds in England, Wales and Northern Ireland."""

SCOTTISH_SPARE_MONTHS = 12
"""Claims end a year sooner in Scotland; the same time is kept there, a year of it spare."""

_CLAIMS = (RetainedKind.COMPLAINT, RetainedKind.PROMISE)


def rule_for(kind: RetainedKind, nation: Nation) -> RetentionRule:
    """The rule for one kind of record.

    Args:
        kind: what is kept.
        nation: where the business is. In Scotland part of the time for complaints and promises
            is spare; somewhere else invoices run from their own day, because the tax calendar
            there is not ours to know.
    """
    rule = RETENTION[kind]
    if nation is Nation.SCT and kind in _CLAIMS:
        return replace(rule, spare_months=SCOTTISH_SPARE_MONTHS)
    if nation is Nation.ELSEWHERE and kind is RetainedKind.INVOICE:
        return replace(rule, start=RetentionStart.INVOICED, months=72)
    return rule


def due_on(rule: RetentionRule, event_on: date | None, *, on_hold: bool = False) -> date | None:
    """The day from which a record may be cleared out.

    Args:
        rule: of its kind.
        event_on: day of the event from which the time runs; None while it has not happened.
        on_hold: True while the law or a dispute asks for it to be kept.

    Returns:
        The day, or None while there is none.
    """
    if on_hold or event_on is None or rule.months is None:
        return None
    return add_months(event_on, rule.months)
