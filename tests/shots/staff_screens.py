# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of the people here: a card for each, alone, and every dialog of the page."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from servicedesk.domain.between_us import BetweenDraft, Within
from servicedesk.domain.people import PersonCard, PersonDraft, Role
from servicedesk.domain.staff import NoteDraft, SkillDraft, SkillKind, team_of
from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

WHO = "Ruth"
_PLACE = Place(room="improve", part="staff")
_DIALOGS = {
    "add_skill": "SkillForm",
    "brief": "BriefForm",
    "add_note": "NoteForm",
    "plan": "PlanForm",
    "add_between": "BetweenForm",
}


def staff_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "staff-alone", _alone, frozenset()
    yield "staff", _page, frozenset()
    for part in (2, 3):
        yield f"staff-part-{part}", _down(part), frozenset()
    yield "staff-briefed", _briefed, frozenset()
    for deed, name in _DIALOGS.items():
        classes = frozenset({name, "StaffForm"})
        yield f"dialog-staff-{deed}", _dialog(deed), classes
    yield "dialog-staff-refused", _refused, frozenset({"SkillForm", "StaffForm"})


def _go(stand: Stand) -> None:
    stand.window.go(Place(room="improve"))
    stand.window.go(_PLACE)
    stand.settle()


def _page_of(stand: Stand) -> QWidget:
    return stand.window.page.shown


def _helpers(stand: Stand) -> tuple[PersonCard, ...]:
    """Those who help, two at least."""
    people = stand.bench.services.people
    if not any(one.role is Role.OWNER for one in people.all()):
        people.add(PersonDraft(name=WHO, role=Role.OWNER), WHO)
    for name, limit in (("Tom Bright", 5000), ("Saturday Sam", 0)):
        if len(team_of(people.all())) < 2:
            people.add(PersonDraft(name=name, limit_pence=limit), WHO)
    return team_of(people.all())


def _fill(stand: Stand) -> None:
    staff, today = stand.bench.services.staff, stand.bench.today
    first, second, *_ = _helpers(stand)
    if staff.view().notes:
        return
    year = timedelta(days=365)
    for person, what, kind, ago, renew in (
        (first, "First aid at work", SkillKind.TRAINING, 3 * year, today - timedelta(days=4)),
        (first, "Cutting and wiring keys", SkillKind.SKILL, 5 * year, None),
        (second, "The till", SkillKind.BRIEFING, timedelta(days=40), today + timedelta(days=20)),
    ):
        draft = SkillDraft(
            person_id=person.id, what=what, kind=kind, learned_on=today - ago, renew_by=renew
        )
        staff.add_skill(draft, WHO)
    staff.brief(first.id, today - timedelta(days=9), WHO)
    staff.add_note(
        NoteDraft(
            text="People wait at the counter while I am on the phone",
            said_on=today - timedelta(days=12),
            said_by=first.name,
            answer="From Monday the phone goes to voicemail when the shop is full",
            answered_on=today - timedelta(days=8),
        ),
        WHO,
    )
    staff.add_note(NoteDraft(text="The steps to the store are dark", said_on=today), WHO)
    for asks, what, number, counted in (
        ("the counter", "say whether a part is in stock", 1, Within.OPENING_HOURS),
        ("", "leave the van swept and fuelled", None, Within.DAYS),
        ("each other", "answer a note in the book", 1, Within.WORKING_DAYS),
    ):
        staff.add_between(BetweenDraft(asks=asks, what=what, number=number, counted=counted), WHO)


def _alone(stand: Stand, take: Take) -> None:
    """A business of one: the helpers of the pretend shop are away for this picture."""
    services = stand.bench.services
    taken = 0
    if not services.staff.view().is_one_line:
        for person in team_of(services.people.all()):
            services.people.remove(person.id, WHO)
            taken += 1
    _go(stand)
    take(stand.window)
    for _ in range(taken):
        services.undo.undo(WHO)


def _page(stand: Stand, take: Take) -> None:
    _fill(stand)
    _go(stand)
    take(stand.window)


def _down(part: int) -> Show:
    """Further down the page."""

    def show(stand: Stand, take: Take) -> None:
        _fill(stand)
        _go(stand)
        bar = _page_of(stand).page.verticalScrollBar()
        bar.setValue(round((part - 1) * 0.85 * bar.pageStep()))
        stand.settle()
        take(stand.window)
        bar.setValue(0)

    return show


def _briefed(stand: Stand, take: Take) -> None:
    """Everybody was; taken back after the picture."""
    _fill(stand)
    services = stand.bench.services
    done = services.staff.brief_all(stand.bench.today, WHO)
    _go(stand)
    take(stand.window)
    if done.changes:
        services.undo.undo(WHO)


def _open(stand: Stand, deed: str) -> QWidget:
    _fill(stand)
    _go(stand)
    page, view = _page_of(stand), stand.bench.services.staff.view()
    number = {
        "add_skill": _helpers(stand)[0].id,
        "brief": _helpers(stand)[1].id,
        "plan": view.notes[0].id,
    }.get(deed, 0)
    page.open_form(deed, number)
    stand.settle()
    return page.form


def _dialog(deed: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        form = _open(stand, deed)
        take(form)
        form.reject()
        form.deleteLater()
        stand.settle()

    return show


def _refused(stand: Stand, take: Take) -> None:
    """It would have to be renewed before it was learned."""
    form = _open(stand, "add_skill")
    what, _, learned, renew, _ = form.fields()
    what.show_typed("Gas safety")
    learned.show_typed("2/11/2025")
    renew.show_typed("1/11/2025")
    form.save_button.click()
    stand.settle()
    take(form)
    for field in (what, learned, renew):  # or it would come up in the next picture
        field.show_typed("")
    form.reject()
    form.deleteLater()
    stand.settle()
