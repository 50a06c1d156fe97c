# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of requests about somebody's information."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.access_packs import AccessPack, PackChoices
from servicedesk.domain.calendars_segments import Count
from servicedesk.domain.customers import Channel
from servicedesk.domain.data_requests import (
    LeftOut,
    PauseWhy,
    RequestCard,
    RequestChip,
    RequestDraft,
    RequestKind,
    RequestNext,
    RequestOutcome,
)
from servicedesk.domain.data_requests_clocks import is_request_late, next_for
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.ui.privacy.requests_asked import RequestPart
from servicedesk.ui.widgets.form_values import day_of

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.access_packs_folder import PackSaved
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.tasks import Progress
    from servicedesk.ui.core.workbench import Workbench

Answer = TypeVar("Answer")

CHIPS = (RequestChip.OPEN, RequestChip.LATE, RequestChip.ENDED, RequestChip.ALL)
"""In the order in which they stand."""


class RequestsPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.
        gathered: (AccessPack, number of the request or None) everything on somebody is there.

    Args:
        bench: of the open file.

    Attributes:
        state: the requests that are shown, what is due next first.
        chip: which are shown.
        has_law: a law of ours counts the days here.
    """

    state_changed = Signal()
    gathered = Signal(object, object)

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: tuple[RequestCard, ...] = ()
        self.chip = RequestChip.ALL
        self.has_law = True
        self._bench = bench
        self._is_shown = False
        kinds = frozenset({Kind.DATA_REQUEST, Kind.CUSTOMER, Kind.LETTER, Kind.BUSINESS})
        bench.changes.follow(kinds, self._follow)

    def open(self) -> None:
        """Read what there is, and follow it from now on."""
        self._is_shown = True
        self._load()

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._is_shown = False

    def choose(self, chip: RequestChip) -> None:
        """Show these requests."""
        self.chip = chip
        self._load()

    def next_for(self, card: RequestCard) -> RequestNext | None:
        """The one thing to do next with a request; None once it is answered."""
        return next_for(card)

    def is_late(self, card: RequestCard) -> bool:
        """Whether it should have been answered by now."""
        return is_request_late(card, self._bench.today)

    def why(self, card: RequestCard) -> Count | None:
        """Why it is due when it is; None where no law of ours says so."""
        return self._ask(lambda: self._bench.services.data_requests.why(card.id))

    def keep(
        self, card: RequestCard | None, part: RequestPart, values: Mapping[str, object]
    ) -> dict[str, str]:
        """Keep what a form says.

        Args:
            card: of the request; None for a new one.
            part: which form.
            values: of the form, by field; days as fields give them.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        bench, first = self._bench, next(iter(values), "")
        try:
            done = bench.do(lambda: self._step(card, part, values), said=self.tr("Kept."))
        except Refusal as refusal:
            field = refusal.field if refusal.field in values else first
            return {field or first: bench.labels.refusal(refusal)}
        return {} if done is not None else {first: self.tr("It could not be kept.")}

    def reopen(self, request_id: int) -> None:
        """Look into a request again."""
        asked, who = self._bench.services.data_requests, self._bench.who
        self._take(lambda: asked.reopen(request_id, who), self.tr("Open again."))

    def remove(self, request_id: int) -> None:
        """Remove what was noted by mistake; it can be taken back."""
        asked, who = self._bench.services.data_requests, self._bench.who
        self._take(lambda: asked.remove(request_id, who), self.tr("Request removed."))

    def gather(self, customer_id: int, request_id: int | None = None) -> None:
        """Gather everything on somebody beside the screen; ``gathered`` tells of it."""
        packs = self._bench.services.access_packs

        def run(_progress: "Progress") -> AccessPack:
            return packs.gather(customer_id)

        def done(pack: AccessPack) -> None:
            self.gathered.emit(pack, request_id)

        self._bench.tasks.run(
            self.tr("Looking for everything on them …"), run, done, self._failed, self
        )

    def chosen(self, card: RequestCard | None) -> PackChoices:
        """What was decided about the pack of a request the last time."""
        kept = () if card is None else card.left_out
        return PackChoices(
            left_out={one.line: one.reason for one in kept if not one.is_whole},
            whole=frozenset(one.line for one in kept if one.is_whole),
        )

    def pack_made(self, request_id: int, choices: PackChoices) -> bool:
        """Note with a request that its pack was made, and what was decided about it."""
        left_out = (
            *(LeftOut(line=line, reason=why) for line, why in choices.left_out.items()),
            *(LeftOut(line=line, reason="", is_whole=True) for line in sorted(choices.whole)),
        )
        asked, who = self._bench.services.data_requests, self._bench.who
        return self._take(
            lambda: asked.leave_out(request_id, left_out, who), self.tr("Noted in the request.")
        )

    def pack_job(self, customer_id: int, choices: PackChoices) -> "PrintJob | None":
        """The pack on its way to the preview."""
        return self._ask(lambda: self._bench.services.access_packs.pack(customer_id, choices))

    def save_data(self, customer_id: int, choices: PackChoices, path: Path) -> None:
        """Save what is held as data, beside the screen."""
        packs, printing = self._bench.services.access_packs, self._bench.services.printing

        def run(_progress: "Progress") -> Path:
            return printing.save(path, packs.data(customer_id, choices), replaces=True)

        def done(saved: Path) -> None:
            said = self.tr("Saved: {file}").format(file=saved.name)
            self._bench.bar.say(said, can_undo=False)

        self._bench.tasks.run(self.tr("Saving what is held …"), run, done, self._failed, self)

    def save_folder(self, customer_id: int, choices: PackChoices, parent: Path) -> None:
        """Save the pack, the data, letters and files in a new folder, beside the screen."""
        packs = self._bench.services.access_packs

        def run(progress: "Progress") -> "PackSaved":
            return packs.save_all(customer_id, choices, parent, progress)

        def done(saved: "PackSaved") -> None:
            said = self.tr("{n} files saved in “{folder}”.")
            if saved.lost:
                said = self.tr("{n} files saved in “{folder}”. Left out, as damaged: {names}.")
            names = ", ".join(saved.lost)
            told = said.format(n=saved.files, folder=saved.folder.name, names=names)
            self._bench.bar.say(told, can_undo=False)
            self._bench.doors.open_folder(saved.folder)

        self._bench.tasks.run(self.tr("Saving what is held …"), run, done, self._failed, self)

    def _step(
        self, card: RequestCard | None, part: RequestPart, values: Mapping[str, object]
    ) -> "Done[RequestCard]":
        asked, bench = self._bench.services.data_requests, self._bench
        who, on = bench.who, day_of(values, "on") or bench.today
        if card is None:
            return asked.note(self._draft(values), who)
        text = str(values.get(part.text, ""))
        match part:
            case RequestPart.FACTS:
                return asked.change(card.id, self._draft(values), who)
            case RequestPart.ASK_IDENTITY:
                return asked.ask(card.id, PauseWhy.IDENTITY, text, on, who)
            case RequestPart.ASK_CLARITY:
                return asked.ask(card.id, PauseWhy.CLARITY, text, on, who)
            case RequestPart.SEEN:
                return asked.identity_seen(card.id, text, on, who)
            case RequestPart.CLEAR:
                return asked.clarified(card.id, text, on, who)
            case RequestPart.LONGER:
                return asked.extend(card.id, text, on, who)
            case _:
                outcome = RequestOutcome(str(values.get("outcome") or RequestOutcome.DONE))
                return asked.answer(card.id, outcome, text, on, who)

    def _draft(self, values: Mapping[str, object]) -> RequestDraft:
        customer_id, channel = values.get("customer_id"), str(values.get("channel") or "")
        return RequestDraft(
            kind=RequestKind(str(values.get("kind") or RequestKind.SEE)),
            received_on=day_of(values, "received_on") or self._bench.today,
            channel=Channel(channel) if channel else None,
            customer_id=customer_id if isinstance(customer_id, int) else None,
            called=str(values.get("called", "")),
            reach=str(values.get("reach", "")),
            text=str(values.get("text", "")),
            own_due=day_of(values, "own_due"),
        )

    def _take(self, step: "Callable[[], Done[RequestCard]]", said: str) -> bool:
        bench = self._bench
        try:
            return bench.do(step, said=said) is not None
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal), can_undo=False)
            self._load()
        return False

    def _ask(self, question: "Callable[[], Answer]") -> "Answer | None":
        try:
            return question()
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal), can_undo=False)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        return None

    def _failed(self, fault: Exception) -> None:
        if isinstance(fault, Refusal):
            self._bench.bar.say(self._bench.labels.refusal(fault), can_undo=False)
        elif isinstance(fault, Trouble):
            self._bench.bar.trouble(self._bench.labels.trouble(fault))
        else:
            raise fault

    def _follow(self) -> None:
        if self._is_shown:
            self._load()

    def _load(self) -> None:
        asked = self._bench.services.data_requests
        try:
            self.state = asked.list(self.chip)
            self.has_law = asked.has_law()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self.state_changed.emit()
