# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who may be sent offers, and who never again.

Every list that is made for offers comes through here: whoever took a yes back, or said no by the
address that they are reached by, is on none of them, whatever list they were brought in with.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from servicedesk.content.law import load_facts
from servicedesk.domain.calendars import Nation
from servicedesk.domain.customers_typing import normal_email
from servicedesk.domain.entries import phone_digits, tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.marketing import (
    MarketingOverview,
    MarketingRow,
    MarketingStanding,
    StopCard,
    StopSource,
    in_order,
    newest_only,
    standing_of,
    stop_digest,
)
from servicedesk.domain.support import ConsentChannel
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.marketing_stopping import salt_of, stop_customer, write_stops
from servicedesk.services.phones import normal_phone
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.marketing_stops import (
    agreed_on,
    everybody_on,
    marketing_stops,
    reaches_of,
    stop_cards,
)
from servicedesk.store.support import consents

_SAID = ("offers_message", "offers_stop")
"""Ids of the facts that the owner is told, in order."""

_PHONE_LEAST = 6
"""Figures that a phone number to be stopped has at least."""


class Marketing:
    """The use cases of offers.

    Args:
        units: opens changes and reads.
        around: the clock, and the law's own file.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def overview(self, channel: ConsentChannel) -> MarketingOverview:
        """One channel: who may be sent offers, who not any more, and how many on the others.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        with self._units.read() as reading:
            salt, stops = salt_of(reading), stop_cards(reading)
            every = {each: _rows(reading, each, stops, salt) for each in ConsentChannel}
            mine = tuple(stop for stop in stops if stop.channel is channel)
            known = _known(reading, channel, mine, salt)
            sentences, checked = self._law(reading)
        return MarketingOverview(
            channel=channel,
            rows=in_order(every[channel]),
            stops=tuple(replace(stop, customers=known.get(stop.digest, ())) for stop in mine),
            may=tuple((each, len(_may(rows))) for each, rows in every.items()),
            sentences=sentences,
            checked_on=checked,
        )

    def counts(self) -> Mapping[ConsentChannel, int]:
        """How many may be sent offers, by channel."""
        with self._units.read() as reading:
            salt, stops = salt_of(reading), stop_cards(reading)
            return {each: len(_may(_rows(reading, each, stops, salt))) for each in ConsentChannel}

    def may_be_sent(self, channel: ConsentChannel) -> tuple[MarketingRow, ...]:
        """Everybody who may be sent offers on a channel, by name, with where to."""
        with self._units.read() as reading:
            return _may(_rows(reading, channel, stop_cards(reading), salt_of(reading)))

    def only_allowed(self, customer_ids: Iterable[int], channel: ConsentChannel) -> tuple[int, ...]:
        """Those of some customers who may be sent offers on a channel, in the order given."""
        may = {row.agreed.customer_id for row in self.may_be_sent(channel)}
        return tuple(number for number in customer_ids if number in may)

    def stop_address(
        self, typed: str, channels: Sequence[ConsentChannel], source: StopSource, who: str
    ) -> Done[int]:
        """Stop offers to an e-mail address or a phone number, whoever it belongs to.

        Args:
            typed: the address or number.
            channels: by phone and text for a number; passed over for an e-mail address.
            source: how we know.
            who: says so.

        Returns:
            How many stops are new, and what changed.

        Raises:
            Refusal: ``stop_needs_address`` or ``stop_not_read`` for "address";
                ``stop_needs_channel`` for "channels"; what ``tidy_line`` raises.
        """
        line = tidy_line(typed, "address")
        if not line:
            raise Refusal("stop_needs_address", "address")
        if "@" in line:
            normals = {ConsentChannel.EMAIL: normal_email(line)}
        else:
            if len(phone_digits(line)) < _PHONE_LEAST:
                raise Refusal("stop_not_read", "address")
            wanted = [one for one in channels if one in (ConsentChannel.SMS, ConsentChannel.PHONE)]
            if not wanted:
                raise Refusal("stop_needs_channel", "channels")
            normals = dict.fromkeys(wanted, normal_phone(line))
        with self._units.change("stop offers", who) as unit:
            new = sum(
                write_stops(unit, channel, (normal,), self._today, source)
                for channel, normal in normals.items()
            )
        return Done(card=new, changes=unit.changes)

    def stop_customer(
        self, customer_id: int, channel: ConsentChannel, source: StopSource, who: str
    ) -> Done[int]:
        """Stop offers to a customer on a channel; what they agreed to there is taken back.

        Returns:
            How many addresses or numbers are newly stopped, and what changed.
        """
        with self._units.change("stop offers", who) as unit:
            for one in agreed_on(unit.connection, channel, customer_id):
                if one.withdrawn_on is None:
                    unit.update(consents, one.consent_id, {"withdrawn_on": self._today})
            new = stop_customer(unit, customer_id, channel, self._today, source)
        return Done(card=new, changes=unit.changes)

    def lift(self, stop_id: int, who: str) -> Done[int]:
        """Take a stop away that was made by mistake.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("lift stop", who) as unit:
            unit.remove(marketing_stops, stop_id)
        return Done(card=stop_id, changes=unit.changes)

    def _law(self, reading: Reading) -> tuple[tuple[str, ...], date | None]:
        nation = nation_in(read_facts(reading))
        if nation is Nation.ELSEWHERE:
            return (), None
        facts = {fact.id: fact for fact in load_facts(self._around.resources)}
        said = [facts[name] for name in _SAID if nation in facts[name].nations]
        return tuple(fact.text for fact in said), min(fact.checked_on for fact in said)

    @property
    def _today(self) -> date:
        return self._around.clock.today()


def _rows(
    reading: Reading, channel: ConsentChannel, stops: Sequence[StopCard], salt: str
) -> tuple[MarketingRow, ...]:
    """How everybody stands who said something of a channel, by name."""
    stopped = frozenset(stop.digest for stop in stops if stop.channel is channel)
    said = newest_only(agreed_on(reading, channel))
    if not said:
        return ()
    reaches = reaches_of(reading, channel)
    known = (replace(one, reaches=reaches.get(one.customer_id, ())) for one in said)
    return tuple(standing_of(one, stopped, salt) for one in known)


def _may(rows: Iterable[MarketingRow]) -> tuple[MarketingRow, ...]:
    return tuple(row for row in rows if row.standing is MarketingStanding.MAY)


def _known(
    reading: Reading, channel: ConsentChannel, stops: Sequence[StopCard], salt: str
) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Customers who are known by an address that is stopped, by its digest."""
    if not stops:
        return {}
    wanted = frozenset(stop.digest for stop in stops)
    names = everybody_on(reading, channel)
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for number, reaches in reaches_of(reading, channel).items():
        for normal in {normal for _, normal in reaches if number in names}:
            digest = stop_digest(salt, channel, normal)
            if digest in wanted:
                found[digest] = (*found.get(digest, ()), (number, names[number]))
    return found
