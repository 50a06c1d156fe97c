# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The services of privacy, history and taking things away: the part of the registry on trust."""

from functools import cached_property
from typing import TYPE_CHECKING

from servicedesk.services.registry_measured import Measured

if TYPE_CHECKING:
    from servicedesk.services.access_packs import AccessPacks
    from servicedesk.services.breaches import Breaches
    from servicedesk.services.clearing import Clearing
    from servicedesk.services.data_requests import DataRequests
    from servicedesk.services.export_all import ExportAll
    from servicedesk.services.forgetting import Forgetting
    from servicedesk.services.holds import Holds
    from servicedesk.services.marketing import Marketing
    from servicedesk.services.owner_pin import OwnerPin
    from servicedesk.services.privacy_desk import PrivacyDesk
    from servicedesk.services.record_history import RecordHistory
    from servicedesk.services.updates import Updates


class Trusted(Measured):
    """Requests, breaches, holds, clearing out, history, and everything in one folder.

    Args:
        units: changes and reads of the file.
        around: the world as services see it.
    """

    @cached_property
    def data_requests(self) -> "DataRequests":
        """Requests about somebody’s information, with their clocks."""
        from servicedesk.services.data_requests import DataRequests

        return DataRequests(self.units, self._around)

    @cached_property
    def access_packs(self) -> "AccessPacks":
        """What is held on one customer, on paper and as data."""
        from servicedesk.services.access_packs import AccessPacks

        return AccessPacks(self.units, self._around)

    @cached_property
    def breaches(self) -> "Breaches":
        """The log of breaches, with the 72 hours."""
        from servicedesk.services.breaches import Breaches

        return Breaches(self.units, self._around)

    @cached_property
    def holds(self) -> "Holds":
        """What must be kept whatever its time says."""
        from servicedesk.services.holds import Holds

        return Holds(self.units, self._around)

    @cached_property
    def forgetting(self) -> "Forgetting":
        """Forgetting people, with every figure as it was."""
        from servicedesk.services.forgetting import Forgetting

        return Forgetting(self.units, self._around)

    @cached_property
    def clearing(self) -> "Clearing":
        """What has been kept for long enough, to be looked through."""
        from servicedesk.services.clearing import Clearing

        return Clearing(self.units, self._around)

    @cached_property
    def marketing(self) -> "Marketing":
        """Who may be written to about offers, and who never again."""
        from servicedesk.services.marketing import Marketing

        return Marketing(self.units, self._around)

    @cached_property
    def privacy_desk(self) -> "PrivacyDesk":
        """How everything about privacy stands, and the yearly fee."""
        from servicedesk.services.privacy_desk import PrivacyDesk

        return PrivacyDesk(self.units, self._around)

    @cached_property
    def owner_pin(self) -> "OwnerPin":
        """A few figures before what is about the people who work here."""
        from servicedesk.services.owner_pin import OwnerPin

        return OwnerPin(self.units)

    @cached_property
    def record_history(self) -> "RecordHistory":
        """What was changed in a record, when and by whom."""
        from servicedesk.services.record_history import RecordHistory

        return RecordHistory(self.units, self._around)

    @cached_property
    def export_all(self) -> "ExportAll":
        """Everything in one folder, for any other program."""
        from servicedesk.services.export_all import ExportAll

        return ExportAll(self.units, self._around)

    @cached_property
    def updates(self) -> "Updates":
        """Legal facts and bank holidays that came after the program."""
        from servicedesk.services.updates import Updates

        return Updates(self._around)
