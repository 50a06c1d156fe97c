# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Mappings: how the columns of a list are brought in, kept under a name for the next one."""

from collections.abc import Sequence

from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing_mappings import (
    MappingCard,
    MappingDraft,
    checked_mapping,
    fitting,
    named_as,
)
from servicedesk.services.unit import Done, Units
from servicedesk.store.import_mappings import import_mappings, mapping_cards, mapping_values


class ImportMappings:
    """The use cases of mappings.

    Args:
        units: opens changes and reads.
    """

    def __init__(self, units: Units) -> None:
        self._units = units

    def all(self) -> tuple[MappingCard, ...]:
        """Every mapping that is kept, by its name."""
        with self._units.read() as reading:
            return mapping_cards(reading)

    def fitting(self, holds: ListKind, headings: Sequence[str]) -> tuple[MappingCard, ...]:
        """The mappings that were kept for lists with these very headings."""
        return fitting(self.all(), holds, headings)

    def named(self, name: str, holds: ListKind) -> MappingCard:
        """The mapping of a name.

        Raises:
            Refusal: ``mapping_unknown``.
        """
        found = named_as(self.all(), name, holds)
        if found is None:
            raise Refusal("mapping_unknown", "mapping", name=name)
        return found

    def keep(self, draft: MappingDraft, who: str) -> Done[MappingCard]:
        """Keep a mapping under its name; one of that name for such lists gives way to it.

        Raises:
            Refusal: what ``checked_mapping`` raises.
        """
        tidy = checked_mapping(draft)
        with self._units.change("keep mapping", who) as unit:
            before = named_as(mapping_cards(unit.connection), tidy.name, tidy.holds)
            if before is None:
                number = unit.insert(import_mappings, mapping_values(tidy))
            else:
                number = before.id
                unit.update(import_mappings, number, mapping_values(tidy))
        return Done(card=MappingCard(id=number, draft=tidy), changes=unit.changes)

    def drop(self, mapping_id: int, who: str) -> Done[int]:
        """Keep a mapping no longer.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("drop mapping", who) as unit:
            unit.remove(import_mappings, mapping_id)
        return Done(card=mapping_id, changes=unit.changes)
