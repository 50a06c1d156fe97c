# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a topic of the settings is: a name in the list at the left, and a page at the right.

Rooms that have settings of their own hand in a topic of their own; the shell puts them together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob


class TopicPage(QWidget):
    """One page of settings; everything on it is kept as soon as it is said."""

    def arrive(self, item: str = "") -> None:
        """The page is about to be shown.

        Args:
            item: what on it is meant, such as the id of a question; "" for its beginning.
        """

    def leave(self) -> None:
        """Another page is about to be shown: keep what was typed."""

    def first_focus(self) -> QWidget | None:
        """The widget that gets the keyboard on arrival; None for the first that takes it."""
        return None

    def print_job(self) -> "PrintJob | None":
        """What is printed here; None where there is nothing to print."""
        return None


class ScrollTopic(TopicPage):
    """A topic that scrolls.

    Args:
        bench: of the open file.

    Attributes:
        body: put widgets in here, from the top.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._page = ScrollPage()
        self.body = self._page.body
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._page)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsTopic:
    """One entry of the list of settings.

    Args:
        id: as places name it.
        title: in the list, already in the screen's language.
        icon: name of a file in ``resources/icons``, without its ending.
        build: makes the page; called once, when the topic is first opened.
    """

    id: str
    title: str
    icon: str
    build: Callable[[Workbench], TopicPage]
