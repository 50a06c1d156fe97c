# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Due dates on their way into other calendars, as an iCalendar file (RFC 5545).

A date without a time is a whole day there too, so that no change of zone or of clocks puts it on
another day; a time is written in UTC. Nothing goes out but what was promised to whom, by when.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from servicedesk.domain.calendars_files import DueEntry, entry_note, entry_title
from servicedesk.domain.errors import Refusal
from servicedesk.services.facts import read_facts
from servicedesk.services.printing import Printing
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.calendars_dues import due_entries, open_promise_ids

if TYPE_CHECKING:  # the library comes in with the first file
    from icalendar import Event

_ONE_DAY = timedelta(days=1)


class CalendarFiles:
    """Makes calendar files.

    Args:
        units: reads the file.
        around: the clock and the words.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def open_ones(self) -> tuple[int, ...]:
        """The numbers of all open promises, the one that is due first at the head."""
        with self._units.read() as reading:
            return open_promise_ids(reading)

    def ics(self, promise_ids: Sequence[int]) -> bytes:
        """Write promises as one calendar file; those that have ended are left out.

        Args:
            promise_ids: their numbers.

        Raises:
            Refusal: ``calendar_nothing_open`` when none of them is open.
        """
        from icalendar import Calendar

        with self._units.read() as reading:
            entries = due_entries(reading, promise_ids)
            business = str(read_facts(reading).get("trading_name", ""))
        if not entries:
            raise Refusal("calendar_nothing_open")
        say = self._around.phrases.say
        calendar = Calendar()
        calendar.add("prodid", "-//servicedesk//servicedesk//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        name = say("calendar_file.name_of", business=business) if business else ""
        calendar.add("x-wr-calname", name or say("calendar_file.name"))
        written = self._around.clock.now().replace(microsecond=0)
        for entry in entries:
            calendar.add_component(self._event(entry, written))
        data: bytes = calendar.to_ical()
        return data

    def save(self, path: Path, promise_ids: Sequence[int]) -> None:
        """Write promises into a calendar file: whole, or not at all.

        Args:
            path: of the file; one that is there is replaced, as the person agreed to.
            promise_ids: their numbers.

        Raises:
            Refusal: as for ``ics``.
            Trouble: the file cannot be written.
        """
        Printing().save(path, self.ics(promise_ids), replaces=True)

    def _event(self, entry: DueEntry, written: datetime) -> "Event":
        from icalendar import Event

        phrases = self._around.phrases
        event = Event()
        event.add("uid", f"{entry.ref}@servicedesk")
        event.add("dtstamp", written)
        event.add("sequence", entry.moves)
        event.add("summary", entry_title(entry, phrases))
        event.add("description", entry_note(entry, phrases))
        event.add("transp", "TRANSPARENT")
        if entry.due.at is None:
            event.add("dtstart", entry.due.day)
            event.add("dtend", entry.due.day + _ONE_DAY)
        else:
            event.add("dtstart", entry.due.at)
        return event
