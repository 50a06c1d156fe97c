# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers written for the owner: of a café, of a plumber alone, and of a shop somewhere else."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from servicedesk.documents.fonts import Faces
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.written import WrittenPaper
from servicedesk.services.registry import open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.samples_made import TODAY
from tests.services.written_made import SHOPS
from tests.store.files import new_file, opened

_LARGE = frozenset({WrittenPaper.COMPLAINTS, WrittenPaper.PRIVACY, WrittenPaper.JOB_ANGRY})


def every_written_paper(_faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Every paper of every shop by its name, some of them in large print too."""
    for shop, fill in SHOPS.items():
        with (
            tempfile.TemporaryDirectory() as folder,
            opened(new_file(Path(folder))) as file,
        ):
            services = open_services(file, surroundings(file.path, FixedClock(TODAY)))
            fill(services)
            for paper in WrittenPaper:
                job = services.written.job(paper)
                yield f"{shop}-{paper.value}", _made(job)
                if paper in _LARGE:
                    yield f"{shop}-{paper.value}-large", _made(job, large=True)
            yield f"{shop}-job_sheets", _made(services.written.job_sheets())


def _made(job: PrintJob, *, large: bool = False) -> Printed:
    offer = job.offers[0]
    size = PaperSize.A4 if PaperSize.A4 in offer.sizes[:1] else PaperSize.LETTER
    return job.make(PaperChoice(paper=offer.id, size=size, large=large))
