# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One check: each job that was drawn, held against each standard by one of three buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from servicedesk.domain.samples import JOBS, CheckedJob, JobCheckCard, Verdict
from servicedesk.domain.samples_checks import verdict_count
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.measures.samples_hand import day_words
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip, MarkedLabel
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label

_VERDICTS = tuple(Verdict)
_INDENT = 18


class VerdictLine(QWidget):
    """One standard of one job.

    Signals:
        said: (Verdict or None) a button was chosen or let go of.

    Args:
        title: of the standard.
        job: what the job was, for those who listen.
        labels: words of the three buttons.

    Attributes:
        row: the buttons.
    """

    said = Signal(object)

    def __init__(self, title: str, job: str, labels: Labels) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(_INDENT, 0, 0, 0)
        across.setSpacing(12)
        self.row = ChipRow([labels.enum(one) for one in _VERDICTS], is_single=True)
        for chip, verdict in zip(self.row.chips, _VERDICTS, strict=True):
            words = labels.enum(verdict)
            chip.setAccessibleName(", ".join((words, title, job)))
        across.addWidget(label(title), 2)
        across.addWidget(self.row, 3)
        _grow_with_width(self)
        self.row.chosen.connect(self._on_chosen)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show what was said."""
        self.row.pick(() if verdict is None else (_VERDICTS.index(verdict),))

    def _on_chosen(self) -> None:
        picked = self.row.picked()
        self.said.emit(_VERDICTS[picked[0]] if picked else None)


class CheckBox(Card):
    """A check with its jobs, or with what came of it while it is folded.

    Signals:
        answered: (number of the job, key, Verdict or None).
        record_wanted: (CheckedJob) the very record.
        print_wanted, remove_wanted: (number of the check).

    Args:
        check: as kept.
        labels: words for verdicts.

    Attributes:
        lines: by job and key of the standard.
        links: to the records, by job.
        fold_button: shows the jobs of a check that is answered, and hides them.
    """

    answered = Signal(int, str, object)
    record_wanted = Signal(object)
    print_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, check: JobCheckCard, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.check_id = check.id
        self.lines: dict[tuple[int, str], VerdictLine] = {}
        self.links: dict[int, QWidget] = {}
        day = day_words(check.drawn_on)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Drawn on {day}").format(day=day), "section"), 1)
        self._chip = Chip("")
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        if len(check.jobs) < JOBS:
            self.body.addWidget(label(self._few(len(check.jobs)), "quiet"))
        self._outcome = label("")
        self.body.addWidget(self._outcome)
        self._jobs = QWidget()
        inside = QVBoxLayout(self._jobs)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for place, job in enumerate(check.jobs, 1):
            self._add(inside, place, job, dict(check.standards), labels)
        self._end = MarkedLabel("", Tone.OK, "strong")
        self._end.setWordWrap(True)
        inside.addWidget(self._end)
        _grow_with_width(self._jobs)
        self.body.addWidget(self._jobs)
        self._foot(day)
        self._jobs.setVisible(not check.is_answered)
        self.show_check(check)

    def _add(
        self,
        inside: QVBoxLayout,
        place: int,
        job: CheckedJob,
        titles: dict[str, str],
        labels: Labels,
    ) -> None:
        words = self.tr("{place}. {job}").format(place=place, job=job.label)
        link = link_button(words.replace("&", "&&"))
        link.setAccessibleName(words)
        link.setAccessibleDescription(self.tr("Opens the record"))
        link.clicked.connect(lambda: self.record_wanted.emit(job))
        held = QWidget()
        FlowLayout(held).addWidget(link)
        _grow_with_width(held)
        inside.addWidget(held)
        self.links[job.id] = link
        for key, _ in job.verdicts:
            line = VerdictLine(titles[key], words, labels)
            line.said.connect(lambda verdict, key=key: self.answered.emit(job.id, key, verdict))
            inside.addWidget(line)
            self.lines[job.id, key] = line

    def _foot(self, day: str) -> None:
        buttons = FlowLayout(gap=10)
        self.body.addLayout(buttons)
        self.print_button = side_button(self.tr("Print the check sheet"))
        self.print_button.setAccessibleName(", ".join((self.print_button.text(), day)))
        self._day = day
        self.fold_button = side_button("")
        self.remove_button = link_button(self.tr("Remove"))
        self.remove_button.setAccessibleName(self.tr("Remove the check of {day}").format(day=day))
        for button in (self.print_button, self.fold_button, self.remove_button):
            buttons.addWidget(button)
        self.print_button.clicked.connect(lambda: self.print_wanted.emit(self.check_id))
        self.remove_button.clicked.connect(lambda: self.remove_wanted.emit(self.check_id))
        self.fold_button.clicked.connect(self._fold)

    def show_check(self, check: JobCheckCard) -> None:
        """Show what was said so far, and what came of it."""
        for job in check.jobs:
            for key, verdict in job.verdicts:
                self.lines[job.id, key].show_verdict(verdict)
        said = sum(verdict is not None for job in check.jobs for _, verdict in job.verdicts)
        self._is_answered = check.is_answered
        if check.is_answered:
            self._chip.show_news(self.tr("Finished"), "ok")
        else:
            words = self.tr("{said} of {all} answered").format(said=said, all=len(self.lines))
            self._chip.show_news(words, "due")
        self._show_end()
        self._outcome.setText("\n".join(self._came(check)))
        self._outcome.setVisible(bool(self._outcome.text()))
        self._show_fold()

    def _show_end(self) -> None:
        """Say below the last answer that it was the last; the keyboard stays where it is."""
        words = self.tr("Every question is answered: the check is finished and kept.")
        self._end.setText(words if self._is_answered else "")
        self._end.setVisible(self._is_answered)

    def _came(self, check: JobCheckCard) -> list[str]:
        """What each standard came to, for those against which every job was held."""
        lines = []
        for key, title in check.standards:
            verdicts = [
                verdict for job in check.jobs for one, verdict in job.verdicts if one == key
            ]
            count = verdict_count(verdicts, check.drawn_on)
            if count is None:
                continue
            if count.base == 0:
                words = self.tr("{title}: applied to none of these jobs, so there is no figure")
            else:
                words = self.tr("{title}: met in {met} of {base}")
            lines.append(words.format(title=title, met=count.kept, base=count.base))
        return lines

    def _few(self, number: int) -> str:
        if number == 1:
            return self.tr("Only one job was done in these 12 months: it is the whole check.")
        words = self.tr("Only {n} jobs were done in these 12 months, so all of them are here.")
        return words.format(n=number)

    def _fold(self) -> None:
        self._jobs.setVisible(self._jobs.isHidden())
        self._show_fold()

    def _show_fold(self) -> None:
        is_folded = self._jobs.isHidden()
        words = self.tr("Show the jobs") if is_folded else self.tr("Hide the jobs")
        self.fold_button.setText(words)
        self.fold_button.setAccessibleName(", ".join((words, self._day)))
        self.fold_button.setVisible(self._is_answered or is_folded)


def _grow_with_width(widget: QWidget) -> None:
    """Let a widget be as high as its words are in the width that it has, and no higher."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
