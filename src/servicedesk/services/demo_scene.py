# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the pretend shop is made with: its services, a clock that moves, its story, its deeds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol

from servicedesk.content.guides_tables import Table
from servicedesk.domain.calendars import LONDON
from servicedesk.domain.clock import Clock
from servicedesk.domain.customers_lists import CustomerFilter
from servicedesk.services.actions import Actions
from servicedesk.services.backup import Backups
from servicedesk.services.breaches import Breaches
from servicedesk.services.business import Business
from servicedesk.services.calendars import Calendars
from servicedesk.services.charters_writing import CharterWriting
from servicedesk.services.checks import Checks
from servicedesk.services.complaints import Complaints
from servicedesk.services.contacts import Contacts
from servicedesk.services.customers import Customers
from servicedesk.services.customers_lists import CustomerLists
from servicedesk.services.data_requests import DataRequests
from servicedesk.services.fairness import Fairness
from servicedesk.services.feedback import Feedback
from servicedesk.services.holds import Holds
from servicedesk.services.ideas import Ideas
from servicedesk.services.letters_writing import LettersWriting
from servicedesk.services.marketing import Marketing
from servicedesk.services.own_fields import OwnFields
from servicedesk.services.people import People
from servicedesk.services.promises import Promises
from servicedesk.services.registrations import Registrations
from servicedesk.services.reviews import Reviews
from servicedesk.services.samples import Samples
from servicedesk.services.service_plan import ServicePlans
from servicedesk.services.staff import Staff
from servicedesk.services.support import Support
from servicedesk.services.walks import Walks
from servicedesk.services.written import Written


class Shop(Protocol):
    """The services of the file that is filled."""

    @property
    def business(self) -> Business:
        """Facts of the business."""
        ...

    @property
    def people(self) -> People:
        """Who works there."""
        ...

    @property
    def registrations(self) -> Registrations:
        """Registrations and insurance."""
        ...

    @property
    def calendars(self) -> Calendars:
        """Opening hours, closures and bank holidays."""
        ...

    @property
    def charter_writing(self) -> CharterWriting:
        """Writing the charter."""
        ...

    @property
    def customers(self) -> Customers:
        """Who buys there."""
        ...

    @property
    def customer_lists(self) -> CustomerLists:
        """Lists of who buys there."""
        ...

    @property
    def complaints(self) -> Complaints:
        """What they were not content with."""
        ...

    @property
    def feedback(self) -> Feedback:
        """What they said of it."""
        ...

    @property
    def samples(self) -> Samples:
        """What is counted by hand."""
        ...

    @property
    def walks(self) -> Walks:
        """Walks along the customer's way."""
        ...

    @property
    def own_fields(self) -> OwnFields:
        """Fields of the shop's own."""
        ...

    @property
    def promises(self) -> Promises:
        """What customers were promised."""
        ...

    @property
    def letters_writing(self) -> LettersWriting:
        """Letters to customers."""
        ...

    @property
    def contacts(self) -> Contacts:
        """Who rang, wrote or came by."""
        ...

    @property
    def support(self) -> Support:
        """What helps customers."""
        ...

    @property
    def checks(self) -> Checks:
        """Checks of itself."""
        ...

    @property
    def actions(self) -> Actions:
        """Things to do."""
        ...

    @property
    def ideas(self) -> Ideas:
        """Ideas seen elsewhere."""
        ...

    @property
    def service_plan(self) -> ServicePlans:
        """The service plan."""
        ...

    @property
    def staff(self) -> Staff:
        """What those who work there know and say."""
        ...

    @property
    def written(self) -> Written:
        """Papers written for the owner."""
        ...

    @property
    def reviews(self) -> Reviews:
        """Reviews twice a year."""
        ...

    @property
    def fairness(self) -> Fairness:
        """Offers and plans, and fairness to those who stay."""
        ...

    @property
    def marketing(self) -> Marketing:
        """Who may be sent offers."""
        ...

    @property
    def data_requests(self) -> DataRequests:
        """Who asked about their information."""
        ...

    @property
    def breaches(self) -> Breaches:
        """What went wrong with information."""
        ...

    @property
    def holds(self) -> Holds:
        """What must be kept."""
        ...

    @property
    def backups(self) -> Backups:
        """Backups."""
        ...


class MovingClock:
    """A clock that can be put back, never forward of the real one.

    Args:
        real: tells the time once this one is let go.
        zone: the zone whose midnight begins a new day.
    """

    def __init__(self, real: Clock, zone: tzinfo = LONDON) -> None:
        self._real = real
        self._zone = zone
        self._at: datetime | None = None

    def now(self) -> datetime:
        """The moment it was put to, in UTC, or the real one."""
        return self._at or self._real.now()

    def today(self) -> date:
        """The date of that moment in the zone of the business."""
        return self._real.today() if self._at is None else self._at.astimezone(self._zone).date()

    def put(self, day: date, at: time, later: timedelta = timedelta()) -> None:
        """Put it to a moment; what has not come yet is now.

        Args:
            day: in the zone of the business.
            at: time of that day.
            later: so much after it.
        """
        wanted = datetime.combine(day, at, self._zone).astimezone(UTC) + later
        self._at = min(wanted, self._real.now())

    def let_go(self) -> None:
        """Go with the real clock again."""
        self._at = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that somebody did.

    Args:
        on: the day.
        act: does it, while the clock stands at that day.
    """

    on: date
    act: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the sections of the story are read with.

    Args:
        shop: the services.
        story: what is left to read of it.
        business: its table of facts.
        hours: the ordinary week, weekday -> intervals.
        who: does everything.
        day: the day that a text tells, such as "-400 days open".
    """

    shop: Shop
    story: Table
    business: Table
    hours: Mapping[str, object]
    who: str
    day: Callable[[str], date]

    def customer(self, text: str) -> int:
        """The number of the customer whom a text finds first, once they are there."""
        return self.shop.customer_lists.ids(CustomerFilter(text=text))[0]

    def day_in(self, table: Table, key: str) -> date:
        """The day told under a key of a table.

        Raises:
            Trouble: ``program_file_damaged``.
        """
        return self._told(table, table.take(key, str))

    def days_in(self, table: Table) -> dict[str, date]:
        """All days told in a table, by key.

        Raises:
            Trouble: ``program_file_damaged``.
        """
        return {key: self._told(table, str(text)) for key, text in table.rest().items()}

    def _told(self, table: Table, text: str) -> date:
        try:
            return self.day(text)
        except ValueError as fault:
            raise table.fault(str(fault)) from fault
