# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs under Improve in which somebody types, and how each is opened."""

from collections.abc import Callable
from datetime import date

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.people import PersonCard, PersonDraft, Role
from servicedesk.domain.staff import NoteDraft
from servicedesk.domain.written import WrittenPaper
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.ideas_form import IdeaForm
from servicedesk.ui.improve.ideas_presenter import IdeasPresenter
from servicedesk.ui.improve.plan_form import PlanForm
from servicedesk.ui.improve.plan_presenter import PlanPresenter
from servicedesk.ui.people.action_deeds import ActionDeeds
from servicedesk.ui.people.action_form import ActionForm
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.staff import forms as staff
from servicedesk.ui.staff.presenter import StaffPresenter
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.written.editor import WrittenEditor
from servicedesk.ui.written.presenter import WrittenPresenter
from servicedesk.ui.yearly.fairness_form import NoteForm, OfferForm
from servicedesk.ui.yearly.fairness_presenter import FairnessPresenter
from servicedesk.ui.yearly.reviews_form import DecisionForm, ReviewForm
from servicedesk.ui.yearly.reviews_presenter import ReviewsPresenter

Opened = Callable[[Workbench, Shell], FormDialog]
RUTH = "Ruth"


def to_do(bench: Workbench, window: Shell) -> FormDialog:
    form = ActionForm(bench, ActionDeeds(bench, window), parent=window)
    form.open()
    return form


def idea(bench: Workbench, window: Shell) -> FormDialog:
    presenter = IdeasPresenter(bench)
    form = IdeaForm(bench, presenter, None, window)
    presenter.setParent(form)
    form.open()
    return form


def plan(bench: Workbench, window: Shell) -> FormDialog:
    presenter = PlanPresenter(bench)
    presenter.open()
    form = PlanForm(bench, presenter, window)
    presenter.setParent(form)
    form.open()
    return form


def _tom(bench: Workbench) -> PersonCard:
    """Somebody who helps."""
    people = bench.services.people
    found = bench.services.staff.view().people
    if found:
        return found[0].person
    return people.add(PersonDraft(name="Tom", role=Role.STAFF), RUTH).card


def _of_staff(made: Callable[[Workbench, StaffPresenter, Shell], FormDialog]) -> Opened:
    def opened(bench: Workbench, window: Shell) -> FormDialog:
        _tom(bench)
        presenter = StaffPresenter(bench)
        form = made(bench, presenter, window)
        presenter.setParent(form)
        form.open()
        return form

    return opened


def _from_a_word(bench: Workbench, presenter: StaffPresenter, window: Shell) -> FormDialog:
    services = bench.services.staff
    if not services.view().notes:
        services.add_note(NoteDraft(text="The till is slow", said_on=bench.today), RUTH)
    return staff.PlanForm(bench, presenter, services.view().notes[0], window)


skill = _of_staff(lambda bench, shown, to: staff.SkillForm(bench, shown, _tom(bench), None, to))
briefed = _of_staff(lambda bench, shown, to: staff.BriefForm(bench, shown, _tom(bench), to))
word = _of_staff(lambda bench, shown, to: staff.NoteForm(bench, shown, None, to))
from_word = _of_staff(_from_a_word)
agreed = _of_staff(lambda bench, shown, to: staff.BetweenForm(bench, shown, None, to))


def paper(bench: Workbench, window: Shell) -> FormDialog:
    presenter = WrittenPresenter(bench)
    card = bench.services.written.get(WrittenPaper.JOB_ANGRY)
    form = WrittenEditor(bench, presenter, card, window)
    presenter.setParent(form)
    form.open()
    return form


def _of_review(kind: type[ReviewForm] | type[DecisionForm]) -> Opened:
    def opened(bench: Workbench, window: Shell) -> FormDialog:
        reviews = bench.services.reviews
        if not reviews.all():
            reviews.begin(RUTH)
        presenter, (card,) = ReviewsPresenter(bench), reviews.all()
        form: FormDialog
        if kind is ReviewForm:
            form = ReviewForm(bench, presenter, card, {}, window)
        else:
            form = DecisionForm(bench, presenter, card, None, window)
        presenter.setParent(form)
        form.open()
        return form

    return opened


review = _of_review(ReviewForm)
decision = _of_review(DecisionForm)


def offer(bench: Workbench, window: Shell) -> FormDialog:
    presenter = FairnessPresenter(bench)
    form = OfferForm(bench, presenter, None, window)
    presenter.setParent(form)
    form.open()
    return form


def deal(bench: Workbench, window: Shell) -> FormDialog:
    """A note about the deal of a customer who has stayed."""
    fairness = bench.services.fairness
    if not fairness.checks():
        old = CustomerDraft(name="Otto Old", first_visit_on=date(2015, 1, 1))
        bench.services.customers.add(old, RUTH)
        fairness.begin(RUTH)
    presenter = FairnessPresenter(bench)
    form = NoteForm(bench, presenter, fairness.checks()[0].customers[0], window)
    presenter.setParent(form)
    form.open()
    return form
