# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A shop's customers for the tests of their room, put in through the services."""

from datetime import UTC, date, datetime, timedelta

from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import (
    Address,
    Channel,
    CustomerDraft,
    CustomerStatus,
    Reach,
    ReachKind,
)
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.domain.support import NeedSource, SupportDraft, SupportNeed

RUTH = "Ruth"
TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)


def person(name, phone="", **other):
    """A customer as typed."""
    reaches = (Reach(kind=ReachKind.PHONE, shown=phone),) if phone else ()
    return CustomerDraft(name=name, reaches=reaches, **other)


def promised(bench, customer_id, text, due):
    """A promise made a month ago; returns its number."""
    draft = PromiseDraft(
        customer_id=customer_id,
        text=text,
        due=Due(day=due),
        made_on=TODAY - 30 * DAY,
        promiser="Tom",
    )
    return bench.services.promises.make(draft, RUTH).card.id


def fill(bench):
    """Six customers; returns their numbers by name."""
    services = bench.services
    drafts = (
        person(
            "Mrs Meena Patel",
            "07700 900123",
            addresses=(Address(lines="14 Wellington Road\nTodmorden", postcode="OL14 5DY"),),
            remember="Rings the back door",
            tags=("trade",),
            prefers=Channel.SMS,
        ),
        person("Pat’s Café", "01632 960044", tags=("trade", "café"), is_organisation=True),
        person("Patrick Ó Sé", "07700 900461", status=CustomerStatus.ASKED),
        person("Dora Patmore"),
        person("Álvaro Ruiz"),
        person("O’Neill & Daughters", is_organisation=True, ask_for="Niamh"),
    )
    ids = {draft.name: services.customers.add(draft, RUTH).card.id for draft in drafts}
    patel = ids["Mrs Meena Patel"]
    kept = promised(bench, patel, "skirting board", TODAY - 20 * DAY)
    services.promises.done(kept, TODAY - 21 * DAY, None, RUTH)
    promised(bench, patel, "ring back about the saw", TODAY - 4 * DAY)
    promised(bench, ids["Dora Patmore"], "new hinges", TODAY)
    services.contacts.log(
        ContactDraft(
            customer_id=patel,
            text="asked about the saw",
            at=datetime(2026, 11, 17, 10, tzinfo=UTC),
            by_whom="Tom",
        ),
        RUTH,
    )
    services.support.add_need(
        patel,
        SupportDraft(
            need=SupportNeed.TEXT_NOT_CALLS,
            source=NeedSource.CUSTOMER_SAID,
            yes_words="Yes, please",
            agreed_on=TODAY,
        ),
        RUTH,
    )
    return ids
