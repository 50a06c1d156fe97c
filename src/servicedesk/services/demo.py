# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The pretend shop: a new file filled through the services that an owner would fill it through.

``resources/demo/shop.toml`` says what somebody there would have typed, and when. Each kind of
record has its part there and a function in ``SECTIONS`` that turns it into deeds; all deeds are
done in the order of their days, so that the history grows as a real one does. A new kind of
record adds its part, its function in a module ``demo_...`` and one line here.
"""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

from servicedesk.content.guides_tables import Table, read_tables
from servicedesk.domain.backups import BackupReason
from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.hours import parse_week
from servicedesk.domain.relative_days import day_told
from servicedesk.services import (
    demo_business,
    demo_charters,
    demo_complaints,
    demo_counting,
    demo_customers,
    demo_feedback,
    demo_improving,
    demo_letters,
    demo_privacy,
)
from servicedesk.services.backup import Steps
from servicedesk.services.demo_scene import Deed, MovingClock, Scene, Shop

SECTIONS: tuple[Callable[[Scene], Iterator[Deed]], ...] = (
    demo_business.facts,
    demo_business.people,
    demo_business.registrations,
    demo_business.closures,
    demo_business.open_days,
    demo_business.holidays,
    demo_customers.own_fields,
    demo_customers.customers,
    demo_customers.promises,
    demo_customers.contacts,
    demo_complaints.complaints,
    demo_letters.letters,
    demo_charters.charters,
    demo_feedback.feedback,
    demo_feedback.cards,
    demo_counting.sample_weeks,
    demo_counting.checks,
    demo_counting.served,
    demo_counting.walks,
    demo_improving.self_checks,
    demo_improving.own_actions,
    demo_improving.ideas,
    demo_improving.service_plan,
    demo_improving.skills,
    demo_improving.helpers_words,
    demo_improving.written_papers,
    demo_improving.offers,
    demo_improving.fairness_checks,
    demo_improving.reviews,
    demo_privacy.consents,
    demo_privacy.stops,
    demo_privacy.requests,
    demo_privacy.breaches,
    demo_privacy.holds,
)
"""What turns each part of the story into deeds; on one day those named first come first."""

_BEGINS = time(9, 40)
_BETWEEN = timedelta(minutes=7)
"""From one deed of a day to the next."""


def build_demo(shop: Shop, clock: MovingClock, resources: Path, progress: Steps) -> None:
    """Fill a new, empty file with the pretend shop, and back it up.

    Args:
        shop: services of that file, which go by ``clock``.
        clock: is moved through the history of the shop, and let go at its end.
        resources: the folder of the program's data files.
        progress: hears of each deed.

    Raises:
        Trouble: ``program_file_missing``, ``program_file_damaged``, or whatever keeps the file
            from being written.
    """
    story = read_tables(resources / "demo" / "shop.toml")
    scene = _scene(shop, story, clock.today())
    deeds = [deed for section in SECTIONS for deed in section(scene)]
    story.done()
    deeds.sort(key=lambda deed: deed.on)
    before, place = date.min, 0
    for number, deed in enumerate(deeds):
        progress.raise_if_cancelled()
        progress.step(number, len(deeds))
        place = place + 1 if deed.on == before else 0
        before = deed.on
        clock.put(deed.on, _BEGINS, place * _BETWEEN)
        deed.act()
    clock.let_go()
    shop.calendars.refill(scene.who)
    shop.backups.back_up(BackupReason.START, progress)


def _scene(shop: Shop, story: Table, today: date) -> Scene:
    """Days are told by the hours of the shop and the bank holidays that the program knows."""
    business = _needed(story, "business")
    hours = _needed(business, "opening_hours").rest()
    holidays = frozenset(card.holiday.day for card in shop.calendars.holidays())
    calendar = WorkingCalendar(hours=parse_week(hours), bank_holidays=holidays)
    is_open = partial(calendar.counts, kind=DayKind.OPENING)
    return Scene(
        shop=shop,
        story=story,
        business=business,
        hours=hours,
        who=story.take("serving", str),
        day=partial(day_told, today=today, is_open=is_open),
    )


def _needed(table: Table, key: str) -> Table:
    found = table.table(key)
    if found is None:
        raise table.fault(f"{key} is missing")
    return found
