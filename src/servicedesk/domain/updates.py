# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Legal facts and bank holidays that came after the program: what a file of them would change.

Law and calendars change between two releases. A file of them is small, is looked at before it is
used, and can be taken back; it never changes what the owner wrote.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.calendars import HolidayTable, Nation
from servicedesk.domain.errors import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalText:
    """A legal fact as far as a change of it is shown.

    Args:
        id: for life.
        text: the sentence that papers print.
        checked_on: the day somebody last looked it up.
        source: where it stands, in words.
    """

    id: str
    text: str
    checked_on: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalChange:
    """One legal fact that says something else than before.

    Args:
        before: as used now; None for a new one.
        after: as the file has it.
    """

    before: LegalText | None
    after: LegalText

    @property
    def is_only_checked(self) -> bool:
        """Whether it was looked up again and still says the same."""
        return self.before is not None and self.before.text == self.after.text


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayChange:
    """What a file changes about the bank holidays of one nation.

    Args:
        nation: whose.
        added: days that are new.
        removed: days that are none any more.
        known_up_to: the last day that the file speaks for.
    """

    nation: Nation
    added: tuple[date, ...]
    removed: tuple[date, ...]
    known_up_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateLook:
    """A file of updates, looked at; nothing of it is in use yet.

    Args:
        name: of the file.
        made_on: the day it was made.
        says: a sentence of whoever made it; "" for none.
        law: legal facts that differ.
        holidays: nations whose bank holidays differ.
    """

    name: str
    made_on: date
    says: str
    law: tuple[LegalChange, ...]
    holidays: tuple[HolidayChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether everything in it is known already."""
        return not self.law and not self.holidays


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateStatus:
    """What is in use now.

    Args:
        made_on: of the file of updates; None while what came with the program is used.
        checked_on: the day on which the oldest legal fact was looked up.
        known_up_to: the last day for which bank holidays are known; None somewhere else.
    """

    made_on: date | None
    checked_on: date
    known_up_to: date | None


def check_age(made_on: date, in_use: date | None, today: date) -> None:
    """Refuse a file that is older than what is used, or from a day to come.

    Args:
        made_on: of the file.
        in_use: of the file that is used now; None for none.
        today: this day.

    Raises:
        Refusal: ``update_ahead`` or ``update_older`` for "file".
    """
    if made_on > today:
        raise Refusal("update_ahead", "file")
    if in_use is not None and made_on < in_use:
        raise Refusal("update_older", "file")


def legal_changes(
    before: Sequence[LegalText], after: Sequence[LegalText]
) -> tuple[LegalChange, ...]:
    """The legal facts that differ, in the order of the file.

    Args:
        before: those in use.
        after: those of the file.

    Raises:
        Refusal: ``update_incomplete`` for "file" when a fact is missing that papers rest on,
            ``update_older`` when one was looked up before the one in use.
    """
    known = {fact.id: fact for fact in before}
    found = {fact.id: fact for fact in after}
    for fact in before:
        new = found.get(fact.id)
        if new is None:
            raise Refusal("update_incomplete", "file", fact=fact.id)
        if new.checked_on < fact.checked_on:
            raise Refusal("update_older", "file")
    return tuple(
        LegalChange(before=known.get(fact.id), after=fact)
        for fact in after
        if known.get(fact.id) != fact
    )


def holiday_change(before: HolidayTable, after: HolidayTable) -> HolidayChange | None:
    """What differs between two tables of a nation; None for nothing.

    Args:
        before: in use.
        after: of the file.

    Raises:
        Refusal: ``update_older`` for "file" when it knows less far ahead, ``update_doubtful``
            when a day stands twice, or a year is without any.
    """
    known, told = before.known_up_to, after.known_up_to
    if known is not None and (told is None or told < known):
        raise Refusal("update_older", "file")
    days = [holiday.day for holiday in after.holidays]
    years = {day.year for day in days}
    if len(set(days)) != len(days) or set(range(min(years), max(years) + 1)) != years:
        raise Refusal("update_doubtful", "file")
    had = {holiday.day for holiday in before.holidays}
    added = tuple(day for day in days if day not in had)
    removed = tuple(sorted(had - set(days)))
    if not added and not removed and known == told:
        return None
    return HolidayChange(nation=after.nation, added=added, removed=removed, known_up_to=told)
