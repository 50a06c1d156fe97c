# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the tests of the page of our people share: pressing, typing, and a page full of it."""

from datetime import date, timedelta

from PySide6.QtWidgets import QApplication

from servicedesk.domain.between_us import BetweenDraft
from servicedesk.domain.feedback import FeedbackDraft, FeedbackKind
from servicedesk.domain.staff import NoteDraft, SkillDraft
from tests.helpers.qt import seen_texts
from tests.services.samples_made import RUTH, TODAY, publish

NASTY = "<b>'; DROP TABLE skills; --</b> & {0} %s {limit}"


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def said(page):
    return " ".join(texts(page))


def press_button(page, deed, number=0):
    button = page.button(deed, number)
    assert button is not None, deed
    button.setFocus()
    button.click()
    return page.form


def show(form, **values):
    fields = {field.question_id: field for field in form.fields()}
    for name, value in values.items():
        fields[name].show_typed(value)


def skills(bench, person_id):
    return next(
        one for one in bench.services.staff.view().people if one.person.id == person_id
    ).skills


def praise(bench, name, count=1):
    for place in range(count):
        draft = FeedbackDraft(
            kind=FeedbackKind.COMPLIMENT,
            text=f"{name} was quick, number {place}",
            given_on=TODAY - timedelta(days=place),
            staff=name,
        )
        bench.services.feedback.log(draft, RUTH)


def fill(bench, team):
    """Something of everything."""
    staff = bench.services.staff
    publish(bench.services)
    for what, renew in (("First aid", TODAY - timedelta(days=3)), ("The till", None)):
        draft = SkillDraft(
            person_id=team[1], what=what, learned_on=date(2024, 5, 4), renew_by=renew
        )
        staff.add_skill(draft, RUTH)
    staff.add_skill(SkillDraft(person_id=team[2], what="First aid"), RUTH)
    staff.brief(team[1], TODAY, RUTH)
    staff.add_note(NoteDraft(text="The till is slow", said_on=TODAY), RUTH)
    staff.add_note(
        NoteDraft(text="Two phones, please", said_on=TODAY, said_by="Tom", answer="From May"), RUTH
    )
    for place in range(2):
        draft = BetweenDraft(asks="the workshop", what=f"answer question {place}", number=2)
        staff.add_between(draft, RUTH)
    praise(bench, "Tom", 5)
