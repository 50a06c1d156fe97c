# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Words for the clipboard: paragraphs whole, lists and addresses in their lines."""

import pytest

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob, clean_text, file_name


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("", ""),
        ("We answer your e-mail\r\nwithin\r\n2 days.", "We answer your e-mail within 2 days."),
        ("go to the\nInformation Office", "go to the Information Office"),
        ("hours while\nwe are open\nWe will", "hours while we are open\nWe will"),
        ("18 Bridge Street\nTodmorden", "18 Bridge Street\nTodmorden"),
        ("Mill Lane,\nTodmorden", "Mill Lane, Todmorden"),
        ("one  \n\n\n\n two \n", "one\n\ntwo"),
        ("Donau\ufffe\ndampf", "Donaudampf"),
        ("well\ufffeknown", "well-known"),
        ("ring\x00 us\x1b", "ring us"),
        ("• Large print\n• A chair", "• Large print\n• A chair"),
        ("17.30\nSunday closed", "17.30\nSunday closed"),
        ("Ζωή\nκαι", "Ζωή και"),
        ("end\xad\n", "end-"),
    ],
)  # fmt: skip
def test_words_are_cleaned(raw, clean):
    assert clean_text(raw) == clean


def test_a_job_says_nothing_of_what_a_paper_leaves_out_unless_told():
    offer = PaperOffer(id="poster", sizes=(PaperSize.A4,))
    job = PrintJob(
        title="Poster",
        stem="poster",
        offers=(offer,),
        make=lambda choice: Printed(data=b"", pages=0),
    )
    choice = PaperChoice(paper="poster", size=PaperSize.A4)
    assert job.left_out_of(choice) == ()
    assert job.make(choice).pages == 0


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Hollins Hardware charter", "Poster", "A4"), "Hollins Hardware charter, Poster, A4.pdf"),
        (("Bell & Sons: 9/10?", "", "A4"), "Bell & Sons 9 10, A4.pdf"),
        (("..",), ".pdf"),
        (("Łąchowski Đặng Ζωή",), "Łąchowski Đặng Ζωή.pdf"),
        (("a\u202eb\x00c",), "a b c.pdf"),
        (("x" * 300,), "x" * 100 + ".pdf"),
    ],
)  # fmt: skip
def test_files_have_names_that_every_system_takes(parts, name):
    assert file_name(*parts) == name
