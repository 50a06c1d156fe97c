# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields of the business's own on customers and promises: the list and its form."""

from collections.abc import Mapping

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue, Choice, Question, QuestionKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import (
    MOST,
    NAME_MOST,
    OwnFieldCard,
    OwnFieldDraft,
    OwnFieldKind,
    OwnFieldOn,
)
from servicedesk.ui.settings.records_presenter import (
    RecordLine,
    RecordsPresenter,
    RecordsState,
    RecordsWords,
)


class OwnFieldsPresenter(RecordsPresenter):
    """Those on customers first, then those on promises, each in their order; retired ones last."""

    KINDS = frozenset({Kind.OWN_FIELD})
    FORM = "own_fields"

    def _words(self) -> RecordsWords:
        return RecordsWords(
            title=self.tr("Your own fields"),
            intro=self.tr(
                "What you want to note that we did not think of, such as a boiler's make. Each "
                "is asked in the form, found by the search, printed, and goes in and out with "
                "your lists."
            ),
            columns=(self.tr("Field"), self.tr("Where"), self.tr("What goes in")),
            widths=(0, 10, 14),
            empty=self.tr("You have no fields of your own yet."),
            add=self.tr("Add a field"),
            adding=self.tr("New field"),
            changing=self.tr("Change the field"),
        )

    def _read(self) -> RecordsState:
        lines = tuple(self._line(card, at) for at, card in enumerate(self._cards()))
        return RecordsState(lines=lines)

    def _cards(self) -> tuple[OwnFieldCard, ...]:
        fields = self._bench.services.own_fields
        return tuple(
            card
            for is_retired in (False, True)
            for on in OwnFieldOn
            for card in fields.all(on, is_retired=is_retired)
        )

    def _line(self, card: OwnFieldCard, at: int) -> RecordLine:
        where = self._bench.labels.enum(card.draft.on)
        is_choice = card.draft.kind is OwnFieldKind.CHOICE
        labels = self._bench.labels
        kind = ", ".join(card.draft.choices) if is_choice else labels.enum(card.draft.kind)
        if card.retired_on is not None:
            where = self.tr("{where}, retired").format(where=where)
        return RecordLine(
            id=card.id,
            cells=(card.draft.name, where, kind),
            order=(at, where, kind),
            is_quiet=card.retired_on is not None,
        )

    def questions(self, record_id: int | None) -> tuple[Question, ...]:
        """Name, where, kind, and what there is to choose from."""
        say = self._bench.labels.enum
        where = Question(
            id="on",
            kind=QuestionKind.CHOICE,
            label=self.tr("Where"),
            help=self.tr("Up to {most} on each.").format(most=MOST),
            is_required=True,
            default=OwnFieldOn.CUSTOMER.value,
            choices=tuple(Choice(id=one.value, label=say(one)) for one in OwnFieldOn),
        )
        return (
            Question(
                id="name",
                kind=QuestionKind.TEXT,
                label=self.tr("Name of the field"),
                is_required=True,
                maximum=NAME_MOST,
            ),
            *((where,) if record_id is None else ()),
            Question(
                id="kind",
                kind=QuestionKind.CHOICE,
                label=self.tr("What goes in"),
                is_required=True,
                default=OwnFieldKind.TEXT.value,
                choices=tuple(Choice(id=one.value, label=say(one)) for one in OwnFieldKind),
            ),
            Question(
                id="choices",
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("What there is to choose from"),
                help=self.tr("For “One of a list”: one on each line."),
            ),
        )

    def values(self, record_id: int) -> Mapping[str, AnswerValue]:
        """What is kept of a field."""
        card = self._card(record_id)
        if card is None:
            return {}
        return {
            "name": card.draft.name,
            "kind": card.draft.kind.value,
            "choices": "\n".join(card.draft.choices),
        }

    def is_retired(self, record_id: int) -> bool:
        """Whether a field is not asked any more."""
        card = self._card(record_id)
        return card is not None and card.retired_on is not None

    def retire(self, record_id: int, on: bool) -> None:
        """Ask a field no more, or again."""
        fields, who = self._bench.services.own_fields, self._bench.who
        said = (
            self.tr("Field retired. What stands in it is kept.")
            if on
            else self.tr("The field is asked again.")
        )
        try:
            self._do(lambda: fields.retire(record_id, on, who), said)
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))
        self.load()

    def move(self, record_id: int, step: int) -> None:
        """Ask a field earlier or later."""
        fields, who = self._bench.services.own_fields, self._bench.who
        self._do(lambda: fields.move(record_id, step, who), self.tr("Order changed."))
        self.load()

    def _card(self, record_id: int) -> OwnFieldCard | None:
        return next((card for card in self._cards() if card.id == record_id), None)

    def _reading(self, values: Mapping[str, object], wrong: dict[str, str]) -> dict[str, object]:
        del wrong  # the rules look at the whole
        return dict(values)

    def _keep(self, record_id: int | None, read: Mapping[str, object]) -> object | None:
        draft = OwnFieldDraft(
            on=OwnFieldOn(str(read.get("on") or OwnFieldOn.CUSTOMER)),
            name=str(read["name"]),
            kind=OwnFieldKind(str(read["kind"] or OwnFieldKind.TEXT)),
            choices=tuple(str(read["choices"]).split("\n")),
        )
        fields, who = self._bench.services.own_fields, self._bench.who
        if record_id is None:
            return self._do(lambda: fields.add(draft, who), self.tr("Field added."))
        return self._do(lambda: fields.change(record_id, draft, who), self.tr("Field changed."))

    def _take_out(self, record_id: int) -> None:
        self.retire(record_id, not self.is_retired(record_id))
