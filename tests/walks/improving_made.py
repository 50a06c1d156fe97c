# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Something of everything that is kept under Improve, and the place where each is."""

from datetime import date

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.between_us import BetweenDraft
from servicedesk.domain.checks import Answer, Bank, GivenAnswer
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.fairness import OfferDraft
from servicedesk.domain.ideas import IdeaDraft
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.domain.reviews import Decision, ReviewDraft
from servicedesk.domain.service_plan import CustomerGroup, PlanDraft
from servicedesk.domain.written import WrittenPaper
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench

RUTH = "Ruth"


def improve(part: str, item: int | str = "") -> Place:
    return Place(room="improve", part=part, item=str(item))


def a_check(bench: Workbench) -> Place:
    checks = bench.services.checks
    card = checks.begin(Bank.SECURITY, False, RUTH).card
    for question in card.asked:
        given = GivenAnswer(answer=Answer.NO, departure="no till here")
        checks.answer(card.id, question, given, RUTH)
    checks.finish(card.id, RUTH)
    return improve("check", card.id)


def to_do(bench: Workbench) -> Place:
    bench.services.actions.add(ActionDraft(text="hang up a clock", owner="Tom"), RUTH)
    return improve("actions")


def an_idea(bench: Workbench) -> Place:
    draft = IdeaDraft(what="a sign that says the wait", seen_at="the bakery")
    bench.services.ideas.add(draft, RUTH)
    return improve("ideas")


def a_plan(bench: Workbench) -> Place:
    group = CustomerGroup(name="Ramblers", values="mud is fine")
    draft = PlanDraft(groups=(group,), aims=("Lunch in ten minutes",))
    bench.services.service_plan.keep(draft, RUTH)
    return improve("plan")


def agreed(bench: Workbench) -> Place:
    bench.services.people.add(PersonDraft(name="Tom Reed", role=Role.STAFF), RUTH)
    draft = BetweenDraft(asks="the workshop", what="say what is in stock", number=2)
    bench.services.staff.add_between(draft, RUTH)
    return improve("staff")


def a_paper(bench: Workbench) -> Place:
    words = "# Angry\n\nOffer a chair and lemonade."
    bench.services.written.save(WrittenPaper.JOB_ANGRY, words, RUTH)
    return improve("papers", WrittenPaper.JOB_ANGRY.value)


def a_review(bench: Workbench) -> Place:
    card = bench.services.reviews.begin(RUTH).card
    draft = ReviewDraft(held_on=bench.today, findings="Saturdays ran late", changes_charter=False)
    bench.services.reviews.write(card.id, draft, RUTH)
    bench.services.reviews.decide(card.id, Decision(text="hire a helper"), RUTH)
    return improve("reviews", card.id)


def a_fairness_check(bench: Workbench) -> Place:
    patron = CustomerDraft(name="Otto Old", first_visit_on=date(2015, 1, 1))
    bench.services.customers.add(patron, RUTH)
    offer = OfferDraft(name="Boiler care plan", new_pence=1200, existing_pence=1500)
    bench.services.fairness.add_offer(offer, RUTH)
    bench.services.fairness.begin(RUTH)
    return improve("fairness")
