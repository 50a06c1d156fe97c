# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can they ask for: the law with its days, for the owner beside a complaint."""

from dataclasses import dataclass
from datetime import date

from servicedesk.content.law import legal_figures, load_facts
from servicedesk.domain.calendars import Nation
from servicedesk.domain.complaints_rights import (
    NOTHING_TICKED,
    Purchase,
    PurchaseDraft,
    checked_purchase,
    rights_of,
)
from servicedesk.domain.letters_filling import day_words
from servicedesk.services.complaints_writing import card_of
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.complaints_purchases import (
    complaint_purchases,
    purchase_behind,
    purchase_values,
)

_DAY = "[day]"
_ADVICE = "free_advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsShown:
    """What the panel tells.

    Args:
        nation: whose law it is.
        lines: sentences, each with its day.
        advice: where free advice is to be had.
        checked_on: the day on which the oldest of these facts was checked.
    """

    nation: Nation
    lines: tuple[str, ...]
    advice: str
    checked_on: date


class Rights:
    """Tells what a consumer can ask for, and keeps what was ticked for it.

    Args:
        units: opens changes and reads.
        around: the law's file and the words.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def shown(self, purchase: Purchase, *, is_consumer: bool) -> RightsShown | None:
        """General information on a purchase; None for a business customer, and outside the UK.

        Args:
            purchase: what the panel asked.
            is_consumer: the customer is a person.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        with self._units.read() as reading:
            return rights_in(reading, self._around, purchase, is_consumer=is_consumer)

    def ticked(self, complaint_id: int) -> PurchaseDraft:
        """What has been ticked beside a complaint."""
        with self._units.read() as reading:
            found = purchase_behind(reading, complaint_id)
        return NOTHING_TICKED if found is None else found[1]

    def tick(self, complaint_id: int, draft: PurchaseDraft, who: str) -> Done[PurchaseDraft]:
        """Keep what is ticked beside a complaint; nothing is written where that is kept already.

        Raises:
            Refusal: ``record_gone``, or what ``checked_purchase`` raises.
        """
        tidy = checked_purchase(draft, self._around.clock.today())
        with self._units.change("what they can ask for", who) as unit:
            card_of(unit.connection, complaint_id)
            found = purchase_behind(unit.connection, complaint_id)
            if found is None and tidy != NOTHING_TICKED:
                values = {**purchase_values(tidy), "complaint_id": complaint_id}
                unit.insert(complaint_purchases, values)
            elif found is not None and found[1] != tidy:
                unit.update(complaint_purchases, found[0], purchase_values(tidy))
        return Done(card=tidy, changes=unit.changes)


def rights_in(
    reading: Reading, around: Surroundings, purchase: Purchase, *, is_consumer: bool
) -> RightsShown | None:
    """As ``Rights.shown``, inside a read.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    nation = nation_in(read_facts(reading))
    if not is_consumer or nation is Nation.ELSEWHERE:
        return None
    facts = [one for one in load_facts(around.resources) if nation in one.nations]
    by_id = {one.id: one for one in facts}
    (advice,) = [one for one in facts if one.letter == _ADVICE]
    told = [
        (by_id[line.fact], line.day)
        for line in rights_of(purchase, legal_figures(around.resources))
    ]
    lines = tuple(
        fact.text if day is None else fact.text.replace(_DAY, day_words(day, around.phrases))
        for fact, day in told
    )
    used = [advice, *(fact for fact, _ in told)]
    return RightsShown(
        nation=nation,
        lines=lines,
        advice=advice.text,
        checked_on=min(fact.checked_on for fact in used),
    )
