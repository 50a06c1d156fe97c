# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rooms there are, in the order of the rail; each brings its page in when first opened."""

from PySide6.QtCore import QCoreApplication

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Room
from servicedesk.ui.core.workbench import Workbench

FIRST = "today"
"""The room that a start shows."""

FIRST_RUN = "first_run"
"""The room that a new file begins in; nobody comes back to it."""


def rooms() -> tuple[Room, ...]:
    """Every room that has a page, with the digit of its Alt key, the same in every release."""
    return (*_rooms_of_records(), *_rooms_of_the_business(), *_rooms_at_the_foot())


def _rooms_of_records() -> tuple[Room, ...]:
    """What is written down every day."""
    say = QCoreApplication.translate
    return (
        Room(id="today", title=say("Rooms", "Today"), icon="sun", key=1, build=_today),
        Room(
            id="customers",
            title=say("Rooms", "Customers"),
            icon="users",
            key=2,
            build=_customers,
        ),
        Room(
            id="promises",
            title=say("Rooms", "Promises"),
            icon="handshake",
            key=3,
            build=_promises,
        ),
        Room(
            id="complaints",
            title=say("Rooms", "Complaints"),
            icon="message-square-warning",
            key=4,
            build=_complaints,
        ),
        Room(
            id="feedback",
            title=say("Rooms", "Feedback"),
            icon="message-square-heart",
            key=5,
            build=_feedback,
        ),
    )


def _rooms_of_the_business() -> tuple[Room, ...]:
    """What the business promises everybody, and how it does."""
    say = QCoreApplication.translate
    return (
        Room(
            id="charter",
            title=say("Rooms", "Our charter"),
            icon="scroll-text",
            key=6,
            build=_charter,
        ),
        Room(
            id="measures",
            title=say("Rooms", "How we do"),
            icon="chart-column",
            key=7,
            build=_measures,
            waits=True,
        ),
        Room(
            id="improve",
            title=say("Rooms", "Improve"),
            icon="sprout",
            key=8,
            build=_improve,
            waits=True,
        ),
    )


def _rooms_at_the_foot() -> tuple[Room, ...]:
    """What is needed now and then."""
    say = QCoreApplication.translate
    return (
        Room(
            id="settings",
            title=say("Rooms", "Settings"),
            icon="settings",
            build=_settings,
            is_at_foot=True,
        ),
        Room(
            id="help",
            title=say("Rooms", "Help"),
            icon="circle-help",
            build=_help,
            is_at_foot=True,
        ),
    )


def quiet_rooms() -> tuple[Room, ...]:
    """Rooms that no entry of the rail opens, because they are there for one occasion."""
    say = QCoreApplication.translate
    return (
        Room(id=FIRST_RUN, title=say("Rooms", "First steps"), icon="play", build=_first_run),
        Room(
            id="importing",
            title=say("Rooms", "Bring a list in"),
            icon="users",
            build=_importing,
        ),
        Room(id="letters", title=say("Rooms", "Letters"), icon="scroll-text", build=_letters),
        Room(id="contacts", title=say("Rooms", "Enquiries"), icon="clock", build=_contacts),
        Room(id="reviews", title=say("Rooms", "To ask again"), icon="life-buoy", build=_reviews),
        Room(id="privacy", title=say("Rooms", "Privacy desk"), icon="shield-check", build=_privacy),
        Room(
            id="taking_out",
            title=say("Rooms", "Take it all with you"),
            icon="hard-drive",
            build=_taking_out,
        ),
    )


def _contacts(bench: Workbench) -> Page:
    from servicedesk.ui.people.enquiries import EnquiriesPage

    return EnquiriesPage(bench)


def _reviews(bench: Workbench) -> Page:
    from servicedesk.ui.people.reviews import ReviewsPage

    return ReviewsPage(bench)


def _privacy(bench: Workbench) -> Page:
    from servicedesk.ui.privacy.page import PrivacyPage

    return PrivacyPage(bench)


def _taking_out(bench: Workbench) -> Page:
    from servicedesk.ui.taking_out.page import TakingOutPage

    return TakingOutPage(bench)


def _first_run(bench: Workbench) -> Page:
    from servicedesk.ui.first_run.page import FirstRunPage

    return FirstRunPage(bench)


def _importing(bench: Workbench) -> Page:
    from servicedesk.ui.importing.page import ImportingPage

    return ImportingPage(bench)


def _letters(bench: Workbench) -> Page:
    from servicedesk.ui.letters.page import LettersPage

    return LettersPage(bench)


def _today(bench: Workbench) -> Page:
    from servicedesk.ui.today.page import TodayPage

    return TodayPage(bench)


def _customers(bench: Workbench) -> Page:
    from servicedesk.ui.customers.page import CustomersPage

    return CustomersPage(bench)


def _promises(bench: Workbench) -> Page:
    from servicedesk.ui.promises.page import PromisesPage

    return PromisesPage(bench)


def _complaints(bench: Workbench) -> Page:
    from servicedesk.ui.complaints.page import ComplaintsPage

    return ComplaintsPage(bench)


def _feedback(bench: Workbench) -> Page:
    from servicedesk.ui.feedback.page import FeedbackPage

    return FeedbackPage(bench)


def _charter(bench: Workbench) -> Page:
    from servicedesk.ui.charter.page import CharterPage

    return CharterPage(bench)


def _measures(bench: Workbench) -> Page:
    from servicedesk.ui.measures.page import MeasuresPage

    return MeasuresPage(bench)


def _improve(bench: Workbench) -> Page:
    from servicedesk.ui.improve.page import ImprovePage

    return ImprovePage(bench)


def _settings(bench: Workbench) -> Page:
    from servicedesk.ui.settings.page import SettingsPage
    from servicedesk.ui.shell.settings_pages import topics

    return SettingsPage(bench, topics())


def _help(bench: Workbench) -> Page:
    from servicedesk.ui.help.page import HelpPage

    return HelpPage(bench)
