# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The pretend shop, made on days of every kind: all of it sensible, all of it typed by somebody."""

import re
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta

import pytest

from servicedesk.domain.actions import ActionSource, ActionState, state_of
from servicedesk.domain.actions_rules import ActionChip
from servicedesk.domain.breaches_rules import was_late
from servicedesk.domain.charters import CharterStatus
from servicedesk.domain.charters_live import Standing
from servicedesk.domain.checks import Bank
from servicedesk.domain.complaints import Track
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.domain.data_requests import RequestStage
from servicedesk.domain.elements import Element
from servicedesk.domain.errors import Trouble
from servicedesk.domain.fairness import CUSTOMERS
from servicedesk.domain.feedback import FeedbackKind
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.domain.feedback_rules import Asked
from servicedesk.domain.ideas import IdeaState, state_of_idea
from servicedesk.domain.kinds import Kind
from servicedesk.domain.reviews import ReviewTopic
from servicedesk.domain.samples import JOBS
from servicedesk.domain.service_plan import gaps_of
from servicedesk.domain.staff_rules import is_due
from servicedesk.domain.standards import MeasuredBy
from servicedesk.domain.support import ConsentChannel
from servicedesk.domain.today import TodayGroup
from servicedesk.domain.today_rows import RowGroup
from servicedesk.domain.written import WrittenPaper
from servicedesk.services.demo import build_demo
from servicedesk.services.demo_scene import MovingClock
from servicedesk.services.registry import open_services
from tests.helpers.builders import RESOURCES
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

DAYS = (
    date(2026, 11, 24),
    date(2028, 2, 29),
    date(2027, 1, 1),
    date(2026, 11, 22),
    date(2026, 12, 25),
)
"""An ordinary Tuesday, a leap day, a New Year's Day, a Sunday, Christmas Day."""


class Quiet:
    """Hears how far it is, and never asks to stop."""

    def __init__(self) -> None:
        self.steps = []

    def step(self, done, total):
        self.steps.append((done, total))

    def raise_if_cancelled(self):
        pass


