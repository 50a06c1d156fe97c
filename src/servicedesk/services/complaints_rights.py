# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can they ask for: the law with its days, for the owner beside a complaint."""

from dataclasses import dataclass
from datetime import date

from servicedesk.content.law import load_facts
from servicedesk.domain.calendars import Nation
from servicedesk.domain.complaints_rights import Purchase, rights_of
from servicedesk.domain.letters_filling import day_words
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units

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
    """Tells what a consumer can ask for.

    Args:
        units: opens reads.
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
            nation = nation_in(read_facts(reading))
        if not is_consumer or nation is Nation.ELSEWHERE:
            return None
        facts = [one for one in load_facts(self._around.resources) if nation in one.nations]
        by_id = {one.id: one for one in facts}
        (advice,) = [one for one in facts if one.letter == _ADVICE]
        told = [(by_id[line.fact], line.day) for line in rights_of(purchase)]
        lines = tuple(
            fact.text
            if day is None
            else fact.text.replace(_DAY, day_words(day, self._around.phrases))
            for fact, day in told
        )
        used = [advice, *(fact for fact, _ in told)]
        return RightsShown(
            nation=nation,
            lines=lines,
            advice=advice.text,
            checked_on=min(fact.checked_on for fact in used),
        )
