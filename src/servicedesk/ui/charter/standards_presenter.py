# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the table of standards of one page: what is typed, what it prints, what is wrong with it.

It knows no service: whoever shows the table hands in the words and the wording check, and keeps
what comes out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_live_feasible import Beside
from servicedesk.domain.errors import Refusal
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards import MeasuredBy, ServiceStandard
from servicedesk.domain.standards_editing import (
    EditorField,
    OwnStandard,
    Typed,
    edited_together,
    fields_of,
    own_standard,
)
from servicedesk.domain.standards_editing_words import Weigh, reworded
from servicedesk.domain.standards_sentences import LIMIT, sentences
from servicedesk.domain.wording import Finding, Severity
from servicedesk.ui.core.labels import Labels


class TableLabels(Labels, Phrases, Protocol):
    """The words that the table asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One thing that the wording check says about a standard.

    Args:
        sentence: what it says.
        blocks: it keeps the charter from being published.
        rewrite: the better wording that "Use this wording" would put in; "" for none.
        better: the standard with that wording; None for none.
    """

    sentence: str
    blocks: bool
    rewrite: str = ""
    better: ServiceStandard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One standard as the table shows it.

    Args:
        standard: as it was last said.
        fields: of its editor.
        sentence: as it prints now, with what is being typed.
        details: what prints under it, sentence by sentence.
        measured_by: how we will know.
        errors: sentences beside fields, by name.
        advice: what the wording check says.
        record: how it is kept, and how the past would have met it; "" for nothing to say.
        warning: that the past would have met it too seldom; "" for none.
    """

    standard: ServiceStandard
    fields: tuple[EditorField, ...]
    sentence: str
    details: tuple[str, ...]
    measured_by: MeasuredBy
    errors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    advice: tuple[Advice, ...] = ()
    record: str = ""
    warning: str = ""

    @property
    def key(self) -> str:
        """Of the standard, for life."""
        return self.standard.key


@dataclass(frozen=True, slots=True, kw_only=True)
class TableState:
    """All that the table shows.

    Args:
        rows: in print order.
        open_key: of the standard whose editor is open; "" for none.
        has_more: the rest of its fields are shown too.
        gone: title of the standard that was just taken out; "" for none.
        focus: (key, field) that gets the keyboard; ("", "") to leave it where it is.
    """

    rows: tuple[Row, ...] = ()
    open_key: str = ""
    has_more: bool = False
    gone: str = ""
    focus: tuple[str, str] = ("", "")


Look = Callable[[ServiceStandard], Beside]
"""What the records say of a standard as it is typed."""

Unsaid = Mapping[str, Mapping[str, Typed]]
"""What stands in fields and does not fit: by key of the standard and name of the field."""


def _as_typed(field: EditorField, raw: Typed | None) -> EditorField:
    """A field with what was typed into it in the place of what is said."""
    if isinstance(raw, tuple):
        return replace(field, value=raw[0], counted=raw[1])
    return replace(field, value=raw) if isinstance(raw, str) else field


def _nothing_known(_standard: ServiceStandard) -> Beside:
    return Beside()


def _nothing_found(_standard: ServiceStandard) -> tuple[Finding, ...]:
    return ()


class StandardsPresenter(QObject):
    """Feeds one table.

    Signals:
        state_changed: ``state`` is another one.
        standards_changed: (tuple of ServiceStandard) all standards of the table as they are said
            now, in order; compare keys to see which are gone.
        standard_typed: (ServiceStandard) one is being changed, as far as it fits.
        unsaid_typed: (Unsaid) what stands in fields and does not fit is this now.

    Args:
        labels: words for codes, and for printing.
        weigh: the wording check of a standard as it prints.
        look: what the records say of it.
    """

    state_changed = Signal()
    standards_changed = Signal(object)
    standard_typed = Signal(object)
    unsaid_typed = Signal(object)

    def __init__(
        self,
        labels: TableLabels,
        weigh: Weigh | None = None,
        look: Look | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = TableState()
        self._labels = labels
        self._weigh: Weigh = weigh or _nothing_found
        self._look: Look = look or _nothing_known
        self._page = ""
        self._bare_days: DayKind | None = None
        self._taken: Callable[[], Sequence[str]] = tuple
        self._pending: dict[str, dict[str, Typed]] = {}
        self._outside: dict[str, dict[str, str]] = {}
        self._gone: tuple[ServiceStandard, int] | None = None

    @property
    def standards(self) -> tuple[ServiceStandard, ...]:
        """The standards as they are said now."""
        return tuple(row.standard for row in self.state.rows)

    def set_standards(
        self,
        standards: Sequence[ServiceStandard],
        *,
        page: str = "",
        bare_days: DayKind | None = None,
        taken: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        """Show these; what is being typed into one of them goes on standing there.

        Args:
            standards: those of the page, in print order.
            page: id of the guide's page, for standards that are added.
            bare_days: days that print as bare "days"; None: always said.
            taken: keys of all standards of the charter, when one is added.
        """
        self._bare_days = bare_days
        if page != self._page:
            self._gone = None
        self._page = page
        self._taken = taken or self._taken
        keys = {standard.key for standard in standards}
        self._pending = {key: typed for key, typed in self._pending.items() if key in keys}
        rows = tuple(self._row(standard) for standard in standards)
        open_key = self.state.open_key if self.state.open_key in keys else ""
        gone = self.state.gone if self._gone is not None else ""
        self._show(replace(self.state, rows=rows, open_key=open_key, gone=gone, focus=("", "")))

    @property
    def unsaid(self) -> Unsaid:
        """What stands in the fields and does not fit."""
        return {key: dict(typed) for key, typed in self._pending.items()}

    def take_up(self, unsaid: Unsaid) -> None:
        """Begin with what did not fit before; ``set_standards`` shows it with its sentences."""
        self._pending = {key: dict(typed) for key, typed in unsaid.items()}

    def show_errors(self, errors: Mapping[tuple[str, str], str]) -> None:
        """Show sentences beside fields that somebody else found wrong.

        Args:
            errors: by (key of the standard, name of the field); the first gets the keyboard.
        """
        self._outside = {}
        for (key, name), sentence in errors.items():
            self._outside.setdefault(key, {})[name] = sentence
        first = next(iter(errors), ("", ""))
        rows = tuple(self._row(row.standard) for row in self.state.rows)
        self._show(
            replace(
                self.state,
                rows=rows,
                open_key=first[0] or self.state.open_key,
                has_more=bool(first[0]) or self.state.has_more,
                focus=first,
            )
        )

    def typed(self, key: str, name: str, raw: Typed) -> None:
        """Something is being typed: the sentence below follows it, nothing is said yet."""
        row = self._find(key)
        typed = {**self._pending.get(key, {}), name: raw}
        made, refused = edited_together(row.standard, typed)
        shown = self._row(made)
        self._put(
            replace(
                shown,
                standard=row.standard,
                fields=row.fields,
                errors=row.errors,
                advice=row.advice,
            ),
            self._advice(made),
        )
        self.standard_typed.emit(made)
        self.unsaid_typed.emit({**self.unsaid, key: {one: typed[one] for one in refused}})

    def committed(self, key: str, name: str, raw: Typed) -> None:
        """Something is said; what does not fit stays in its field with a sentence beside it."""
        row = self._find(key)
        self._outside.get(key, {}).pop(name, None)
        typed = {**self._pending.get(key, {}), name: raw}
        made, refused = edited_together(row.standard, typed)
        self._pending[key] = {one: typed[one] for one in refused}
        self._put(self._row(made, refused))
        self.unsaid_typed.emit(self.unsaid)
        if made != row.standard:
            self.standards_changed.emit(self.standards)

    def toggle(self, key: str) -> None:
        """Open the editor of a standard, or close it."""
        is_open = self.state.open_key == key
        self._show(replace(self.state, open_key="" if is_open else key, focus=("", "")))

    def set_more(self, *, has_more: bool) -> None:
        """Show the rest of the fields, or put them away."""
        self._show(replace(self.state, has_more=has_more, focus=("", "")))

    def add(self, about: OwnStandard) -> None:
        """Add a standard of the owner's own and open it at its words."""
        say = self._labels.say
        made = own_standard(
            about,
            page=self._page,
            title=say(f"standard_editor.own.{about.value}.title"),
            action=say(f"standard_editor.own.{about.value}.action", limit=LIMIT),
            taken={*self._taken(), *(row.key for row in self.state.rows)},
        )
        self._gone = None
        rows = (*self.state.rows, self._row(made))
        self._say(
            TableState(rows=rows, open_key=made.key, has_more=True, focus=(made.key, "action"))
        )

    def remove(self, key: str) -> None:
        """Take a standard out; it can be put back until the next page."""
        row = self._find(key)
        at = self.state.rows.index(row)
        self._gone = (row.standard, at)
        rows = tuple(one for one in self.state.rows if one.key != key)
        self._say(
            replace(
                self.state,
                rows=rows,
                open_key="",
                gone=row.standard.title,
                focus=("", "put_back"),
            )
        )

    def put_back(self) -> None:
        """Put back what was just taken out, where it stood."""
        if self._gone is None:
            return
        standard, at = self._gone
        self._gone = None
        rows = [*self.state.rows]
        rows.insert(at, self._row(standard))
        focus = (standard.key, "is_ticked")
        self._say(replace(self.state, rows=tuple(rows), gone="", focus=focus))

    def move(self, key: str, by: int) -> None:
        """Move a standard up (-1) or down (1); at either end it stays."""
        rows = [*self.state.rows]
        row = self._find(key)
        at = rows.index(row)
        to = min(max(at + by, 0), len(rows) - 1)
        if to != at:
            rows.insert(to, rows.pop(at))
            self._say(replace(self.state, rows=tuple(rows), focus=("", "")))

    def use(self, key: str, advice: Advice) -> None:
        """Take the better wording that was offered."""
        if advice.better is None:
            return
        kept = self._find(key).standard
        made = replace(advice.better, is_ticked=kept.is_ticked)
        self._pending.pop(key, None)
        self._put(self._row(made))
        self.standards_changed.emit(self.standards)

    def _say(self, state: TableState) -> None:
        self._show(state)
        self.standards_changed.emit(self.standards)

    def _find(self, key: str) -> Row:
        return next(row for row in self.state.rows if row.key == key)

    def _row(self, standard: ServiceStandard, refused: Mapping[str, Refusal] | None = None) -> Row:
        pending = self._pending.get(standard.key, {})
        if refused is None:
            _, refused = edited_together(standard, pending)
        said = sentences(standard, self._labels, bare_days=self._bare_days, say_measure=False)
        errors = {
            (refusal.field or name): self._labels.refusal(refusal)
            for name, refusal in refused.items()
        }
        beside = self._look(standard)
        known = (beside.result, "" if beside.warns else beside.past)
        return Row(
            standard=standard,
            fields=tuple(_as_typed(one, pending.get(one.name)) for one in fields_of(standard)),
            sentence=said.main,
            details=said.details,
            measured_by=standard.measured_by,
            errors=MappingProxyType({**self._outside.get(standard.key, {}), **errors}),
            advice=self._advice(standard),
            record=" ".join(part for part in known if part),
            warning=beside.past if beside.warns else "",
        )

    def _advice(self, standard: ServiceStandard) -> tuple[Advice, ...]:
        found = []
        for finding in self._weigh(standard):
            better = reworded(standard, finding, self._labels, self._weigh)
            words = self._labels.say(
                f"finding.{finding.code.value}",
                **{name: str(value) for name, value in finding.params.items()},
            )
            found.append(
                Advice(
                    sentence=words,
                    blocks=finding.severity is Severity.BLOCK,
                    rewrite="" if better is None else finding.rewrite,
                    better=better,
                )
            )
        return tuple(found)

    def _put(self, row: Row, advice: tuple[Advice, ...] | None = None) -> None:
        if advice is not None:
            row = replace(row, advice=advice)
        rows = tuple(row if one.key == row.key else one for one in self.state.rows)
        self._show(replace(self.state, rows=rows, focus=("", "")))

    def _show(self, state: TableState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