@contextmanager
def built(folder, day, resources=RESOURCES, progress=None):
    """The services of a pretend shop that was made on a day, and its clock."""
    path = new_file(folder)
    clock = MovingClock(FixedClock(day))
    with opened(path) as file:
        services = open_services(file, surroundings(path, clock))
        build_demo(services, clock, resources, progress or Quiet())
        yield services, clock


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_shop_is_whole_on_any_day(tmp_path, day):
    with built(tmp_path, day) as (shop, clock):
        assert clock.today() == day
        answers = shop.business.answers()
        assert answers["trading_name"] == "Hollins Hardware"
        assert answers["phone"].startswith("01632 ")
        assert answers["email"].endswith(".example")
        people = {person.name: person for person in shop.people.all()}
        assert list(people) == ["Ruth Hollins", "Tom Hollins", "Sam Ogden"]
        assert people["Ruth Hollins"].stand_in_id == people["Tom Hollins"].id
        assert people["Sam Ogden"].limit_pence == 2000
        ending = shop.registrations.ending()
        assert [card.ends_on > day for card in ending] == [False, True]
        closures = shop.calendars.closures()
        assert len(closures) == 2
        assert all(closure.days.first > day for closure in closures)
        assert [card.holiday.name for card in shop.calendars.holidays() if card.is_own] == [
            "Canal Day in Todmorden"
        ]
        groups = [card.group for card in shop.home.today().cards]
        assert set(groups) == set(TodayGroup)  # Today is lively from the start
        assert groups.count(TodayGroup.COMING) >= 2
        assert shop.backups.kept()
        assert not shop.backups.is_due()


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_its_charter_has_a_history(tmp_path, day):
    with built(tmp_path, day) as (shop, _):
        lines = shop.charters.versions()
        assert [(line.number, line.status) for line in lines] == [
            (3, CharterStatus.DRAFT),
            (2, CharterStatus.PUBLISHED),
            (1, CharterStatus.SUPERSEDED),
        ]
        second = shop.charters.published()
        assert timedelta(150) < day - second.published_on < timedelta(180)
        assert second.effective_from >= second.published_on
        assert second.review_by > day
        assert second.published_on.weekday() < 6
        changes = shop.charters.changes_between(lines[2].id, lines[1].id)
        said = " ".join(change.after for change in changes)
        assert "within 1 day" in said
        assert "when it will come in" in said
        third = shop.charter_writing.current()
        assert third.number == 3
        assert not third.is_new
        progress = shop.charter_writing.look(third.draft)
        assert 0 < progress.done < progress.total
        told = {one.code: one.blocks for one in shop.charter_writing.in_the_way(second.draft)}
        assert told == {"registration_ended": False, "short_lines_on_poster": False}
        papers = shop.charter_printing.job(second)
        assert papers.left_out == ()


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_its_complaints_stand_at_many_stages(tmp_path, day):
    with built(tmp_path, day) as (shop, _):
        lists = shop.complaints.lists
        lines = lists.rows(lists.ids(ComplaintFilter(chip=ComplaintChip.ALL)))
        assert 12 <= len(lines) <= 15
        assert len({line.stage for line in lines}) >= 9
        assert {line.track for line in lines} == set(Track)
        today = shop.home.today()
        shown = [row.item for row in today.rows if row.item.kind is Kind.COMPLAINT]
        assert sum(item.is_first for item in shown) == 1
        assert len(shown) >= 6
        late = [row for row in today.rows if row.group is RowGroup.LATE]
        assert sum(row.item.kind is Kind.COMPLAINT for row in late) <= 1
        quiet = {card.code for card in today.cards if card.group is TodayGroup.QUIET}
        assert {"complaint_no_cause", "alike_about_many"} <= quiet
        actions = [row.item for row in today.rows if row.item.kind is Kind.ACTION]
        assert {item.is_check for item in actions} == {False, True}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_its_charter_answers_for_itself_in_every_way(tmp_path, day):
    with built(tmp_path, day) as (shop, _):
        page = shop.charters_live.page(shop.charters_live.usual_period())
        results = {one.standard.key: one for one in page.results}
        assert {one.measured_by for one in page.results} == set(MeasuredBy)
        assert {one.standing for one in page.results} == set(Standing) - {Standing.NONE_YET}
        week = results["missed_call"].count
        assert (week.kept, week.base) == (41, 46)
        assert results["as_described"].count.left_out == 1
        assert results["till_queue"].asked is Element.TIMELINESS
        orders = results["special_order"].count
        assert (orders.kept, orders.late) == (10, 1)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_its_customers_have_spoken_and_were_heard(tmp_path, day):
    with built(tmp_path, day) as (shop, _):
        book = shop.feedback
        ids = book.lists.ids(FeedbackChip.ALL)
        cards = [book.get(number) for number in ids]
        assert 22 <= len(cards) <= 28
        assert {card.draft.kind for card in cards} == set(FeedbackKind)
        assert book.asked() == Asked(recommendation=True, elements=True)
        assert book.address().startswith("https://")
        (batch,) = book.cards.all()
        assert (batch.came_back, batch.draft.handed_out) == (14, 40)
        low = [card for card in cards if card.follow_up_due is not None]
        assert sorted(card.is_follow_up_open for card in low) == [False, True]
        assert sum(card.is_on_wall for card in cards) == 2
        praise = book.compliments_of("Tom Hollins")
        assert [card.thanked_on is None for card in praise] == [True, False, False]
        assert book.quotable(praise[1].id).name == "Mrs P., Todmorden"


