# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A real list of 1,178 complaints on paper: all of them, and the longest by itself."""

import re
from collections import Counter

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.complaints_listed import ComplaintChip
from servicedesk.domain.printing import PaperChoice
from servicedesk.ui.complaints.list_presenter import ListPresenter
from tests.documents.reading import MM, pages_of
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.services.complaints_kept import NOW, kept_complaints
from tests.services.test_charters_printing import POINTS
from tests.ui.charter.benches import bench_in
from tests.ui.complaints.test_many import LIST

_REF = re.compile(r"C-20\d\d-\d{4}")


@pytest.fixture(scope="module")
def kept(samples):
    """The file with all of them."""
    return kept_complaints(samples / "complaints" / LIST)


@pytest.fixture(scope="module")
def bench(tmp_path_factory, qapp, kept):
    """A bench over a copy of that file, which nothing here changes afterwards."""
    speak_british()
    folder = tmp_path_factory.mktemp("many")
    (folder / "shop.servicedesk").write_bytes(kept.data)
    with bench_in(folder, FixedClock(NOW)) as made:
        made.services.business.save({"trading_name": "Hollins Hardware"}, "Ann")
        yield made


@pytest.fixture(scope="module")
def listed(bench):
    """The list of all of them, as it stands on the screen."""
    made = ListPresenter(bench)
    made.arrive(ComplaintChip.ALL)
    yield made
    made.leave()


@pytest.fixture(scope="module")
def longest(kept):
    """The number and the draft of the complaint with the longest text."""
    return max(zip(kept.numbers, kept.drafts, strict=True), key=lambda one: len(one[1].text))


def made(job, size=PaperSize.A4, paper="", *, large=False):
    """A paper of a job; nothing of it was cut or is missing."""
    choice = PaperChoice(paper=paper or job.offers[0].id, size=size, large=large)
    printed = job.make(choice)
    assert printed.cut == printed.missing == ()
    return printed


def nothing_is_clipped(pages, size):
    for page in pages:
        assert (page.width, page.height) == pytest.approx(POINTS[size], abs=0.1)
        for line in page.lines:
            assert line.left >= 11.9 * MM
            assert line.right <= page.width - 11.9 * MM
            assert line.bottom >= 11.9 * MM
            assert line.top <= page.height - 11.9 * MM


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
@pytest.mark.parametrize("large", [False, True])
def test_the_list_prints_every_one_once_in_order_and_clips_nothing(listed, bench, size, large):
    job = listed.list_job()
    assert job.stem == "Complaints: All, 1 April 2020"
    pages = pages_of(made(job, size, large=large).data)
    said = [" ".join(line.text for line in page.lines) for page in pages]
    refs = [row.ref for row in listed.rows(listed.state.ids)]
    assert len(set(refs)) == 1178
    assert _REF.findall(" ".join(said)) == refs
    head = said[0].replace(" · ", " ")  # a line may end there
    assert "Complaints: All 1,178 complaints Printed on Wednesday 1 April 2020" in head
    for number, page in enumerate(said, 1):
        assert "Hollins Hardware" in page
        assert "Complaints: All. Printed on 1 April 2020." in page
        assert f"Page {number} of {len(pages)}" in page
        assert large or "Came in Who What How it stands Answer" in " ".join(page.split())
    nothing_is_clipped(pages, size)


def test_a_part_of_the_list_says_what_it_was_searched_for(bench):
    part = ListPresenter(bench)
    part.arrive(ComplaintChip.LATE)
    part.search("transunion")
    count = len(part.state.ids)
    text = " ".join(bench.services.printing.texts(made(part.list_job()).data)[0].split())
    assert text.startswith("Hollins Hardware Complaints: Late With “transunion” in it · ")
    assert f"{count} of 1,178 complaints" in text
    part.search("Wisniewksa")
    text = " ".join(bench.services.printing.texts(made(part.list_job()).data)[0].split())
    assert "No complaint has these words. The names of the customers of these" in text
    part.leave()


@pytest.mark.parametrize("paper", ["complaint_sheet", "complaint_whole", "complaint_copy"])
@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_the_papers_of_the_longest_hold_all_its_words(bench, longest, paper, size):
    number, draft = longest
    job = bench.services.complaint_papers.job(number)
    assert paper in [offer.id for offer in job.offers]
    pages = pages_of(made(job, size, paper).data)
    words = Counter(" ".join(line.text for page in pages for line in page.lines).split())
    wanted = Counter(draft.text.split())
    assert {word for word in wanted if words[word] < wanted[word]} == set()
    nothing_is_clipped(pages, size)


def test_the_slip_of_the_longest_says_how_it_begins_on_one_page(bench, kept, longest):
    number, draft = longest
    printed = made(bench.services.rounds.complaint_slips((number,)))
    assert printed.pages == 1
    text = " ".join(bench.services.printing.texts(printed.data)[0].split())
    assert bench.services.complaints.get(number).ref in text
    assert " ".join(draft.text.split())[:60] in text
