# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether the steps that a letter takes can be taken, before it goes out.

The steps are walked on a complaint that nobody keeps, so that a letter is held beside its words
and not at the press of its button.
"""

from dataclasses import replace
from datetime import date, datetime

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.complaints_guards import Case, finding_of
from servicedesk.domain.complaints_stepping import taken
from servicedesk.domain.complaints_timing import PAST_CEILING_FROM
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterDraft
from servicedesk.domain.letters_complaints import PROMISES, ComplaintEffect
from servicedesk.domain.letters_complaints_taking import chosen_finding, given_for
from servicedesk.domain.letters_fields_complaints import FINDING


def check_steps(
    case: Case, effect: ComplaintEffect, draft: LetterDraft, body: str, now: datetime
) -> None:
    """See that a complaint can take the steps of a letter.

    Args:
        case: the complaint and what is around it.
        effect: of the letter.
        draft: of the letter, everything that it needs typed.
        body: whom they can turn to outside, or what is written down where there is nobody.
        now: the moment of writing, in UTC.

    Raises:
        Refusal: ``letter_finding_points`` where the points of the complaint say something else
            than the letter, ``complaint_extend_past_ceiling`` where it promises a day past the
            eight weeks, and what the steps raise.
    """
    if effect.answer_by is not None:
        _check_ceiling(case, effect.answer_by, PROMISES[draft.template])
    found, chosen = finding_of(case.file), chosen_finding(draft.values)
    if case.file.issues and None not in (found, chosen) and found is not chosen:
        raise Refusal("letter_finding_points", FINDING)
    for action in effect.actions:
        given = given_for(action, draft, case.today, now, body, case.card.finding)
        card = taken(case, action, given, now)
        case = replace(case, file=replace(case.file, card=card))


def _check_ceiling(case: Case, day: date, field: str) -> None:
    """See that a day is not past the eight weeks, unless they are nearly over."""
    ceiling = case.card.dues.ceiling_on
    may_pass = case.calendar.add_days(case.today, PAST_CEILING_FROM, DayKind.WORKING)
    if day > ceiling > may_pass:
        raise Refusal("complaint_extend_past_ceiling", field)
