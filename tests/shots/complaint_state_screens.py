# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pictures of complaints in states that the pretend shop has none of, and of forms gone wrong.

Each is written down for its picture and taken back after it, so that the other pictures stay.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from servicedesk.domain.complaints import ComplaintDraft, Content, Finding, Serious, Stage, Track
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]
Steps = tuple[tuple[Action, dict[str, object]], ...]

_TOLD = (Action.ACKNOWLEDGE, {"channel": Channel.PHONE})
_BEGUN = (Action.INVESTIGATE, {})
_ANSWER = (
    Action.DECIDE,
    {
        "words": "The blade was blunt before the hire, and nobody looked.",
        "channel": Channel.PHONE,
        "finding": Finding.UPHELD,
    },
)
_SORTED = (
    Action.SORT_OUT,
    {"did": "Lent another saw", "told_by": Channel.PHONE, "content": Content.YES},
)
_AGAIN = (Action.SECOND_LOOK, {"by_whom": "Tom Hollins"})
_REOPENED = (Action.REOPEN, {"words": "It stopped again."})

_HAPPENED: tuple[tuple[str, int, dict[str, object], Steps], ...] = (
    ("acknowledged", 2, {}, (_TOLD,)),
    ("decided", 4, {}, (_TOLD, _BEGUN, _ANSWER)),
    ("second-look", 4, {}, (_TOLD, _BEGUN, _ANSWER, _AGAIN)),
    ("reopened", 4, {}, (_TOLD, _BEGUN, _SORTED, _REOPENED)),
    ("eight-weeks", 57, {}, (_TOLD, _BEGUN)),
    ("information", 3, {"track": Track.DATA_PROTECTION}, ()),
    (
        "hurt",
        1,
        {"is_safety": True, "serious": Serious.SERIOUS, "from_stock": True},
        (),
    ),
)
"""Name, days since it came, what else was typed, and what was done."""


def complaint_state_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    form = frozenset({"ComplaintForm", "FoldedForm"})
    for stage in Stage:
        if stage not in (Stage.ACKNOWLEDGED, Stage.DECIDED):
            yield f"complaint-stage-{stage.value}", _stage(stage), frozenset()
    for name, days, said, steps in _HAPPENED:
        yield f"complaint-state-{name}", _happened(days, said, steps), frozenset()
    for name, days, said, steps in _HAPPENED:
        if name in ("decided", "hurt", "second-look"):
            shown = _happened(days, said, steps, is_end=True)
            yield f"complaint-state-{name}-end", shown, frozenset()
    yield "complaint-state-whole-file", _whole_file, frozenset()
    yield "dialog-complaint-state-empty", _wrong_form, form
    step = frozenset({"StepDialog"})
    for deed in (Action.DECIDE, Action.ASK_CUSTOMER, Action.EXTEND):
        yield f"dialog-complaint-state-wrong-{deed.value}", _wrong_step(deed), step
    yield "dialog-complaint-state-sorted-limit", _sorted, frozenset({"SortedForm"})
    yield "dialog-complaint-state-sorted-wrong", _sorted_wrong, frozenset({"SortedForm"})


def _open(stand: Stand, complaint_id: int, *, is_end: bool = False) -> None:
    stand.window.go(Place(room="complaints", item=str(complaint_id)))
    stand.settle()
    bar = stand.window.page.detail.verticalScrollBar()
    bar.setValue(bar.maximum() if is_end else 0)
    stand.settle()


def _at(stand: Stand, stage: Stage) -> int:
    lists = stand.bench.services.complaints.lists
    rows = lists.rows(list(lists.ids(ComplaintFilter(chip=ComplaintChip.ALL))))
    return next(row.id for row in rows if row.stage is stage)


def _stage(stage: Stage) -> Show:
    """One that stands there in the pretend shop."""

    def show(stand: Stand, take: Take) -> None:
        _open(stand, _at(stand, stage))
        take(stand.window)

    return show


def _happened(days: int, said: dict[str, object], steps: Steps, *, is_end: bool = False) -> Show:
    """One that is written down for the picture, with steps on the days after it came."""

    def show(stand: Stand, take: Take) -> None:
        complaints, undo = stand.bench.services.complaints, stand.bench.services.undo
        now = stand.bench.clock.now()
        draft = ComplaintDraft(
            text="Hired saw stopped working on the first morning",
            customer_id=1,
            received_at=now - timedelta(days=days),
            **said,
        )
        made = complaints.log(draft, "Ruth").card.id
        today = stand.bench.today
        for action, typed in steps:
            if action is Action.SORT_OUT:
                complaints.sort_out(made, SortedDraft(on=today, **typed), "Ruth")
            else:
                complaints.take(made, action, Given(on=today, **typed), "Ruth")
        _open(stand, made, is_end=is_end)
        take(stand.window)
        stand.window.go(Place(room="today"))
        stand.settle()
        for _ in range(len(steps) + 1):
            undo.undo("Ruth")

    return show


def _whole_file(stand: Stand, take: Take) -> None:
    """As it opens where three or more people work: with the whole file under the nine lines."""
    _open(stand, _at(stand, Stage.RESOLVED))
    detail = stand.window.page.detail
    detail.show_file(is_shown=True)
    stand.settle()
    detail.verticalScrollBar().setValue(detail.lines.y())
    stand.settle()
    take(stand.window)
    detail.show_file(is_shown=False)


def _wrong_form(stand: Stand, take: Take) -> None:
    """A complaint is saved of which nothing was written."""
    from servicedesk.ui.people.complaint_form import show_complaint_form

    form = show_complaint_form(stand.bench, stand.window)
    stand.settle()
    form.save_button.click()
    stand.settle()
    take(form)
    form.close()
    stand.bench.services.drafts.drop("complaints")


def _wrong_step(deed: Action) -> Show:
    """A step is taken with nothing typed."""

    def show(stand: Stand, take: Take) -> None:
        from servicedesk.ui.complaints.deeds import ComplaintDeeds
        from servicedesk.ui.complaints.steps import Steps

        deeds = ComplaintDeeds(stand.bench, stand.window)
        steps = Steps(stand.bench, stand.window, deeds)
        dialog = steps.begin(deed, _at(stand, Stage.INVESTIGATING))
        stand.settle()
        dialog.save_button.click()
        stand.settle()
        take(dialog)
        dialog.reject()
        steps.deleteLater()
        deeds.deleteLater()

    return show


def _sorted_form(stand: Stand, wrong: dict[str, str], take: Take) -> None:
    from servicedesk.ui.people.sorted_form import sort_out

    form = sort_out(stand.bench, _at(stand, Stage.INVESTIGATING), stand.window)
    stand.settle()
    form.show_errors(wrong)
    stand.settle()
    take(form)
    form.close()


def _sorted(stand: Stand, take: Take) -> None:
    """More money than the person may give: who agreed to it is asked."""
    limit = "It is more than Tom may give alone. Say who agreed to it."
    _sorted_form(stand, {"over_because": limit}, take)


def _sorted_wrong(stand: Stand, take: Take) -> None:
    """Nothing was typed."""
    _sorted_form(stand, {"did": "Please say what you did.", "told_by": "Please say how."}, take)
