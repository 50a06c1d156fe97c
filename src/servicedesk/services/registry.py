# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every service of an open file in one place, one property for each; made when first asked for.

A start shows Today, which needs few of them: what a service brings in is paid for by the first
screen that uses it.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from servicedesk.services.registry_trust import Trusted
from servicedesk.services.search_keeping import SearchKeeping
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.undo import Undo
from servicedesk.services.unit import Units
from servicedesk.store.engine import DeskFile

if TYPE_CHECKING:
    from servicedesk.services.backup import Backups
    from servicedesk.services.backup_upkeep import Upkeep
    from servicedesk.services.bins import Bin
    from servicedesk.services.business import Business
    from servicedesk.services.calendar_files import CalendarFiles
    from servicedesk.services.calendars import Calendars
    from servicedesk.services.calendars_preview import CalendarPreview
    from servicedesk.services.charters import Charters
    from servicedesk.services.charters_answers import CharterAnswers
    from servicedesk.services.charters_printing import CharterPrinting
    from servicedesk.services.charters_writing import CharterWriting
    from servicedesk.services.complaints import Complaints
    from servicedesk.services.complaints_papers import ComplaintPapers
    from servicedesk.services.complaints_putting_off import ComplaintsPuttingOff
    from servicedesk.services.complaints_rights import Rights
    from servicedesk.services.contacts import Contacts
    from servicedesk.services.customers import Customers
    from servicedesk.services.customers_alike import CustomersAlike
    from servicedesk.services.customers_lists import CustomerLists
    from servicedesk.services.customers_merging import CustomersMerging
    from servicedesk.services.drafts import Drafts
    from servicedesk.services.envelopes import Envelopes
    from servicedesk.services.exchange import Exchange
    from servicedesk.services.help_pages import HelpPages
    from servicedesk.services.home import Home
    from servicedesk.services.letters_writing import LettersWriting
    from servicedesk.services.lists import Lists
    from servicedesk.services.own_fields import OwnFields
    from servicedesk.services.password import Password
    from servicedesk.services.people import People
    from servicedesk.services.printing import Printing
    from servicedesk.services.promises import Promises
    from servicedesk.services.record_files import RecordFiles
    from servicedesk.services.registrations import Registrations
    from servicedesk.services.rounds import Rounds
    from servicedesk.services.search import Search
    from servicedesk.services.support import Support
    from servicedesk.services.timeline import Timeline


