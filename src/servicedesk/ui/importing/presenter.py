# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Bringing a list in, step by step: the file, what is in it, what would happen, what did."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDate, QLocale, QObject, Qt, Signal

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.customers import CustomerStatus
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import (
    NO_HEADING,
    Changed,
    Column,
    DayOrder,
    Duplicates,
    Letters,
    LookChoices,
    Meaning,
    PlanChoices,
    Refused,
    Separator,
    Strangers,
)
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_mappings import MappingCard, MappingDraft
from servicedesk.domain.importing_plan import ImportPlan, ImportReport
from servicedesk.domain.importing_records_plan import RecordPlan
from servicedesk.domain.kinds import Kind
from servicedesk.ui.importing.state import ImportingState, Looked, Stage

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.undo import Reversed
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.tasks import Progress
    from servicedesk.ui.core.workbench import Workbench

Told = TypeVar("Told")

_PLAN = "import_plan_old"


IMPORTS = {
    ListKind.CUSTOMERS: "bring customers in",
    ListKind.PROMISES: "bring promises in",
    ListKind.COMPLAINTS: "bring complaints in",
    ListKind.FEEDBACK: "bring feedback in",
}
"""The steps that are taken back here, and no others."""


class ImportingPresenter(QObject):
    """Walks through an import; everything that takes time is done beside the screen.

    Args:
        bench: of the open file.

    Signals:
        state_changed: ``state`` is another one.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = ImportingState()
        self._turn = 0
        bench.tasks.stepped.connect(self._on_step)
        bench.changes.changed.connect(self._on_changed)
        bench.changes.follow(frozenset({Kind.IMPORT_MAPPING}), self._on_mappings)

    def choose(self, path: Path) -> None:
        """Look into a file, as the file itself tells how to read it."""
        choices = LookChoices(holds=self.state.holds)
        self.state = ImportingState(path=path, look_choices=choices)
        self._look()

    def set_holds(self, holds: ListKind) -> None:
        """Say what the list holds; a file that was chosen is looked at again."""
        if holds is self.state.holds:
            return
        choices = LookChoices(holds=holds)
        if self.state.look is None:
            self._show(replace(self.state, look_choices=choices, error=""))
        else:
            self._look_again(replace(self.state.look_choices, holds=holds, heading_row=None))

    def set_strangers(self, strangers: Strangers) -> None:
        """Say what becomes of rows about somebody who is no customer here."""
        self._show(replace(self.state, strangers=strangers))

    def set_makes_own(self, on: bool) -> None:
        """Say whether own fields that our own list has are made here too."""
        self._show(replace(self.state, makes_own=on))

    def use_mapping(self, card: MappingCard) -> None:
        """Take the columns as they were kept."""
        self._with_columns(card.draft.columns)
        orders = dict(card.draft.day_orders)
        self._show(replace(self.state, day_orders=orders, mapping=card.draft.name))

    def keep_mapping(self, name: str) -> None:
        """Keep the columns as they are chosen under a name."""
        state = self.state
        draft = MappingDraft(
            name=name, holds=state.holds, columns=state.columns, day_orders=state.day_orders
        )
        mappings, who = self._bench.services.exchange.mappings, self._bench.who
        try:
            done = mappings.keep(draft, who)
        except Refusal as refusal:
            sentence = self._bench.labels.refusal(refusal)
            self._show(replace(state, errors={**state.errors, "name": sentence}))
            return
        self._show(replace(self.state, errors={}, mapping=done.card.draft.name))
        said = self.tr("Kept as “{name}”.").format(name=done.card.draft.name)
        self._bench.do(lambda: done, said=said, initiator=self)
        self._on_mappings()

    def drop_mapping(self, card: MappingCard) -> None:
        """Keep columns no longer; Undo brings them back."""
        mappings, who = self._bench.services.exchange.mappings, self._bench.who
        said = self.tr("“{name}” is not kept any more.").format(name=card.draft.name)
        self._bench.do(lambda: mappings.drop(card.id, who), said=said, initiator=self)
        self._on_mappings()

    def set_letters(self, letters: Letters) -> None:
        """Read the file with other letters."""
        self._look_again(replace(self.state.look_choices, letters=letters))

    def set_separator(self, separator: Separator) -> None:
        """Part its cells elsewhere."""
        choices = replace(self.state.look_choices, separator=separator, heading_row=None)
        self._look_again(choices)

    def set_sheet(self, sheet: str) -> None:
        """Read another sheet of the workbook."""
        choices = replace(self.state.look_choices, sheet=sheet, heading_row=None)
        self._look_again(choices)

    def set_has_headings(self, on: bool) -> None:
        """Take the first row for headings, or for a customer."""
        row = None if on else NO_HEADING
        self._look_again(replace(self.state.look_choices, heading_row=row))

    def set_meaning(self, place: int, meaning: Meaning | Field, own_id: int | None = None) -> None:
        """Say what a column means."""
        columns = list(self.state.columns)
        columns[place] = replace(columns[place], meaning=meaning, own_id=own_id)
        self._with_columns(tuple(columns))

    def set_day_order(self, place: int, order: DayOrder) -> None:
        """Say in which order a column writes its days."""
        orders = {**self.state.day_orders, place: order}
        errors = {key: said for key, said in self.state.errors.items() if key != f"days_{place}"}
        self._show(replace(self.state, day_orders=orders, errors=errors))

    def set_duplicates(self, duplicates: Duplicates) -> None:
        """Say what becomes of rows about somebody who is there already."""
        self._show(replace(self.state, duplicates=duplicates))

    def set_status(self, status: CustomerStatus) -> None:
        """Say whether those who are new have bought here, or asked only."""
        self._show(replace(self.state, status=status))

    def set_takes_names(self, on: bool) -> None:
        """Say whether names become as the list writes them, and work it out anew."""
        if on != self.state.takes_names:
            self.state = replace(self.state, takes_names=on)
            self.check()

    def check(self) -> None:
        """Work out what would happen."""
        state = self.state
        if state.look is None:
            return
        look, choices = state.look, self._choices()
        exchange = self._bench.services.exchange

        def plan(progress: "Progress") -> ImportPlan | RecordPlan:
            return exchange.plan(look, choices, progress)

        words = self.tr("Working out what would happen …")
        self._run(words, plan, self._planned)

    def run(self) -> None:
        """Bring them in."""
        plan = self.state.plan
        if plan is None:
            return
        exchange, who = self._bench.services.exchange, self._bench.who
        backup = self._bench.services.backups

        def run(progress: "Progress") -> "Done[ImportReport]":
            backup.back_up(BackupReason.BEFORE_IMPORT, progress)
            return exchange.run(plan, progress, who)

        self._run(self.tr("Bringing your list in …"), run, self._ran)

    def stop(self) -> None:
        """Stop what is under way; an import that is stopped leaves nothing behind."""
        self._bench.tasks.cancel()
        was_running = self.state.plan is not None
        note = self.tr("Stopped. Nothing was brought in.") if was_running else ""
        self._show(replace(self.state, busy="", note=note))

    def undo(self) -> None:
        """Take the whole import back, while nothing else has been changed since."""
        undo, who = self._bench.services.undo, self._bench.who
        self._run(self.tr("Taking the import back …"), lambda _progress: undo.undo(who), self._back)

    def back(self) -> None:
        """Go to the step before."""
        stage = Stage.LOOK if self.state.stage is Stage.CHECK else Stage.CHOOSE
        self._show(replace(self.state, stage=stage, plan=None, note="", errors={}))

    def begin_again(self) -> None:
        """Bring another list, which most likely holds the same."""
        self._turn += 1
        self._show(ImportingState(look_choices=LookChoices(holds=self.state.holds)))

    def _on_changed(self) -> None:
        """An import that Undo took back is not here any more, and nothing says that it is."""
        is_back = self._bench.services.undo.can_redo == IMPORTS[self.state.holds]
        if self.state.stage is Stage.DONE and not self.state.busy and is_back:
            self.begin_again()

    def changed_words(self, changed: Changed) -> tuple[str, str, str, str]:
        """Who, what, how it is and how it would be, of one change."""
        what, old, new = self._bench.labels.enum(changed.what), changed.old, changed.new
        if changed.what is Meaning.SINCE:
            old, new = map(_day_words, (old, new))
        return changed.who, what, old or "–", new or "–"

    def changed_sentence(self, changed: Changed) -> str:
        """A change as one sentence."""
        who, what, old, new = self.changed_words(changed)
        said = self.tr("{who}, {what}: {old} becomes {new}")
        return said.format(who=who, what=what, old=old, new=new)

    def refused_words(self, refused: Refused) -> str:
        """Why a row is not brought in."""
        return self._bench.labels.refusal(Refusal(refused.code, None, **refused.params))

    def print_job(self) -> "PrintJob | None":
        """The rows that are not brought in, for paper; None where there are none."""
        refused = self.state.refused
        if not refused or self.state.stage not in (Stage.CHECK, Stage.DONE):
            return None
        rows = [(str(one.line), one.shown, self.refused_words(one)) for one in refused]
        title = self.tr("Not brought in from {name}").format(name=self.state.name)
        head = (self.tr("Line"), self.tr("What stands there"), self.tr("Why not"))
        return self._bench.services.lists.table(title, head, rows)

    def _look_again(self, choices: LookChoices) -> None:
        self.state = replace(self.state, look_choices=choices)
        self._look()

    def _look(self) -> None:
        path, choices = self.state.path, self.state.look_choices
        if path is None:
            return
        exchange = self._bench.services.exchange
        self._run(
            self.tr("Looking into {name} …").format(name=path.name),
            lambda _progress: Looked.at(exchange.look(path, choices)),
            self._looked,
        )

    def _looked(self, looked: Looked) -> None:
        """Show the file; what was said of its columns stays while they have the same headings."""
        look, before = looked.look, self.state
        headings = [column.heading for column in look.columns]
        is_same = headings == [column.heading for column in before.columns] and (
            before.look is not None and before.look.holds is look.holds
        )
        state = replace(
            before,
            stage=Stage.LOOK,
            look=look,
            held=looked.held,
            columns=before.columns if is_same else look.columns,
            days=look.days,
            day_orders=before.day_orders if is_same else {},
            own_fields=(*self._bench.services.exchange.own_fields(look.holds), *look.new_own),
            mappings=self._bench.services.exchange.mappings.fitting(look.holds, headings),
            mapping=before.mapping if is_same else "",
        )
        if is_same:
            choices = PlanChoices(columns=state.columns)
            state = replace(state, days=self._bench.services.exchange.days(look, choices))
        self._show(state)

    def _with_columns(self, columns: tuple[Column, ...]) -> None:
        state = replace(self.state, columns=columns, errors={}, mapping="")
        if state.look is not None:
            choices = PlanChoices(columns=columns)
            days = self._bench.services.exchange.days(state.look, choices)
            state = replace(state, days=days)
        self._show(state)

    def _choices(self) -> PlanChoices:
        state = self.state
        return PlanChoices(
            columns=state.columns,
            day_orders=state.day_orders,
            duplicates=state.duplicates,
            status=state.status,
            takes_names=state.takes_names,
            strangers=state.strangers,
            makes_own=state.makes_own,
        )

    def _on_mappings(self) -> None:
        """What is kept for lists like this may be another now."""
        look = self.state.look
        if look is not None:
            headings = [column.heading for column in look.columns]
            mappings = self._bench.services.exchange.mappings.fitting(look.holds, headings)
            self._show(replace(self.state, mappings=mappings))

    def _planned(self, plan: ImportPlan | RecordPlan) -> None:
        changes = plan.counts.added + plan.counts.updated
        self._show(replace(self.state, stage=Stage.CHECK, plan=plan, changes=changes))

    def _ran(self, done: "Done[ImportReport]") -> None:
        self._show(replace(self.state, stage=Stage.DONE, report=done.card, note=""))
        counts = done.card.counts
        said = self.tr("Brought in from {name}: {new} new, {changed} brought up to date.")
        if not counts.updated:
            said = self.tr("Brought in from {name}: {new} new.")
        elif not counts.added:
            said = self.tr("Brought in from {name}: {changed} brought up to date.")
        said = said.format(name=done.card.name, new=counts.added, changed=counts.updated)
        self._bench.do(lambda: done, said=said, initiator=self)

    def _back(self, done: "Reversed") -> None:
        self._bench.do(lambda: done, said=self.tr("The import is taken back."), can_undo=False)
        self.begin_again()

    def _run(
        self, title: str, job: "Callable[[Progress], Told]", told: Callable[[Told], None]
    ) -> None:
        """Have something done beside the screen; only what was asked for last is listened to."""
        self._turn += 1
        turn = self._turn
        cleared = replace(self.state, busy=title, done=0, total=0, error="", errors={}, note="")
        self._show(cleared)

        def done(result: Told) -> None:
            if turn == self._turn:
                self.state = replace(self.state, busy="")
                told(result)

        def failed(fault: Exception) -> None:
            if turn == self._turn:
                self._failed(fault)

        self._bench.tasks.run(title, job, done, failed, self)

    def _failed(self, fault: Exception) -> None:
        state = replace(self.state, busy="")
        if isinstance(fault, Refusal) and fault.code == _PLAN:
            self.state = state
            self.check()
            self._show(replace(self.state, note=self._bench.labels.refusal(fault)))
        elif isinstance(fault, Refusal):
            sentence = self._bench.labels.refusal(fault)
            if fault.field in (None, "file"):
                self._show(replace(state, error=sentence))
            else:
                self._show(replace(state, errors={str(fault.field): sentence}))
        elif isinstance(fault, Trouble):
            self._show(state)
            self._bench.bar.trouble(self._bench.labels.trouble(fault))
        else:
            self._show(state)
            raise fault

    def _on_step(self, done: int, total: int) -> None:
        if self.state.busy:
            self._show(replace(self.state, done=done, total=total))

    def _show(self, state: ImportingState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()


def _day_words(day: str) -> str:
    """A day in ISO form as people read it; "" for none."""
    return QLocale().toString(QDate.fromString(day, Qt.DateFormat.ISODate), "d MMMM yyyy")
