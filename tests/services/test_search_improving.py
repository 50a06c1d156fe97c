# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The one search finds what is kept under Improve, and nothing of a customer who was drawn."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.between_us import BetweenDraft
from servicedesk.domain.checks import Answer, Bank, GivenAnswer
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.fairness import OfferDraft, SameDeal
from servicedesk.domain.ideas import IdeaDraft
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.domain.reviews import Decision, ReviewDraft
from servicedesk.domain.search import HitKind
from servicedesk.domain.service_plan import CustomerGroup, PlanDraft
from servicedesk.domain.staff import NoteDraft, SkillDraft
from servicedesk.domain.written import WrittenPaper
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY
from tests.store.files import new_file, opened

PAGES = {
    "check": "Check yourself",
    "actions": "Things to do",
    "ideas": "Ideas to try",
    "plan": "Our service plan",
    "busy": "Busy days and late promises",
    "staff": "Our people",
    "papers": "Written for you",
    "reviews": "Look back twice a year",
    "fairness": "Fair to those who stay",
    "extra_help": "Extra help",
}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def found(services: Services, text: str) -> list[tuple[str, str]]:
    groups = [one for one in services.search.find(text) if one.kind is HitKind.IMPROVE]
    return [(hit.part, hit.item) for group in groups for hit in group.hits]


@pytest.mark.parametrize("part", PAGES)
def test_every_page_is_found_by_its_title(services: Services, part: str) -> None:
    assert found(services, PAGES[part])[0] == (part, "")


def test_a_page_is_found_by_what_others_call_it(services: Services) -> None:
    assert found(services, "audit") == [("check", "")]
    assert found(services, "action plan") == [("actions", "")]
    assert found(services, "privacy notice") == [("papers", "")]
    assert ("staff", "") in found(services, "briefing")


def test_a_check_is_found_by_its_name_its_day_and_its_notes(services: Services) -> None:
    card = services.checks.begin(Bank.SECURITY, is_short=False, who=RUTH).card
    given = GivenAnswer(answer=Answer.YES, note="padlock in the till drawer")
    services.checks.answer(card.id, card.asked[0], given, RUTH)
    assert found(services, "padlock") == [("check", "security")]
    services.checks.finish(card.id, RUTH)
    assert found(services, "padlock") == [("check", str(card.id))]
    assert ("check", str(card.id)) in found(services, "information november")
    services.checks.remove(card.id, RUTH)
    assert found(services, "padlock") == []


def test_an_idea_and_the_plan_are_found(services: Services) -> None:
    idea = services.ideas.add(IdeaDraft(what="A queue sign", seen_at="the baker"), RUTH).card
    assert found(services, "queue sign") == found(services, "baker") == [("ideas", str(idea.id))]
    groups = (CustomerGroup(name="Ramblers", values="mud is fine"),)
    plan = PlanDraft(groups=groups, aims=("Lunch in ten minutes",), decides="Ruth Hollins")
    services.service_plan.keep(plan, RUTH)
    for typed in ("ramblers", "mud", "lunch ten", "ramblers hollins"):
        assert found(services, typed) == [("plan", "")]
    services.service_plan.remove(RUTH)
    assert found(services, "ramblers") == []


def test_what_people_learned_said_and_agreed_is_found(services: Services) -> None:
    tom = services.people.add(PersonDraft(name="Tom Reed", role=Role.STAFF), RUTH).card.id
    services.staff.add_skill(SkillDraft(person_id=tom, what="Forklift", note="hated it"), RUTH)
    assert found(services, "forklift tom") == [("staff", str(tom))]
    assert found(services, "hated") == []  # a note about somebody is on their card alone
    long = f"The card reader {'is slow and ' * 20}should go"
    services.staff.add_note(NoteDraft(text=long, said_on=TODAY, said_by="Aisha"), RUTH)
    assert found(services, "card reader aisha") == [("staff", "note/1")]
    assert found(services, "should go") == [("staff", "note/1")]
    services.staff.add_between(BetweenDraft(asks="the kitchen", what="answer the bell"), RUTH)
    assert found(services, "bell kitchen") == [("staff", "")]


def test_a_paper_is_found_by_its_name_and_by_words_of_ones_own(services: Services) -> None:
    assert ("papers", "job_phone") in found(services, "phone paper")
    services.written.save(WrittenPaper.JOB_ANGRY, "# Angry\nOffer a chair and lemonade.", RUTH)
    assert found(services, "lemonade") == [("papers", "job_angry")]
    services.written.put_back(WrittenPaper.JOB_ANGRY, RUTH)
    assert found(services, "lemonade") == []


def test_a_review_is_found_by_its_day_and_what_it_decided(services: Services) -> None:
    card = services.reviews.begin(RUTH).card
    draft = ReviewDraft(held_on=TODAY, findings="Saturdays ran late", changes_charter=False)
    services.reviews.write(card.id, draft, RUTH)
    services.reviews.decide(card.id, Decision(text="Hire a juggler"), RUTH)
    for typed in ("review november", "saturdays", "juggler"):
        assert ("reviews", str(card.id)) in found(services, typed)


def test_an_offer_is_found_and_a_fairness_check_by_its_day_only(services: Services) -> None:
    draft = CustomerDraft(name="Ottoline Quirke", first_visit_on=date(2015, 1, 1))
    services.customers.add(draft, RUTH)
    offer = OfferDraft(name="Boiler plan", joining="Ring us", leaving="Send a pigeon")
    number = services.fairness.add_offer(offer, RUTH).card.id
    assert found(services, "pigeon") == [("fairness", str(number))]
    check = services.fairness.begin(RUTH).card
    (drawn,) = check.customers
    services.fairness.answer(drawn.id, SameDeal.NO, "pays for gold", RUTH)
    assert ("fairness", f"check/{check.id}") in found(services, "fairness november")
    assert found(services, "ottoline") == found(services, "gold") == []
