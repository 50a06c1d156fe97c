# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints of a real list put into a file in one step, as no person would type them."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from servicedesk.content.law import legal_figures
from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints import (
    About,
    ComplaintCard,
    ComplaintDraft,
    Dates,
    Promised,
    Serious,
    Stage,
)
from servicedesk.domain.complaints_assessing import quick_assessment
from servicedesk.domain.complaints_clocks import dues
from servicedesk.domain.complaints_timing import first_timing
from servicedesk.domain.customers import Channel
from servicedesk.services.unit import Units
from servicedesk.store.complaints import card_values, complaints, promised_values
from tests.helpers.builders import RESOURCES

_NINE = 9
_CHANNELS = {
    "Web": Channel.WEB,
    "Referral": Channel.THIRD_PARTY,
    "Phone": Channel.PHONE,
    "Postal mail": Channel.POST,
    "Fax": Channel.POST,
    "Email": Channel.EMAIL,
}
_ABOUTS = (About.QUALITY_OF_WORK, About.PRICE, About.MISLEADING, About.COMMUNICATION, About.OTHER)
_SERIOUS = tuple(Serious)


def read_drafts(path: Path) -> Iterator[ComplaintDraft]:
    """The rows of a list of complaints as they would be typed here.

    What they write themselves is the text; where they wrote nothing, the sort of issue is.
    """
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            year, month, day = (int(part) for part in row["Date received"].split("/"))
            yield ComplaintDraft(
                called=row["Company"],
                text=row["Consumer complaint narrative"] or row["Issue"],
                about=_ABOUTS[number % len(_ABOUTS)],
                serious=_SERIOUS[number % len(_SERIOUS)],
                product=row["Product"],
                job_ref=row["Complaint ID"],
                received_at=datetime(year, month, day, _NINE, tzinfo=UTC),
                channel=_CHANNELS[row["Submitted via"]],
                taken_by="Ann",
                handler="Ann",
            )


def put_complaints(units: Units, drafts: Sequence[ComplaintDraft]) -> range:
    """Put complaints in as they were on the day they came, every third one finished.

    Returns:
        Their numbers, in the order of the drafts.
    """
    calendar = WorkingCalendar()
    rows = []
    for number, draft in enumerate(drafts):
        assessment = quick_assessment(draft)
        timing = first_timing(draft, assessment, Promised())
        days = dues(timing, calendar, legal_figures(RESOURCES))
        received_on = local_date(calendar, draft.received_at)
        card = ComplaintCard(
            id=0, ref="", draft=draft, stage=Stage.RECEIVED, assessment=assessment, dues=days
        )
        if number % 3 == 0:
            ended = Dates(acknowledged_at=draft.received_at, closed_on=received_on)
            card = replace(card, stage=Stage.CLOSED, dates=ended, dues=replace(days, next_on=None))
        ref = f"C-{received_on.year}-{number + 1:04d}"
        own = {"ref": ref, "received_on": received_on}
        rows.append({**own, **card_values(card), **promised_values(Promised())})
    with units.change("bring complaints", "Ann") as unit:
        return unit.insert_many(complaints, rows)
