# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a customer can ask for by law, told in a letter where the owner puts it in, and only there.

What was ticked beside the complaint decides which sentences they are; each of them stands in the
law's own file.
"""

from dataclasses import dataclass
from datetime import date

from servicedesk.content.law import Fact, legal_figures, load_facts, stale
from servicedesk.domain.calendars import Nation
from servicedesk.domain.complaints_rights import purchase_of, rights_of
from servicedesk.domain.letters import LetterDraft, LetterTemplate
from servicedesk.domain.letters_extra import may_tell_rights
from servicedesk.domain.letters_fields_complaints import LAW
from servicedesk.domain.letters_filling import day_words, fields_in
from servicedesk.services.complaints_writing import card_of
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading
from servicedesk.store.complaints_purchases import purchase_behind

_DAY = "[day]"
_ASK, _TELL = "ask_", "tell_"
_BEGIN, _END = f"{_TELL}begin", f"{_TELL}end"
_ADVICE = "free_advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsTold:
    """What a letter can tell.

    Args:
        paragraph: as it would stand there; "" where there is nothing to tell.
        old_since: the day on which the oldest of its facts was looked up, where that is so long
            ago that somebody should look again; else None.
    """

    paragraph: str = ""
    old_since: date | None = None


NOTHING = RightsTold()
"""Where a letter can tell nothing of it."""


def rights_told(
    reading: Reading, around: Surroundings, template: LetterTemplate, draft: LetterDraft
) -> RightsTold:
    """What a letter can tell of what its customer can ask for.

    Returns:
        ``NOTHING`` for a letter to somebody else or about their information, without a complaint
        or before all three ticks are made beside it, for a business customer, and somewhere else
        than in the four nations.

    Raises:
        Refusal: ``record_gone``.
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    if draft.complaint_id is None or not may_tell_rights(template):
        return NOTHING
    found = purchase_behind(reading, draft.complaint_id)
    purchase = None if found is None else purchase_of(found[1])
    nation = nation_in(read_facts(reading))
    is_consumer = card_of(reading, draft.complaint_id).is_consumer
    if purchase is None or not is_consumer or nation is Nation.ELSEWHERE:
        return NOTHING
    here = [one for one in load_facts(around.resources) if nation in one.nations]
    by_id = {one.id: one for one in here}
    lines = rights_of(purchase, legal_figures(around.resources))
    told: list[tuple[Fact, date | None]] = [(by_id[_BEGIN], None)]
    told += [
        (by_id[tell], line.day)
        for line in lines
        if (tell := line.fact.replace(_ASK, _TELL, 1)) in by_id  # what is no right is not told
    ]
    told.append((by_id[_END], None))
    if f"{LAW}{_ADVICE}" not in fields_in(template.parts):
        told += [(one, None) for one in here if one.letter == _ADVICE]
    rest_on = [*(one for one, _ in told), *(by_id[line.fact] for line in lines)]
    old = stale(rest_on, around.clock.today())
    return RightsTold(
        paragraph=" ".join(_said(fact, day, around) for fact, day in told),
        old_since=min((one.checked_on for one in old), default=None),
    )


def _said(fact: Fact, day: date | None, around: Surroundings) -> str:
    return fact.text if day is None else fact.text.replace(_DAY, day_words(day, around.phrases))
