# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The services of what people say and of how we do: the part of the registry that measures."""

from functools import cached_property
from typing import TYPE_CHECKING

from servicedesk.services.registry_improving import Improved

if TYPE_CHECKING:
    from servicedesk.services.charters_live import ChartersLive
    from servicedesk.services.charters_live_papers import ChartersLivePapers
    from servicedesk.services.feedback import Feedback
    from servicedesk.services.feedback_papers import FeedbackPapers
    from servicedesk.services.figures import Figures
    from servicedesk.services.figures_enough import FiguresEnough
    from servicedesk.services.figures_papers import FiguresPapers
    from servicedesk.services.samples import Samples
    from servicedesk.services.samples_papers import SamplePapers
    from servicedesk.services.walks import Walks


class Measured(Improved):
    """Feedback, samples, walks, figures, and the charter that answers for itself.

    Args:
        units: changes and reads of the file.
        around: the world as services see it.
    """

    @cached_property
    def charters_live(self) -> "ChartersLive":
        """How the business is doing against its charter."""
        from servicedesk.services.charters_live import ChartersLive

        return ChartersLive(self.units, self._around)

    @cached_property
    def charters_live_papers(self) -> "ChartersLivePapers":
        """Papers of how the business is doing against its charter."""
        from servicedesk.services.charters_live_papers import ChartersLivePapers

        return ChartersLivePapers(self.units, self._around, self.charters_live)

    @cached_property
    def feedback(self) -> "Feedback":
        """What people say of the service, or answer when asked."""
        from servicedesk.services.feedback import Feedback

        return Feedback(self.units, self._around)

    @cached_property
    def feedback_papers(self) -> "FeedbackPapers":
        """Papers that ask customers, and what became of it."""
        from servicedesk.services.feedback_papers import FeedbackPapers

        return FeedbackPapers(self.units, self._around, self.feedback)

    @cached_property
    def samples(self) -> "Samples":
        """What is measured without a record of every case."""
        from servicedesk.services.samples import Samples

        return Samples(self.units, self._around)

    @cached_property
    def sample_papers(self) -> "SamplePapers":
        """Sheets of things counted by hand."""
        from servicedesk.services.samples_papers import SamplePapers

        return SamplePapers(self.units, self._around)

    @cached_property
    def walks(self) -> "Walks":
        """Walks along the customer's way."""
        from servicedesk.services.walks import Walks

        return Walks(self.units, self._around.clock)

    @cached_property
    def figures(self) -> "Figures":
        """How we do, and the records behind it."""
        from servicedesk.services.figures import Figures

        return Figures(self.units, self._around)

    @cached_property
    def figures_enough(self) -> "FiguresEnough":
        """Whether figures have something to say yet."""
        from servicedesk.services.figures_enough import FiguresEnough

        return FiguresEnough(self.units)

    @cached_property
    def figures_papers(self) -> "FiguresPapers":
        """Papers, files and pictures of figures."""
        from servicedesk.services.figures_papers import FiguresPapers

        return FiguresPapers(self.units, self._around, self.figures.report)