def test_what_was_counted_by_hand_is_there(tmp_path):
    with built(tmp_path, DAYS[0]) as (shop, _):
        assert [week.is_keyed_in for week in shop.samples.weeks()] == [True]
        (check,) = shop.samples.checks()
        assert check.is_answered
        assert len(check.jobs) == JOBS
        assert len(shop.samples.served()) == 6
        (walk,) = shop.walks.all()
        assert len(walk.draft.steps) == 4


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_it_has_looked_at_itself_and_got_better(tmp_path, day):
    with built(tmp_path, day) as (shop, _):
        now, before = shop.checks.finished(Bank.SELF_CHECK)
        assert timedelta(350) < now.finished_on - before.finished_on < timedelta(375)
        result, difference = shop.checks.result(now.id), shop.checks.compared(now.id)
        assert (result.answered, result.asked) == (68, 68)
        assert result.shown < 100
        assert difference.points > 20
        assert len(difference.better) > 10
        assert 0 < len(difference.worse) < 4
        assert sum(answer.is_from_records for answer in now.answers.values()) > 10
        assert result.departures
        for bank in (Bank.COMPLAINTS, Bank.EXTRA_HELP, Bank.SECURITY):
            (card,) = shop.checks.finished(bank)
            assert len(card.answers) == len(card.asked)
            assert shop.checks.open_one(bank) is None


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_its_things_to_do_are_of_every_sort(tmp_path, day):
    with built(tmp_path, day) as (shop, _):
        cards = shop.actions.list(ActionChip.ALL)
        assert 10 <= len(cards) <= 15
        assert {state_of(card) for card in cards} == set(ActionState)
        assert {card.works for card in cards} == {None, True, False}
        sources = {card.draft.source for card in cards}
        assert sources == set(ActionSource) - {ActionSource.WALK}
        counts = shop.actions.counts()
        assert (counts.late, counts.to_check) == (1, 1)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_its_people_papers_and_plans_are_there(tmp_path, day):
    with built(tmp_path, day) as (shop, _):
        staff = shop.staff.view()
        assert (staff.stand.briefed, staff.stand.missing) == (("Tom Hollins",), ("Sam Ogden",))
        learned = [skill for one in staff.people for skill in one.skills]
        assert sum(is_due(skill.draft, day) for skill in learned) == 1
        assert [note.is_answered for note in staff.notes] == [False, True]
        assert len(staff.between) == 2
        states = [state_of_idea(idea.draft) for idea in shop.ideas.all()]
        assert states == [IdeaState.TO_TRY, IdeaState.KEPT]
        assert gaps_of(shop.service_plan.get().draft) == ()
        own = [card.paper for card in shop.written.all() if card.kept.body]
        assert own == [WrittenPaper.JOB_PHONE]
        assert "the size and the number" in shop.written.get(own[0]).kept.body
        (review,) = shop.reviews.all()
        assert not review.is_open
        assert {one.topic for one in review.inputs} == set(ReviewTopic)
        (fair,) = shop.fairness.checks()
        assert len(fair.customers) == CUSTOMERS
        assert shop.fairness.unplanned(fair.id) == ()
        assert [shop.fairness.seen(card.draft) != () for card in fair.offers] == [False, True]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_its_privacy_desk_is_in_use(tmp_path, day):
    with built(tmp_path, day) as (shop, _):
        (request,) = shop.data_requests.list()
        assert request.stage is RequestStage.OPEN
        assert [pause.until is not None for pause in request.pauses] == [True]
        assert timedelta() <= shop.data_requests.why(request.id).end - day <= timedelta(14)
        (breach,) = shop.breaches.log().cards
        assert not breach.is_open
        reported = breach.draft.reported_at - breach.draft.known_at
        assert timedelta() < reported
        assert not was_late(breach.draft, shop.breaches.log().law)
        (hold,) = [card for card in shop.holds.all() if card.id]
        assert hold.draft.look_again_on > day
        assert shop.marketing.counts() == {
            ConsentChannel.EMAIL: 1,
            ConsentChannel.SMS: 1,
            ConsentChannel.PHONE: 0,
            ConsentChannel.POST: 2,
        }
        assert len(shop.marketing.overview(ConsentChannel.EMAIL).stops) == 1
        (back,) = shop.marketing.overview(ConsentChannel.PHONE).stops
        assert [name for _, name in back.customers] == ["Harriet Fielden"]


