# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The help: a page of text that opens with F1 and closes with Esc."""

from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget


class HelpWindow(QDialog):
    """Shows one page of the help.

    Args:
        page: Markdown of our own; never anything that people typed.
        parent: the window it belongs to.
    """

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.resize(720, 560)
        reader = QTextBrowser()
        reader.setOpenLinks(False)
        reader.setMarkdown(page)
        reader.setAccessibleName(self.tr("The help"))
        whole = QVBoxLayout(self)
        whole.addWidget(reader)
