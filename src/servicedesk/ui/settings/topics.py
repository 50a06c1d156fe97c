# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The topics of this room, in the order of the list; each page is made when it is first opened."""

from PySide6.QtCore import QCoreApplication

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.topic import SettingsTopic, TopicPage


def own_topics() -> tuple[SettingsTopic, ...]:
    """All topics but those of other rooms."""
    return (*_about_the_business(), *_about_the_records())


def _about_the_business() -> tuple[SettingsTopic, ...]:
    """What the business is, when it is open, and who works there."""
    say = QCoreApplication.translate
    return (
        SettingsTopic(
            id="business",
            title=say("Settings", "Business and letterhead"),
            icon="store",
            build=_business,
        ),
        SettingsTopic(
            id="hours", title=say("Settings", "Opening hours"), icon="clock", build=_hours
        ),
        SettingsTopic(
            id="closures", title=say("Settings", "Closures"), icon="calendar-off", build=_closures
        ),
        SettingsTopic(
            id="open_days",
            title=say("Settings", "Extra open days"),
            icon="calendar-plus",
            build=_open_days,
        ),
        SettingsTopic(
            id="holidays", title=say("Settings", "Bank holidays"), icon="calendar", build=_holidays
        ),
        SettingsTopic(id="people", title=say("Settings", "People"), icon="users", build=_people),
        SettingsTopic(
            id="registrations",
            title=say("Settings", "Registrations and insurance"),
            icon="badge-check",
            build=_registrations,
        ),
    )


def _about_the_records() -> tuple[SettingsTopic, ...]:
    """What is kept, for how long, and how it looks."""
    say = QCoreApplication.translate
    return (
        SettingsTopic(
            id="own_fields",
            title=say("Settings", "Your own fields"),
            icon="list-plus",
            build=_own_fields,
        ),
        SettingsTopic(
            id="outside_help",
            title=say("Settings", "Outside help"),
            icon="life-buoy",
            build=_outside_help,
        ),
        SettingsTopic(
            id="feedback",
            title=say("Settings", "Asking customers"),
            icon="circle-help",
            build=_feedback,
        ),
        SettingsTopic(
            id="retention",
            title=say("Settings", "How long things are kept"),
            icon="archive",
            build=_retention,
        ),
        SettingsTopic(
            id="updates",
            title=say("Settings", "Law and bank holidays"),
            icon="scroll-text",
            build=_updates,
        ),
        SettingsTopic(id="bin", title=say("Settings", "Bin"), icon="trash-2", build=_bin),
        SettingsTopic(
            id="password", title=say("Settings", "Password"), icon="shield-check", build=_password
        ),
        SettingsTopic(
            id="counter", title=say("Settings", "At the counter"), icon="store", build=_counter
        ),
        SettingsTopic(
            id="look", title=say("Settings", "Text size and colours"), icon="palette", build=_look
        ),
    )


def _business(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.business_topic import BusinessTopic

    return BusinessTopic(bench)


def _hours(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.hours_topic import HoursTopic

    return HoursTopic(bench)


def _closures(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.closures_topic import ClosuresTopic

    return ClosuresTopic(bench)


def _open_days(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.open_days_presenter import OpenDaysPresenter
    from servicedesk.ui.settings.records_topic import RecordsTopic

    return RecordsTopic(bench, OpenDaysPresenter(bench))


def _holidays(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.holidays_topic import HolidaysTopic

    return HolidaysTopic(bench)


def _people(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.people_topic import PeopleTopic

    return PeopleTopic(bench)


def _registrations(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.records_topic import RecordsTopic
    from servicedesk.ui.settings.registrations_presenter import RegistrationsPresenter

    return RecordsTopic(bench, RegistrationsPresenter(bench))


def _own_fields(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.own_fields_topic import OwnFieldsTopic

    return OwnFieldsTopic(bench)


def _outside_help(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.facts_topic import FactsTopic

    return FactsTopic(bench, ("outside_help",))


def _feedback(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.facts_topic import FactsTopic

    return FactsTopic(bench, ("feedback",))


def _retention(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.retention_topic import RetentionTopic

    return RetentionTopic(bench)


def _updates(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.updates_topic import UpdatesTopic

    return UpdatesTopic(bench)


def _bin(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.bin_topic import BinTopic

    return BinTopic(bench)


def _counter(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.counter_topic import CounterTopic

    return CounterTopic(bench)


def _password(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.password_topic import PasswordTopic

    return PasswordTopic(bench)


def _look(bench: Workbench) -> TopicPage:
    from servicedesk.ui.settings.look_topic import LookTopic

    return LookTopic(bench)