def test_a_note_on_what_is_not_answered_is_told(tmp_path):
    (tmp_path / "demo").mkdir()
    text = (RESOURCES / "demo" / "shop.toml").read_text("utf-8")
    text = text.replace('s7 = "The order', 's77 = "The order', 1)
    (tmp_path / "demo" / "shop.toml").write_text(text, "utf-8")
    with pytest.raises(Trouble) as told, built(tmp_path, DAYS[0], tmp_path):
        pass
    assert "nothing is answered to s77" in str(told.value)


def test_a_story_may_leave_out_what_is_counted(tmp_path):
    (tmp_path / "demo").mkdir()
    text = (RESOURCES / "demo" / "shop.toml").read_text("utf-8")
    heads = re.compile(r"^\[\[served\.month\]\]\n(?:.+\n)+", re.MULTILINE)
    (tmp_path / "demo" / "shop.toml").write_text(heads.sub("", text), "utf-8")
    with built(tmp_path, DAYS[0], tmp_path) as (shop, _):
        assert shop.samples.served() == {}


@pytest.mark.parametrize("known", ["withdraw", "pass_on"])
def test_a_step_that_nobody_knows_is_told(tmp_path, known):
    (tmp_path / "demo").mkdir()
    text = (RESOURCES / "demo" / "shop.toml").read_text("utf-8")
    text = text.replace(f'do = "{known}"', 'do = "sing"', 1)
    (tmp_path / "demo" / "shop.toml").write_text(text, "utf-8")
    with pytest.raises(Trouble) as told, built(tmp_path, DAYS[0], tmp_path):
        pass
    assert "nobody knows how to do this" in str(told.value)


def test_the_journal_grows_day_by_day_and_never_beyond_now(tmp_path):
    day = date(2026, 11, 24)
    with built(tmp_path, day) as (shop, clock):
        with shop.units.read() as reading:
            rows = reading.exec_driver_sql("SELECT at, who FROM journal ORDER BY step").all()
        moments = [at for at, _ in rows]
        assert moments == sorted(moments)
        assert moments[0] < "2025-10-12"
        assert moments[-1] <= clock.now().isoformat()
        assert len({at[:10] for at in moments}) > 12


def test_making_it_tells_how_far_it_is(tmp_path):
    progress = Quiet()
    with built(tmp_path, DAYS[0], progress=progress):
        assert len(progress.steps) > 15
        assert progress.steps[0][0] == 0


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("-412 days open", "in spring", "tells no day"),
        ("[business.opening_hours]", "[business.hours]", "opening_hours is missing"),
        ("[business]", "[shop]", "on is missing"),
        ('name = "Sam Ogden"', 'called = "Sam Ogden"', "name is missing"),
        ("[[holiday]]", "[[feast]]", "unknown: feast"),
    ],
)
def test_a_story_that_cannot_be_read_is_told(tmp_path, old, new, fault):
    (tmp_path / "demo").mkdir()
    text = (RESOURCES / "demo" / "shop.toml").read_text("utf-8").replace(old, new, 1)
    (tmp_path / "demo" / "shop.toml").write_text(text, "utf-8")
    with (
        pytest.raises(Trouble) as told,
        built(tmp_path, DAYS[0], tmp_path),
    ):
        pass
    assert told.value.code == "program_file_damaged"
    assert fault in str(told.value)


def test_the_moving_clock_never_runs_ahead():
    real = FixedClock(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    clock = MovingClock(real)
    clock.put(date(2026, 6, 1), time(9, 40))
    assert clock.now() == datetime(2026, 6, 1, 8, 40, tzinfo=UTC)
    assert clock.today() == date(2026, 6, 1)
    clock.put(date(2026, 11, 24), time(9, 40))
    assert clock.now() == real.now()
    clock.let_go()
    assert clock.today() == date(2026, 11, 24)
