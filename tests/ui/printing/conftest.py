# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The preview on the screen, in any dress, and closed again with all that it does beside."""

import pytest

from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.printing.preview import PrintPreview
from tests.helpers.qt import theme
from tests.ui.printing.bench import NoPrinters, bench, charter_job, until_ready


@pytest.fixture(scope="module")
def look():
    return theme()


@pytest.fixture
def dressed(look, qapp):
    """Puts the program into other colours and another size of text, and back again."""

    def dress(scheme, percent):
        look.apply(qapp)
        look.set_scheme(scheme)
        look.set_percent(percent)

    yield dress
    dress("light", 100)


@pytest.fixture
def shown(qtbot, look, qapp):
    """Opens a preview; what it does beside the screen has ended before the test has."""
    made = []

    def open_it(job=None, printers=None, *, size=(1284, 722), wait=True, **more):
        tasks = Tasks()
        preview = PrintPreview(
            job or charter_job(),
            bench(tasks, look=look, **more),
            printers=printers or NoPrinters(),
        )
        made.append((preview, tasks))
        qtbot.addWidget(preview)
        preview.show()
        preview.resize(*size)
        if wait:
            until_ready(qtbot, preview)
        return preview

    yield open_it
    for preview, tasks in made:
        preview.close()
        tasks.wait()
