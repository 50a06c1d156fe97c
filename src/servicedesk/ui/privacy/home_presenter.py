# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the overview of the privacy desk shows: what waits first, then a card for each part."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QLocale, QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.privacy_desk import FeeState, PrivacyOverview
from servicedesk.domain.privacy_fee import FeeDraft, is_fee_near
from servicedesk.ui.core.days_said import plain_day
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.ways import WayLine
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.breaches_said import moment_said
from servicedesk.ui.widgets.form_values import day_of, pence_of

ROOM = "privacy"
FEE = "fee"
"""The item of the overview that opens the fee."""

_FOLLOWED = frozenset(
    {
        *(Kind.DATA_REQUEST, Kind.BREACH, Kind.LEGAL_HOLD, Kind.ERASURE, Kind.MARKETING_STOP),
        *(Kind.CUSTOMER, Kind.BUSINESS),
    }
)
_LINE = 80
"""Characters of what happened that a line shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCard:
    """A card; as ``ui.widgets.way_cards`` shows it."""

    key: str
    title: str
    said: str
    way: str
    place: Place
    is_due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskState:
    """What the overview shows.

    Args:
        lines: what waits, the most pressing first.
        cards: one for each part, in order.
        fee: what is known of the fee.
    """

    lines: tuple[WayLine, ...] = ()
    cards: tuple[DeskCard, ...] = ()
    fee: FeeState = field(default_factory=FeeState)


class DeskPresenter(QObject):
    """Feeds the overview.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = DeskState()
        self._bench = bench
        self._is_shown = False
        self._is_noting = False
        bench.changes.follow(_FOLLOWED, self._follow)

    def open(self) -> None:
        """Read what there is, and follow it from now on."""
        self._is_shown = True
        self._load()

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._is_shown = False

    def keep_fee(self, values: Mapping[str, object]) -> dict[str, str]:
        """Keep what is known of the fee.

        Args:
            values: of the form, by field.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        bench = self._bench
        draft = FeeDraft(
            renews_on=day_of(values, "renews_on"),
            paid_pence=pence_of(values, "paid_pence"),
            reference=str(values.get("reference", "")),
            exempt_why=str(values.get("exempt_why", "")),
        )
        try:
            keep = bench.services.privacy_desk.keep_fee
            done = bench.do(lambda: keep(draft, bench.who), said=self.tr("Kept."))
        except Refusal as refusal:
            return {refusal.field or "renews_on": bench.labels.refusal(refusal)}
        return {} if done is not None else {"renews_on": self.tr("It could not be kept.")}

    def _follow(self) -> None:
        if self._is_shown and not self._is_noting:
            self._load()

    def _load(self) -> None:
        try:
            found = self._bench.services.privacy_desk.overview()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self._note(found.seen.clearing)
        self.state = DeskState(
            lines=(*self._breach_lines(found), *self._request_lines(found)),
            cards=self._cards(found),
            fee=found.fee,
        )
        self.state_changed.emit()

    def _note(self, count: int) -> None:
        """Let Today know how much there is to look through."""
        bench = self._bench
        note = bench.services.privacy_desk.note_clearing
        self._is_noting = True  # what it changes is shown already
        bench.do(lambda: note(count, bench.who), can_undo=False, initiator=self)
        self._is_noting = False

    def _breach_lines(self, found: PrivacyOverview) -> tuple[WayLine, ...]:
        made = []
        for one in found.seen.breaches:
            what = " ".join(one.what.split())
            what = what if len(what) <= _LINE else f"{what[:_LINE].rstrip()}…"
            words = self.tr("Breach: {what} · still open")
            when = ""
            if one.by is not None:
                words = self.tr("Breach: {what} · report it by {when}")
                if one.is_over:
                    words = self.tr("Breach: {what} · was to be reported by {when}")
                when = moment_said(one.by, self._bench.labels)
            text = words.format(what=what, when=when)
            place = Place(room=ROOM, part="breaches", item=str(one.id))
            made.append(WayLine(text=text, is_late=one.is_over, place=place))
        return tuple(made)

    def _request_lines(self, found: PrivacyOverview) -> tuple[WayLine, ...]:
        made = []
        for one in found.seen.requests:
            words = self.tr("Request {ref} · waits for them")
            is_late = one.due_on is not None and one.due_on < self._bench.today
            day = ""
            if one.due_on is not None:
                day = plain_day(one.due_on)
                words = self.tr("Request {ref} · answer by {day}")
                if is_late:
                    words = self.tr("Request {ref} · was due on {day}")
            place = Place(room=ROOM, part="requests", item=str(one.id))
            text = words.format(ref=one.ref, day=day)
            made.append(WayLine(text=text, is_late=is_late, place=place))
        return tuple(made)

    def _cards(self, found: PrivacyOverview) -> tuple[DeskCard, ...]:
        return (
            self._requests(found),
            self._breaches(found),
            self._clearing(found),
            self._marketing(found),
            self._holds(found),
            self._erased(found),
            self._fee(found),
        )

    def _requests(self, found: PrivacyOverview) -> DeskCard:
        said = self.tr("Somebody asks what you hold on them, or to mend or forget it? Begin here.")
        if found.seen.requests:
            one, many = self.tr("1 request is open."), self.tr("{count} requests are open.")
            said = self._many(len(found.seen.requests), one, many)
        elif found.requests:
            said = self.tr("No request is open.")
        late = any(one.due_on and one.due_on <= self._bench.today for one in found.seen.requests)
        title, way = self.tr("What do you hold on me?"), self.tr("Open requests")
        return self._card("requests", title, said, way, is_due=late)

    def _breaches(self, found: PrivacyOverview) -> DeskCard:
        said = self.tr("Something was lost, stolen or seen by the wrong person? Write it down.")
        if found.seen.breaches:
            one, many = self.tr("1 breach is open."), self.tr("{count} breaches are open.")
            said = self._many(len(found.seen.breaches), one, many)
        elif found.breaches:
            said = self.tr("Nothing is open. The log is kept.")
        title, way = self.tr("Breach log"), self.tr("Open the log")
        is_due = any(one.by is not None for one in found.seen.breaches)
        return self._card("breaches", title, said, way, is_due=is_due)

    def _clearing(self, found: PrivacyOverview) -> DeskCard:
        said = self.tr("What has been kept for long enough is listed here, to look through.")
        count = found.seen.clearing
        if count:
            one = self.tr("1 record has been kept for long enough.")
            many = self.tr("{count} records have been kept for long enough.")
            said = self._many(count, one, many)
        title, way = self.tr("Clearing out"), self.tr("Look through it")
        return self._card("clearing", title, said, way, is_due=bool(count))

    def _marketing(self, found: PrivacyOverview) -> DeskCard:
        said = self.tr("Nobody has agreed to offers yet, so none may be sent.")
        if found.may_be_sent:
            one = self.tr("1 person may be sent offers.")
            many = self.tr("{count} people may be sent offers.")
            said = self._many(found.may_be_sent, one, many)
        if found.stops:
            one = self.tr("1 address or number gets none.")
            many = self.tr("{count} addresses or numbers get none.")
            said = f"{said} {self._many(found.stops, one, many)}"
        title, way = self.tr("Offers: who may be written to"), self.tr("Open offers")
        return self._card("marketing", title, said, way)

    def _holds(self, found: PrivacyOverview) -> DeskCard:
        said = self.tr("Nothing is held back. Hold what a dispute or a court may need.")
        if found.holds:
            one, many = self.tr("1 thing is held."), self.tr("{count} things are held.")
            said = self._many(found.holds, one, many)
        title, way = self.tr("Must be kept"), self.tr("Open what is held")
        return self._card("holds", title, said, way)

    def _erased(self, found: PrivacyOverview) -> DeskCard:
        said = self.tr("Nobody was forgotten yet.")
        if found.erased:
            one, many = (
                self.tr("1 person was forgotten."),
                self.tr("{count} people were forgotten."),
            )
            said = self._many(found.erased, one, many)
        title, way = self.tr("Forgotten people"), self.tr("Open the list")
        return self._card("erased", title, said, way)

    def _fee(self, found: PrivacyOverview) -> DeskCard:
        draft, today = found.fee.draft, self._bench.today
        said = self.tr("Is there a yearly fee for you? Note the day, and you are reminded.")
        is_due = False
        if draft.exempt_why:
            said = self.tr("You need not pay: {why}").format(why=draft.exempt_why)
        elif draft.renews_on is not None:
            is_due = is_fee_near(draft.renews_on, today)
            words = self.tr("Due again on {day}.")
            if draft.renews_on < today:
                words = self.tr("It was due on {day}.")
            said = words.format(day=plain_day(draft.renews_on))
        title, way = self.tr("Data protection fee"), self.tr("Open the fee")
        place = Place(room=ROOM, item=FEE)
        return DeskCard(key=FEE, title=title, said=said, way=way, place=place, is_due=is_due)

    def _card(self, key: str, title: str, said: str, way: str, *, is_due: bool = False) -> DeskCard:
        place = Place(room=ROOM, part=key)
        return DeskCard(key=key, title=title, said=said, way=way, place=place, is_due=is_due)

    def _many(self, count: int, one: str, many: str) -> str:
        return one if count == 1 else many.format(count=QLocale().toString(count))
