# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What went out in the stories, as it is kept for comparing: a text for each paper.

``python -m tests.services.letters_real`` writes the texts anew. Read each before it is committed,
as whoever gets the letter would read it.
"""

import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.services.letters_lived import Out
from tests.services.letters_stories import lived

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "letters_real"
PAGE = "\n- - - - - - - - - -\n"
"""Stands between the pages of a paper."""

_BREAK = re.compile(r" (?=•)|(?<=[.!?]) (?=[A-Z“])| (?=\d{1,2} [A-Z][a-z]+ 20\d\d [A-Z])")
"""Before an item, after a sentence, and before a day with which a line of a table begins."""

MAILED = ("L16-tap", "L29-at the door")
"""Letters of which the words of an e-mail are kept too: those with something to fill in."""


def read(pages: Iterable[str]) -> str:
    """Pages with a line for each sentence or item, wherever the paper breaks its own lines."""
    return PAGE.join(_BREAK.sub("\n", " ".join(page.split())) for page in pages)


def golden_texts(out: Out) -> dict[str, str]:
    """Every text that is kept, by the name of its file without the ending."""
    made = {name: read(sent.pages) for name, sent in out.letters.items()}
    made |= {f"{name} mail": out.letters[name].mail for name in MAILED}
    for story, pages in out.copies.items():
        own = [page for page in pages if "Our reference:" not in page]
        made[f"copy-{story}"] = read(own)
    made |= {name: read(pages) for name, pages in out.beside.items()}
    return {name: text.strip() + "\n" for name, text in made.items()}


def main() -> None:
    """Write every text anew, and take away those of letters that no story has."""
    with tempfile.TemporaryDirectory() as folder:
        made = golden_texts(lived(Path(folder)))
    for path in GOLDEN.glob("*.txt"):
        if path.stem not in made:
            path.unlink()
    for name, text in made.items():
        GOLDEN.joinpath(f"{name}.txt").write_text(text, "utf-8")
    print(f"{len(made)} texts in {GOLDEN}")


if __name__ == "__main__":
    main()
