# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The people who work here: the list and its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten

from PySide6.QtCore import QLocale, Signal

from servicedesk.domain.entries import read_money
from servicedesk.domain.feedback import FeedbackCard
from servicedesk.domain.guides import AnswerValue, Choice, Question, QuestionKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.names import sort_key_person
from servicedesk.domain.people import NAME_MOST, PersonCard, PersonDraft, Role
from servicedesk.ui.settings.records_presenter import (
    RecordLine,
    RecordsPresenter,
    RecordsState,
    RecordsWords,
    list_day,
)

_NOBODY = "nobody"
_SAID_MOST = 90
"""Characters of a compliment that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Praise:
    """A compliment that names somebody of us.

    Args:
        id: of the feedback.
        words: its number, its day, whose it is and how it begins.
    """

    id: int
    words: str


class PeoplePresenter(RecordsPresenter):
    """Everybody, in the order in which they were added.

    Signals:
        praise_changed: there may be other compliments.
    """

    praise_changed = Signal()

    KINDS = frozenset({Kind.PERSON, Kind.FEEDBACK})
    FORM = "people"

    def load(self) -> None:
        """Read the list, and have compliments asked for again."""
        super().load()
        self.praise_changed.emit()

    def praise_of(self, name: str) -> tuple[Praise, ...]:
        """The compliments that name somebody, the newest first.

        Args:
            name: as in the list; "" for nobody.
        """
        if not name:
            return ()
        cards = self._bench.services.feedback.compliments_of(name)
        return tuple(Praise(id=card.id, words=self._praise(card)) for card in cards)

    def _praise(self, card: FeedbackCard) -> str:
        said = shorten(card.draft.text or card.draft.better, _SAID_MOST, placeholder="…")
        told = (card.ref, list_day(card.draft.given_on), card.who, said)
        return " · ".join(part for part in told if part)

    def _words(self) -> RecordsWords:
        return RecordsWords(
            title=self.tr("People"),
            intro=self.tr(
                "Who serves customers. With two or more, the list at the left says who "
                "serves now. There is no password behind it: it only fills in who did what."
            ),
            columns=(
                self.tr("Name"),
                self.tr("Role"),
                self.tr("May give back up to"),
                self.tr("Stand-in"),
            ),
            widths=(0, 14, 11, 10),
            empty=self.tr("Nobody is in the list yet. Add yourself first."),
            add=self.tr("Add a person"),
            adding=self.tr("New person"),
            changing=self.tr("Change the person"),
        )

    def _read(self) -> RecordsState:
        cards = self._bench.services.people.all()
        names = {card.id: card.name for card in cards}
        return RecordsState(lines=tuple(self._line(card, names) for card in cards))

    def _line(self, card: PersonCard, names: Mapping[int, str]) -> RecordLine:
        stand_in = "" if card.stand_in_id is None else names.get(card.stand_in_id, "")
        role = self._bench.labels.enum(card.role)
        limit = self.tr("no limit said") if card.limit_pence is None else _pounds(card.limit_pence)
        return RecordLine(
            id=card.id,
            cells=(card.name, role, limit, stand_in or self.tr("nobody")),
            order=(
                sort_key_person(card.name),
                list(Role).index(card.role),
                -1 if card.limit_pence is None else card.limit_pence,
                stand_in,
            ),
        )

    def questions(self, record_id: int | None) -> tuple[Question, ...]:
        """Name, role, limit, stand-in."""
        everybody = self._bench.services.people.all()
        others = [card for card in everybody if card.id != record_id]
        usual = Role.STAFF if everybody else Role.OWNER  # whoever sits here adds themselves first
        return (
            Question(
                id="name",
                kind=QuestionKind.TEXT,
                label=self.tr("Name"),
                help=self.tr("As customers hear it."),
                is_required=True,
                maximum=NAME_MOST,
            ),
            Question(
                id="role",
                kind=QuestionKind.CHOICE,
                label=self.tr("Role"),
                is_required=True,
                default=usual.value,
                choices=tuple(
                    Choice(id=role.value, label=self._bench.labels.enum(role)) for role in Role
                ),
            ),
            Question(
                id="limit_pence",
                kind=QuestionKind.MONEY,
                label=self.tr("May give back up to"),
                help=self.tr(
                    "Without asking. It reminds, it does not lock. Where it is empty, the "
                    "briefing sheet says that they ask first."
                ),
            ),
            Question(
                id="stand_in_id",
                kind=QuestionKind.CHOICE,
                label=self.tr("Who stands in?"),
                default=_NOBODY,
                choices=(
                    Choice(id=_NOBODY, label=self.tr("Nobody")),
                    *(Choice(id=str(card.id), label=card.name) for card in others),
                ),
            ),
        )

    def values(self, record_id: int) -> Mapping[str, AnswerValue]:
        """What is known of a person."""
        found = (card for card in self._bench.services.people.all() if card.id == record_id)
        card = next(found, None)
        if card is None:
            return {}
        return {
            "name": card.name,
            "role": card.role.value,
            "limit_pence": "" if card.limit_pence is None else card.limit_pence,
            "stand_in_id": _NOBODY if card.stand_in_id is None else str(card.stand_in_id),
        }

    def _reading(self, values: Mapping[str, object], wrong: dict[str, str]) -> dict[str, object]:
        limit = values.get("limit_pence", "")
        if isinstance(limit, str) and limit.strip():
            typed = limit
            limit = self._try("limit_pence", wrong, lambda: read_money(typed, "limit_pence"))
        stand_in = str(values.get("stand_in_id", ""))
        return {
            "name": str(values.get("name", "")),
            "role": str(values.get("role", "")),
            "limit_pence": limit if isinstance(limit, int) else None,
            "stand_in_id": int(stand_in) if stand_in.isdecimal() else None,
        }

    def _keep(self, record_id: int | None, read: Mapping[str, object]) -> object | None:
        role, limit, stand_in = read["role"], read["limit_pence"], read["stand_in_id"]
        draft = PersonDraft(
            name=str(read["name"]),
            role=Role(str(role)) if role in set(Role) else Role.STAFF,
            limit_pence=limit if isinstance(limit, int) else None,
            stand_in_id=stand_in if isinstance(stand_in, int) else None,
        )
        people, who = self._bench.services.people, self._bench.who
        if record_id is None:
            return self._do(lambda: people.add(draft, who), self.tr("Person added."))
        return self._do(lambda: people.change(record_id, draft, who), self.tr("Person changed."))

    def _take_out(self, record_id: int) -> None:
        people, who = self._bench.services.people, self._bench.who
        self._do(lambda: people.remove(record_id, who), self.tr("Person removed."))


def _pounds(pence: int) -> str:
    pounds, rest = divmod(pence, 100)
    whole = QLocale().toString(pounds)
    return f"£{whole}.{rest:02d}" if rest else f"£{whole}"
