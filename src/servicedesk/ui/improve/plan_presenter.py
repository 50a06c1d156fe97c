# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of the service plan."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.service_plan import (
    AIMS,
    GROUPS,
    CustomerGroup,
    PlanCard,
    PlanDraft,
    gaps_of,
)
from servicedesk.ui.core.asked import asked
from servicedesk.ui.core.following import FollowingPresenter

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench


class PlanPresenter(FollowingPresenter):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.

    Attributes:
        state: the plan, or None while there is none.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, frozenset({Kind.SERVICE_PLAN}), parent)
        self.state: PlanCard | None = None

    def _read(self) -> None:
        self.state = self._bench.services.service_plan.get()

    def gaps(self) -> tuple[str, ...]:
        """What the plan still lacks, a sentence each; nothing while there is none."""
        if self.state is None:
            return ()
        return tuple(self._bench.labels.enum(gap) for gap in gaps_of(self.state.draft))

    def begun(self) -> PlanDraft:
        """What a new plan begins with; nothing where it cannot be read."""
        try:
            return self._bench.services.service_plan.begun()
        except Trouble:
            return PlanDraft()

    def keep(self, values: Mapping[str, object]) -> dict[str, str]:
        """Keep the plan.

        Args:
            values: of the form, by field.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        bench = self._bench

        def said(name: str) -> str:
            return str(values.get(name, ""))

        draft = PlanDraft(
            groups=tuple(
                CustomerGroup(name=said(f"group.{at}"), values=said(f"values.{at}"))
                for at in range(GROUPS)
            ),
            aims=tuple(said(f"aim.{at}") for at in range(AIMS)),
            decides=said("decides"),
            stands_in=said("stands_in"),
            put_right=said("put_right"),
        )
        try:
            done = bench.do(
                lambda: bench.services.service_plan.keep(draft, bench.who),
                said=self.tr("Service plan kept."),
            )
        except Refusal as refusal:
            return {refusal.field or "group.0": bench.labels.refusal(refusal)}
        return {} if done is not None else {"group.0": self.tr("It could not be kept.")}

    def remove(self) -> None:
        """Remove the plan; it can be taken back."""
        bench = self._bench
        try:
            bench.do(
                lambda: bench.services.service_plan.remove(bench.who),
                said=self.tr("Service plan removed."),
            )
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            self._load()

    def print_job(self) -> "PrintJob | None":
        """The plan on one page; None while there is none."""
        bench = self._bench
        if self.state is None:
            return None
        return asked(bench, bench.services.service_plan.paper)
