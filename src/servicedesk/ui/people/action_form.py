# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Forms about something to do: written down, done on a day, and whether it works.

What is typed stays when a form is closed, or the program ends.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from servicedesk.domain.actions import ActionCard, ActionDraft
from servicedesk.domain.entries_bounds import WORDS_MOST
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.action_deeds import ActionDeeds
from servicedesk.ui.people.step_dialog import StepDialog, Wrong
from servicedesk.ui.widgets.form_draft import FormDraft

FORM = "actions"
"""As its table: whoever removes an action takes the half-typed form with it."""


class ActionForm(StepDialog):
    """Asks what is done, who does it, by when and what it costs.

    Args:
        bench: of the open file.
        deeds: keeps it.
        card: what is changed; None for a new one.
        begin: what a new one begins with.
        complaint_id: of the complaint a new one comes from, or None.
        about: where it comes from, in words; "" for an own idea.
        parent: the window it belongs to.
    """

    def __init__(
        self,
        bench: Workbench,
        deeds: ActionDeeds,
        card: ActionCard | None = None,
        *,
        begin: ActionDraft | None = None,
        complaint_id: int | None = None,
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Something to do") if card is None else self.tr("Change what is to be done")
        draft = card.draft if card is not None else begin or ActionDraft()

        def take(values: Mapping[str, object]) -> Wrong:
            if card is None:
                return deeds.add(draft, complaint_id, values)
            return deeds.change(card, values)

        said = about or self.tr("One thing, in a few words. Who and by when can wait.")
        super().__init__(
            bench, title, said, self.tr("Put it on the list"), take, parent, most=WORDS_MOST
        )
        if card is not None:
            self.save_button.setText(self.tr("Save"))
        self.deeds = deeds
        what = self.ask_text("text", self.tr("What is done"))
        what.set_value(draft.text)
        who = self.ask_text("owner", self.tr("Who does it"))
        who.set_value(draft.owner)
        self.ask_coming_day("due", self.tr("By when")).set_value(draft.due)
        cost = self.ask_money("cost_pence", self.tr("What it costs"))
        cost.set_value(draft.cost_pence)
        FormDraft(self, bench, FORM, _subject(card, draft, complaint_id), is_new=card is None)


def _subject(card: ActionCard | None, draft: ActionDraft, complaint_id: int | None) -> str:
    """Under what the half-typed form is kept: one for each place an action can come from."""
    if card is not None:
        return str(card.id)
    if complaint_id is not None:
        return f"from-complaint-{complaint_id}"
    if draft.source_id is not None:
        return f"from-{draft.source.value}-{draft.source_id}-{draft.source_key}"
    return ""


def show_action_form(
    bench: Workbench, begin: ActionDraft, about: str, window: QWidget
) -> ActionForm:
    """Open the form of a new one over a window.

    Args:
        bench: of the open file.
        begin: what it begins with, and where it comes from.
        about: the same in words.
        window: it stands over, and belongs to.
    """
    form = ActionForm(bench, ActionDeeds(bench, window), begin=begin, about=about, parent=window)
    form.finished.connect(form.deleteLater)
    form.open()
    return form


def done_form(
    bench: Workbench, deeds: ActionDeeds, card: ActionCard, window: QWidget
) -> StepDialog:
    """On which day was it done, and what shows it?"""

    def take(values: Mapping[str, object]) -> Wrong:
        return deeds.done(card, values)

    say = QCoreApplication.translate
    dialog = StepDialog(
        bench,
        say("ActionForm", "Done"),
        card.draft.text,
        say("ActionForm", "It is done"),
        take,
        window,
        most=WORDS_MOST,
    )
    day = dialog.ask_day(
        "on",
        say("ActionForm", "Done on"),
        say("ActionForm", "After 90 days you are asked if it works."),
    )
    if card.draft.done_on is not None:
        day.set_value(card.draft.done_on)
    shows = dialog.ask_text(
        "evidence",
        say("ActionForm", "What shows it"),
        say("ActionForm", "Such as a photo or a list."),
    )
    shows.set_value(card.draft.evidence)
    FormDraft(dialog, bench, FORM, f"{card.id}-done", is_new=False)
    return dialog


def works_form(
    bench: Workbench, deeds: ActionDeeds, card: ActionCard, window: QWidget, seen: str = ""
) -> StepDialog:
    """Does it work?

    Args:
        bench: of the open file.
        deeds: keeps it.
        card: the action.
        window: it stands over.
        seen: what the records show since, in words; "" for nothing.
    """

    def take(values: Mapping[str, object]) -> Wrong:
        return deeds.checked(card, values)

    say = QCoreApplication.translate
    about = "\n".join(part for part in (card.draft.text, seen) if part)
    dialog = StepDialog(
        bench,
        say("ActionForm", "Does it work?"),
        about,
        say("ActionForm", "Write it down"),
        take,
        window,
        most=WORDS_MOST,
    )
    works = dialog.ask_yes("works", say("ActionForm", "It works"))
    works.set_value(card.works)
    dialog.ask_day("on", say("ActionForm", "Looked at on"))
    dialog.ask_text("note", say("ActionForm", "What you saw")).set_value(card.check_note)
    FormDraft(dialog, bench, FORM, f"{card.id}-works", is_new=False)
    return dialog
