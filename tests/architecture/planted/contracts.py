# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One broken import for every contract of pyproject.toml, and for the presenters' rule."""

from tests.architecture.planted import HEAD, Plant, plant

S = "src/servicedesk/"

CONTRACTS: dict[str, tuple[Plant, ...]] = {
    "floors": (
        plant(
            S + "domain/planted.py",
            "from servicedesk.store import records\n",
            "servicedesk.domain is not allowed to import servicedesk.store",
        ),
        plant(
            S + "store/planted.py",
            "from servicedesk import documents\n",
            "servicedesk.store is not allowed to import servicedesk.documents",
        ),
        plant(
            S + "services/planted.py",
            "from servicedesk.app import main\n",
            "servicedesk.services is not allowed to import servicedesk.app",
        ),
        plant(S + "utils/__init__.py", "", "servicedesk.utils"),
    ),
    "screens": (
        plant(
            S + "ui/core/planted.py",
            "from servicedesk.ui import shell\n",
            "servicedesk.ui.core is not allowed to import servicedesk.ui.shell",
        ),
        plant(S + "ui/planted/__init__.py", "", "servicedesk.ui.planted"),
    ),
    "use_cases": (
        Plant(
            files={S + "services/journal.py": HEAD + "from servicedesk.services import charters\n"},
            alarm="servicedesk.services.journal is not allowed to import"
            " servicedesk.services.charters",
        ),
        plant(S + "services/planted.py", "", "servicedesk.services.planted"),
    ),
    "screens_know_services": (
        plant(
            S + "ui/shell/planted.py",
            "from servicedesk.store import records\n",
            "servicedesk.ui.shell.planted -> servicedesk.store",
        ),
        plant(
            S + "ui/shell/planted.py",
            "def late():\n    import sqlalchemy\n",
            "servicedesk.ui.shell.planted -> sqlalchemy",
        ),
        plant(
            S + "ui/charter/planted.py",
            "from servicedesk.documents import images\n",
            "servicedesk.ui.charter.planted -> servicedesk.documents",
        ),
    ),
    "qt_upstairs": (
        plant(
            S + "services/planted.py",
            "from PySide6.QtCore import QObject\n",
            "servicedesk.services.planted -> PySide6",
        ),
    ),
    "tables_in_store": (
        plant(
            S + "app/planted.py",
            "from sqlalchemy import select\n",
            "servicedesk.app.planted -> sqlalchemy",
        ),
        plant(
            S + "services/planted.py",
            "import sqlite3\n",
            "servicedesk.services.planted -> sqlite3",
        ),
    ),
    "paper_in_documents": (
        plant(
            S + "services/planted.py",
            "from reportlab.pdfgen import canvas\n",
            "servicedesk.services.planted -> reportlab",
        ),
        plant(S + "app/planted.py", "import pypdfium2\n", "servicedesk.app.planted -> pypdfium2"),
    ),
    "documents_by_services": (
        plant(
            S + "app/planted.py", "from servicedesk import documents\n", "servicedesk.app.planted"
        ),
    ),
    "no_cycles": (
        Plant(
            files={
                S + "domain/planted_one.py": HEAD + "from servicedesk.domain import planted_two\n",
                S + "domain/planted_two.py": HEAD + "from servicedesk.domain import planted_one\n",
            },
            alarm="planted_one",
        ),
    ),
    "presenters_know_no_widgets": (
        plant(
            S + "ui/charter/planted_presenter.py",
            "from PySide6.QtWidgets import QLabel\n",
            "servicedesk.ui.charter.planted_presenter",
        ),
        plant(
            S + "ui/charter/planted_presenter.py",
            "from PySide6 import QtGui\n",
            "servicedesk.ui.charter.planted_presenter",
        ),
    ),
}
"""Id of a contract -> its violations."""
