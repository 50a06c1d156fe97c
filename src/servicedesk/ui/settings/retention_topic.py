# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of how long things are kept, and what is not for the owner to choose."""

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.facts_topic import FactsTopic
from servicedesk.ui.settings.retention_presenter import RetentionPresenter
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.text import label


class RetentionTopic(FactsTopic):
    """Times of keeping.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        presenter = RetentionPresenter(bench)
        super().__init__(bench, ("retention",), presenter)
        fixed = Card(self.tr("The same for everyone"))
        for line in presenter.fixed():
            fixed.body.addWidget(label(line))
        self.body.insertWidget(1, fixed)
