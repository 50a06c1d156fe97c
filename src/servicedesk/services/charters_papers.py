# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Making the papers of a charter: from what the owner has said to files ready to be kept.

No database is needed: the same papers come out of an answers file, a preset or a kept version.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from servicedesk.documents.fonts import Faces
from servicedesk.documents.half_sheets import half_sheets_pdf
from servicedesk.documents.html import html_page
from servicedesk.documents.leaflet import leaflet_pdf
from servicedesk.documents.pdf import text_pdf
from servicedesk.documents.poster import poster_pdf
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.charters import CharterDraft, SentenceChange, changed_sentences
from servicedesk.domain.charters_asking import question_sheet
from servicedesk.domain.charters_papers import full_text, leaflet, poster
from servicedesk.domain.charters_rules import (
    Obstacle,
    PaperNeed,
    can_publish,
    judged,
    obstacles,
)
from servicedesk.domain.charters_said import all_said
from servicedesk.domain.charters_text import CharterSource
from servicedesk.domain.guides import Guide
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.printing import PaperChoice

LawFor = Callable[[str], Mapping[str, str]]
"""Nation id -> sentences that rest on its law, by fact id; empty outside the UK."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterSet:
    """Every paper of a charter, made.

    Args:
        files: file name -> bytes, in the order in which they are named to the owner.
        obstacles: what keeps the charter from being published, then what to think about.
        missing: characters that our fonts lack, each once, in order of appearance.
        cut: file name -> what did not fit on that paper, as ``Printed`` names it; papers that
            hold everything are not there.
    """

    files: Mapping[str, bytes]
    obstacles: tuple[Obstacle, ...]
    missing: tuple[str, ...]
    cut: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_publishable(self) -> bool:
        """True when no paper carries the draft mark."""
        return can_publish(self.obstacles, PaperNeed.TEXT)


class CharterPapers:
    """Makes the papers of charters.

    Args:
        guide: pages and questions of the charter.
        phrases: words of the language of the papers.
        law: see LawFor.
        faces: the fonts.
    """

    def __init__(self, *, guide: Guide, phrases: Phrases, law: LawFor, faces: Faces) -> None:
        self._guide = guide
        self._phrases = phrases
        self._law = law
        self._faces = faces

    def source(self, draft: CharterDraft, today: date) -> CharterSource:
        """What the papers of a draft are made of; its marks say nothing yet."""
        return self._source(draft, today)

    def judge(
        self, draft: CharterDraft, today: date, number: int | None = None
    ) -> tuple[CharterSource, tuple[Obstacle, ...]]:
        """What the papers are made of, marked, and every line about the draft."""
        return self._marked(draft, today, number)

    def obstacles(self, draft: CharterDraft, today: date) -> tuple[Obstacle, ...]:
        """What keeps a draft from being published, then what to think about."""
        return obstacles(self._source(draft, today))

    def changes(
        self, before: CharterDraft, after: CharterDraft, today: date
    ) -> tuple[SentenceChange, ...]:
        """What changed between two versions, sentence by sentence."""
        old, new = self._source(before, today), self._source(after, today)
        return changed_sentences(all_said(old), all_said(new))

    def poster(
        self,
        draft: CharterDraft,
        today: date,
        size: PaperSize = PaperSize.A4,
        *,
        number: int | None = None,
        results: tuple[str, ...] = (),
    ) -> Printed:
        """The poster alone, as fast as it can be had, for a preview or the first window."""
        source = self._marked(draft, today, number, results)[0]
        return poster_pdf(poster(source), size, self._faces)

    def paper(
        self,
        draft: CharterDraft,
        today: date,
        choice: PaperChoice,
        *,
        number: int | None = None,
        results: tuple[str, ...] = (),
    ) -> Printed:
        """One paper as it was chosen.

        Args:
            draft: what the owner has said.
            today: the day of printing.
            choice: "poster", "leaflet", "full_text" or "question_sheet", of a size it is made for.
            number: of the version, or None.
            results: how we are doing, a line each; empty until there are results.

        Raises:
            KeyError: there is no such paper.
        """
        return self.printed(self._marked(draft, today, number, results)[0], choice)

    def printed(self, source: CharterSource, choice: PaperChoice) -> Printed:
        """One paper of a draft that was judged already; see ``paper`` and ``judge``."""
        if choice.paper == "poster":
            return poster_pdf(poster(source), choice.size, self._faces, bleed=choice.bleed)
        if choice.paper == "leaflet":
            return leaflet_pdf(leaflet(source), choice.size, self._faces, self._phrases)
        if choice.paper == "full_text":
            text = full_text(source)
            return text_pdf(text, choice.size, self._faces, self._phrases, large=choice.large)
        if choice.paper == "question_sheet":
            return half_sheets_pdf(question_sheet(source), choice.size, self._faces)
        raise KeyError(choice.paper)

    def make(
        self, draft: CharterDraft, today: date, *, number: int | None = None, bleed: bool = True
    ) -> CharterSet:
        """Every paper of a charter: posters, leaflet, full text, large print and web page.

        Args:
            draft: what the owner has said; papers that may not be published yet carry the
                draft mark.
            today: the day of printing.
            number: of the published version, or None.
            bleed: whether the poster's colour runs to the edge of the sheet.
        """
        source, lines = self._marked(draft, today, number)
        sheet, text = poster(source), full_text(source)
        printed = {
            f"poster-{size.value}.pdf": poster_pdf(sheet, size, self._faces, bleed=bleed)
            for size in (PaperSize.A4, PaperSize.A3, PaperSize.LETTER)
        }
        printed["leaflet-a4.pdf"] = leaflet_pdf(
            leaflet(source), PaperSize.A4, self._faces, self._phrases
        )
        for name, large in (("full-text.pdf", False), ("large-print.pdf", True)):
            printed[name] = text_pdf(text, PaperSize.A4, self._faces, self._phrases, large=large)
        files = {name: paper.data for name, paper in printed.items()}
        files["charter.html"] = html_page(text)
        missing = dict.fromkeys(letter for paper in printed.values() for letter in paper.missing)
        return CharterSet(
            files=files,
            obstacles=lines,
            missing=tuple(missing),
            cut={name: paper.cut for name, paper in printed.items() if paper.cut},
        )

    def _source(self, draft: CharterDraft, today: date) -> CharterSource:
        nation = draft.answers.get("nation")
        return CharterSource(
            draft=draft,
            guide=self._guide,
            phrases=self._phrases,
            law=self._law(nation if isinstance(nation, str) else ""),
            today=today,
        )

    def _marked(
        self,
        draft: CharterDraft,
        today: date,
        number: int | None,
        results: tuple[str, ...] = (),
    ) -> tuple[CharterSource, tuple[Obstacle, ...]]:
        return judged(replace(self._source(draft, today), number=number, results=results))