class Services(Trusted):
    """What can be done with an open file.

    Args:
        file: stays the caller's to close.
        around: the world as services see it.

    Attributes:
        units: changes and reads, for those who want to hear of them.
        undo: takes changes back.
        search_keeping: has the search find what changes write.
    """

    def __init__(self, file: DeskFile, around: Surroundings) -> None:
        super().__init__(Units(file, around.clock), around)
        self._file = file
        self.undo = Undo(self.units)
        self.search_keeping = SearchKeeping(self.units)

    @cached_property
    def charters(self) -> "Charters":
        """The charter and its versions."""
        from servicedesk.services.charters import Charters

        return Charters(self.units, self._around.clock, self._around.papers)

    @cached_property
    def charter_printing(self) -> "CharterPrinting":
        """The papers of a charter on their way to the preview."""
        from servicedesk.services.charters_printing import CharterPrinting

        around = self._around
        return CharterPrinting(
            papers=around.papers,
            guide=lambda: around.guide("charter"),
            phrases=around.phrases,
            today=around.clock.today,
            results=lambda card: self.charters_live_papers.poster_lines(card),
        )

    @cached_property
    def charter_answers(self) -> "CharterAnswers":
        """Answers files: saving and loading what a charter says."""
        from servicedesk.services.charters_answers import CharterAnswers

        return CharterAnswers(self._around)

    @cached_property
    def charter_writing(self) -> "CharterWriting":
        """Writing the charter, page by page."""
        from servicedesk.services.charters_writing import CharterWriting

        return CharterWriting(self.units, self._around, self.charters, self.business)

    @cached_property
    def business(self) -> "Business":
        """Facts of the business."""
        from servicedesk.services.business import Business

        return Business(self.units, self._around)

    @cached_property
    def people(self) -> "People":
        """Who works here."""
        from servicedesk.services.people import People

        return People(self.units)

    @cached_property
    def registrations(self) -> "Registrations":
        """Registrations and insurance with their end dates."""
        from servicedesk.services.registrations import Registrations

        return Registrations(self.units, self._around.clock)

    @cached_property
    def calendars(self) -> "Calendars":
        """Opening hours, closures and bank holidays."""
        from servicedesk.services.calendars import Calendars

        return Calendars(self.units, self._around)

    @cached_property
    def customers(self) -> "Customers":
        """Whom the business serves."""
        from servicedesk.services.customers import Customers

        return Customers(self.units, self._around.clock)

    @cached_property
    def customer_lists(self) -> "CustomerLists":
        """Lists of customers."""
        from servicedesk.services.customers_lists import CustomerLists

        return CustomerLists(self.units, self._around.clock)

    @cached_property
    def promises(self) -> "Promises":
        """What was promised to whom by when."""
        from servicedesk.services.promises import Promises

        return Promises(self.units, self._around)

    @cached_property
    def complaints(self) -> "Complaints":
        """Complaints, from the first word to the lesson."""
        from servicedesk.services.complaints import Complaints

        return Complaints(self.units, self._around)

    @cached_property
    def complaints_putting_off(self) -> "ComplaintsPuttingOff":
        """Complaints kept out of Today for a while."""
        from servicedesk.services.complaints_putting_off import ComplaintsPuttingOff

        return ComplaintsPuttingOff(self.units, self._around)

    @cached_property
    def complaint_papers(self) -> "ComplaintPapers":
        """Papers of complaints other than letters."""
        from servicedesk.services.complaints_papers import ComplaintPapers

        return ComplaintPapers(self.units, self._around)

    @cached_property
    def envelopes(self) -> "Envelopes":
        """What letters are sent in, and address labels."""
        from servicedesk.services.envelopes import Envelopes

        return Envelopes(self.units, self._around)

    @cached_property
    def complaint_rights(self) -> "Rights":
        """What a consumer can ask for."""
        from servicedesk.services.complaints_rights import Rights

        return Rights(self.units, self._around)

    @cached_property
    def contacts(self) -> "Contacts":
        """What was said with whom, and who waits for an answer."""
        from servicedesk.services.contacts import Contacts

        return Contacts(self.units, self._around)

    @cached_property
    def support(self) -> "Support":
        """What helps a customer, what to mind, what they agreed to."""
        from servicedesk.services.support import Support

        return Support(self.units, self._around)

    @cached_property
    def record_files(self) -> "RecordFiles":
        """Files that lie with customers, contacts and promises."""
        from servicedesk.services.record_files import RecordFiles

        return RecordFiles(self.units, self._around)

    @cached_property
    def timeline(self) -> "Timeline":
        """What happened with one customer."""
        from servicedesk.services.timeline import Timeline

        return Timeline(self.units, self._around)

    @cached_property
    def customers_alike(self) -> "CustomersAlike":
        """Customers who may be in the file twice."""
        from servicedesk.services.customers_alike import CustomersAlike

        return CustomersAlike(self.units, self._around.clock)

    @cached_property
    def customers_merging(self) -> "CustomersMerging":
        """Several records of one customer made into one."""
        from servicedesk.services.customers_merging import CustomersMerging

        return CustomersMerging(self.units, self._around.clock)

    @cached_property
    def bin(self) -> "Bin":
        """What was put away and can be brought back."""
        from servicedesk.services.bins import Bin

        return Bin(
            self.units,
            self._around.clock,
            self.customers,
            self.promises,
            self.contacts,
            self.feedback,
        )

    @cached_property
    def own_fields(self) -> "OwnFields":
        """The business's own fields."""
        from servicedesk.services.own_fields import OwnFields

        return OwnFields(self.units, self._around.clock)

    @cached_property
    def calendar_files(self) -> "CalendarFiles":
        """Due dates on their way into other calendars."""
        from servicedesk.services.calendar_files import CalendarFiles

        return CalendarFiles(self.units, self._around)

    @cached_property
    def calendar_preview(self) -> "CalendarPreview":
        """What a change of the calendar would do to open promises."""
        from servicedesk.services.calendars_preview import CalendarPreview

        return CalendarPreview(self.units, self._around)

    @cached_property
    def letters_writing(self) -> "LettersWriting":
        """Letters: choose, fill, issue."""
        from servicedesk.services.letters_writing import LettersWriting

        return LettersWriting(self.units, self._around)

    @cached_property
    def rounds(self) -> "Rounds":
        """Papers for away from the counter."""
        from servicedesk.services.rounds import Rounds

        return Rounds(self.units, self._around)

    @cached_property
    def drafts(self) -> "Drafts":
        """Half-typed forms."""
        from servicedesk.services.drafts import Drafts

        return Drafts(self.units)

    @cached_property
    def printing(self) -> "Printing":
        """Pictures, words and files of any paper."""
        from servicedesk.services.printing import Printing

        return Printing()

    @cached_property
    def lists(self) -> "Lists":
        """Lists on their way to paper."""
        from servicedesk.services.lists import Lists

        return Lists(self.units, self._around)

    @cached_property
    def backups(self) -> "Backups":
        """Backups and their state."""
        from servicedesk.services.backup import Backups

        return Backups(self._file, self.units, self._around)

    @cached_property
    def password(self) -> "Password":
        """The password of the file."""
        from servicedesk.services.password import Password

        return Password(self.units, self._around)

    @cached_property
    def upkeep(self) -> "Upkeep":
        """What is to be done for the file by itself."""
        from servicedesk.services.backup_upkeep import Upkeep

        return Upkeep(
            self._file,
            self.units,
            self.backups,
            self._around.clock.now(),
            lambda: self.forgetting.tidy(),
        )

    @cached_property
    def search(self) -> "Search":
        """One search over everything."""
        from servicedesk.services.search import Search

        found = Search(self.units, self._around, self.search_keeping.ensure)
        found.register(lambda: self.help_pages.entries())
        return found

    @cached_property
    def exchange(self) -> "Exchange":
        """Customers brought in from files."""
        from servicedesk.services.exchange import Exchange

        return Exchange(self.units, self._around)

    @cached_property
    def help_pages(self) -> "HelpPages":
        """The help."""
        from servicedesk.services.help_pages import HelpPages

        return HelpPages(self._around)

    @cached_property
    def home(self) -> "Home":
        """What Today shows."""
        from servicedesk.services.home import Home

        return Home(self.units, self._around)


def open_services(file: DeskFile, around: Surroundings) -> Services:
    """Build the services of a file that is open.

    Args:
        file: stays the caller's to close.
        around: the world as services see it.
    """
    return Services(file, around)
