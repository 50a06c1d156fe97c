# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Keeps the days of complaints as they are counted now, inside somebody else's step.

What they hang on is written elsewhere: the calendar of the business, and the promises that put
things right.
"""

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaints_stepping import recounted
from servicedesk.domain.legal_figures import LegalFigures
from servicedesk.services.unit import Unit
from servicedesk.store.complaints import complaints, dues_values
from servicedesk.store.complaints_file import complaint_file, remedy_of_promise
from servicedesk.store.complaints_reading import open_complaints


def recount(unit: Unit, complaint_id: int, calendar: WorkingCalendar, law: LegalFigures) -> None:
    """Count the days of one complaint anew; nothing is written where they stay.

    Raises:
        Refusal: ``never_open``.
    """
    file = complaint_file(unit.connection, complaint_id)
    if file is None:
        return
    counted = dues_values(recounted(file, calendar, law).dues)
    if counted != dues_values(file.card.dues):
        unit.update(complaints, complaint_id, counted)


def recount_for_promise(
    unit: Unit, promise_id: int, calendar: WorkingCalendar, law: LegalFigures
) -> None:
    """Count the days of the complaint anew whose remedy a promise is, if it is one.

    Raises:
        Refusal: ``never_open``.
    """
    complaint_id = remedy_of_promise(unit.connection, promise_id)
    if complaint_id is not None:
        recount(unit, complaint_id, calendar, law)


def recount_open(unit: Unit, calendar: WorkingCalendar, law: LegalFigures) -> None:
    """Count the days of every open complaint anew, after the calendar changed.

    Raises:
        Refusal: ``never_open``.
    """
    for complaint_id in open_complaints(unit.connection):
        recount(unit, complaint_id, calendar, law)
