# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the cases of a standard are, and which versions of the charter are counted together."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_live import Source
from servicedesk.domain.charters_live_binding import (
    InForce,
    bindings,
    can_follow,
    channels_of,
    is_own_words,
    is_printed,
    source_of,
    version_on,
)
from servicedesk.domain.customers import Channel
from servicedesk.domain.standards import (
    Audience,
    Bound,
    ClockLimit,
    Measure,
    MeasuredBy,
    ServiceStandard,
    StandardChannel,
    StartEvent,
    StopEvent,
    Unit,
)
from tests.helpers.builders import amount, complaint_promises, opening_days, promise

MISSED_CALL = promise(
    "missed_call",
    channel=StandardChannel.PHONE,
    limit=amount(4, Unit.HOUR, DayKind.OPENING),
    start_event=StartEvent.CALL_MISSED,
    stop_event=StopEvent.CONTACT_ANSWERED,
)
EMAIL = promise(
    channel=StandardChannel.EMAIL,
    start_event=StartEvent.CONTACT_RECEIVED,
    stop_event=StopEvent.CONTACT_ANSWERED,
)
REFUND = promise("refund", start_event=StartEvent.REFUND_AGREED, stop_event=StopEvent.REFUNDED)
TOLD, ANSWERED = complaint_promises()
FIRST = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("standard", "source"),
    [
        (MISSED_CALL, Source.CONTACTS),
        (EMAIL, Source.CONTACTS),
        (replace(EMAIL, repeats=True), Source.PROMISES),
        (replace(EMAIL, stop_event=StopEvent.DONE), Source.PROMISES),
        (replace(EMAIL, limit=None), Source.PROMISES),
        (TOLD, Source.ACKNOWLEDGED),
        (ANSWERED, Source.DECIDED),
        (replace(TOLD, stop_event=StopEvent.DONE), Source.PROMISES),
        (REFUND, Source.REFUNDS),
        (replace(REFUND, stop_event=StopEvent.DONE), Source.PROMISES),
        (replace(REFUND, measure=Measure.YES_NO), Source.PROMISES),
        (promise("own"), Source.PROMISES),
        (promise("cover", bound=Bound.AT_LEAST), Source.PROMISES),
        (replace(EMAIL, measured_by=MeasuredBy.SAMPLE_WEEK), Source.SAMPLE_WEEK),
        (replace(EMAIL, measured_by=MeasuredBy.JOB_CHECK), Source.JOB_CHECK),
        (replace(EMAIL, measured_by=MeasuredBy.CUSTOMERS), Source.CUSTOMERS),
        (replace(EMAIL, measured_by=MeasuredBy.NONE), Source.NOTHING),
    ],
)
def test_the_events_of_a_standard_say_where_its_cases_are(
    standard: ServiceStandard, source: Source
) -> None:
    assert source_of(standard, (standard, promise("another"))) is source


def test_contacts_that_could_fall_under_two_standards_are_told_apart_by_promises() -> None:
    emergency = replace(MISSED_CALL, key="emergency", limit=amount(1, Unit.HOUR))
    assert source_of(emergency, (MISSED_CALL, emergency)) is Source.PROMISES
    hidden = replace(MISSED_CALL, is_ticked=False)
    assert source_of(emergency, (hidden, emergency)) is Source.CONTACTS


def test_a_standard_names_the_channels_it_is_about() -> None:
    assert channels_of(EMAIL) == {Channel.EMAIL}
    assert channels_of(promise()) == set(Channel)


def test_only_what_says_by_when_can_be_followed_by_a_promise() -> None:
    at_noon = promise("noon", measure=Measure.CLOCK_TIME, limit=None, clock=ClockLimit())
    assert can_follow(EMAIL)
    assert can_follow(at_noon)
    assert not can_follow(replace(at_noon, clock=None))
    assert not can_follow(TOLD)
    assert not can_follow(promise("cover", bound=Bound.AT_LEAST))
    assert is_own_words(promise())
    assert not is_own_words(EMAIL)
    assert not is_own_words(replace(EMAIL, start_event=StartEvent.OWN_WORDS))


def test_only_ticked_public_standards_for_customers_are_counted() -> None:
    assert is_printed(EMAIL)
    assert not is_printed(replace(EMAIL, is_ticked=False))
    assert not is_printed(replace(EMAIL, is_public=False))
    assert not is_printed(replace(EMAIL, audience=Audience.INTERNAL))


def version(number: int, *standards: ServiceStandard) -> InForce:
    """A version that was on the wall for thirty days."""
    first = FIRST + timedelta(days=30 * number)
    return InForce(
        id=number * 10,
        number=number,
        first=first,
        last=first + timedelta(days=29),
        standards=standards,
    )


def test_a_version_that_says_the_same_goes_on_counting() -> None:
    reworded = replace(EMAIL, title="Another title", action="answer e-mails {limit}")
    newest, older = version(2, reworded), version(1, EMAIL)
    (found,) = bindings((newest, older))
    assert found.versions == (newest, older)
    assert found.standard is reworded
    assert found.newest is newest
    assert found.ids == {10, 20}


def test_a_changed_level_begins_anew_and_the_old_cases_keep_theirs() -> None:
    stricter = replace(EMAIL, limit=opening_days(1))
    newest, older = version(2, stricter, TOLD), version(1, EMAIL, REFUND)
    found = bindings((newest, older))
    assert [(one.standard.key, one.versions) for one in found] == [
        ("email", (newest,)),
        ("complaint_ack", (newest,)),
        ("email", (older,)),
        ("refund", (older,)),
    ]


def test_the_run_ends_where_a_version_between_does_not_have_it() -> None:
    newest, between, oldest = version(3, EMAIL), version(2, TOLD), version(1, EMAIL)
    found = bindings((newest, between, oldest))
    assert [one.versions for one in found] == [(newest,), (between,), (oldest,)]
    unticked = version(2, replace(EMAIL, is_ticked=False))
    assert [one.versions for one in bindings((newest, unticked, oldest))] == [(newest,), (oldest,)]


def test_a_yes_or_no_that_is_worded_otherwise_is_another_one() -> None:
    checked = promise("check", measure=Measure.YES_NO, limit=None, action="test it")
    newest, older = version(2, replace(checked, action="test it twice")), version(1, checked)
    assert len(bindings((newest, older))) == 2


def test_the_version_of_a_day() -> None:
    newest, older = version(2, EMAIL), version(1, EMAIL)
    assert version_on((newest, older), newest.first) is newest
    assert version_on((newest, older), newest.first - timedelta(days=1)) is older
    assert version_on((newest, older), FIRST) is None
    assert replace(newest, last=None).covers(date(2040, 1, 1))


_LEVELS = st.sampled_from([1, 2, 3])
_STANDARDS = st.lists(
    st.builds(
        lambda key, days, ticked: promise(
            key, limit=opening_days(days), is_ticked=ticked, channel=StandardChannel.EMAIL
        ),
        st.sampled_from("abc"),
        _LEVELS,
        st.booleans(),
    ),
    unique_by=lambda standard: standard.key,
    max_size=3,
)


@settings(max_examples=80)
@given(st.lists(_STANDARDS, max_size=5))
def test_every_printed_standard_of_every_version_is_in_exactly_one(
    versions: list[list[ServiceStandard]],
) -> None:
    kept = [version(number, *said) for number, said in enumerate(versions, start=1)][::-1]
    found = [pair for one in bindings(kept) for pair in one.pairs]
    wanted = {
        (one.id, standard.key) for one in kept for standard in one.standards if standard.is_ticked
    }
    assert len(found) == len(set(found))
    assert set(found) == wanted
