# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers and files of figures: the report as PDF, CSV and XLSX, and charts for the screen.

All of them say what ``domain.figures_table`` says, so that their totals are equal.
"""

from collections.abc import Callable, Mapping

from servicedesk.domain.blocks import Paper, PaperSize, Printed
from servicedesk.domain.charts import chart_block
from servicedesk.domain.figures import ChartData, Report
from servicedesk.domain.figures_paper import report_blocks, report_title
from servicedesk.domain.figures_table import report_table
from servicedesk.domain.periods import Period, PeriodName, period_of
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.spreadsheets import Sheet
from servicedesk.services.facts import read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units

_ON_DARK = ("#56B4E9", "#E69F00")
"""Sky blue and orange of Okabe and Ito: bars, and the share so far, on a dark ground."""


class FiguresPapers:
    """The use cases of papers made of figures.

    Args:
        units: opens reads.
        around: words and fonts of papers, and the clock.
        report: counts the figures of a period.
    """

    def __init__(
        self, units: Units, around: Surroundings, report: Callable[[Period], Report]
    ) -> None:
        self._units = units
        self._around = around
        self._report = report

    def job(self, report: Report) -> PrintJob:
        """A report on its way to paper.

        Args:
            report: counted; the paper shows these very figures, whatever is changed meanwhile.
        """
        phrases, fonts = self._around.phrases, self._around.resources / "fonts"
        title = report_title(report, phrases)
        language = phrases.say("letter.language")
        with self._units.read() as reading:
            facts = read_facts(reading)
        name = str(facts.get("trading_name", ""))
        blocks = report_blocks(report, name, self._around.clock.today(), phrases)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.pdf import text_pdf

            paper = Paper(title=title, language=language, author=name, blocks=blocks, footer=title)
            return text_pdf(paper, choice.size, load_faces(fonts), phrases, large=choice.large)

        sizes = (PaperSize.A4, PaperSize.LETTER)
        usual = sizes[::-1] if facts.get("page_size") == "letter" else sizes
        offer = PaperOffer(id="figures_report", sizes=usual, can_be_large=True)
        table = report_table(report, phrases)
        rows = tuple(row.cells() for row in table.rows)
        sheet = Sheet(name=phrases.say("figures_paper.sheet"), head=table.head, rows=rows)
        return PrintJob(title=title, stem=title, offers=(offer,), make=make, sheets=(sheet,))

    def csv(self, report: Report) -> bytes:
        """A report as a CSV file, a line for each figure; see ``documents.tables_out``."""
        from servicedesk.documents.tables_out import csv_bytes

        table = report_table(report, self._around.phrases)
        return csv_bytes(table.head, [row.cells() for row in table.rows])

    def xlsx(self, report: Report) -> bytes:
        """A report as a workbook with one sheet, a line for each figure."""
        from servicedesk.documents.workbooks_out import SheetOut, workbook_bytes

        phrases = self._around.phrases
        table = report_table(report, phrases)
        rows = tuple(row.cells() for row in table.rows)
        sheet = SheetOut(name=phrases.say("figures_paper.sheet"), head=table.head, rows=rows)
        with self._units.read() as reading:
            name = str(read_facts(reading).get("trading_name", ""))
        return workbook_bytes([sheet], table.title, name)

    def month(self) -> PrintJob:
        """The report of the last whole month."""
        return self._of(PeriodName.LAST_MONTH)

    def quarter(self) -> PrintJob:
        """The report of the last whole quarter."""
        return self._of(PeriodName.LAST_QUARTER)

    def _of(self, name: PeriodName) -> PrintJob:
        return self.job(self._report(period_of(name, self._around.clock.today())))

    def chart_png(
        self, chart: ChartData, width: int, text: float, colours: Mapping[str, str]
    ) -> bytes:
        """A chart for the screen. Safe to call from any thread.

        Args:
            chart: what is drawn.
            width: of the picture in pixels.
            text: size of its words in pixels.
            colours: of the screen: token -> ``#RRGGBB``.

        Returns:
            A PNG file.
        """
        from servicedesk.documents.charts import BLUE, VERMILLION, ChartLook
        from servicedesk.documents.charts_images import chart_png
        from servicedesk.documents.fonts import load_faces  # drawing: with the first chart
        from servicedesk.documents.palette import contrast

        ground = colours["card"]
        pairs = ((BLUE, VERMILLION), _ON_DARK)
        bar, line = max(pairs, key=lambda pair: min(contrast(one, ground) for one in pair))
        look = ChartLook(
            width=width,
            text=text,
            ground=ground,
            ink=colours["ink"],
            soft=colours["soft_ink"],
            bar=bar,
            line=line,
        )
        block = chart_block(chart, self._around.phrases, titled=False)
        faces = load_faces(self._around.resources / "fonts")
        language = self._around.phrases.say("letter.language")
        return chart_png(block, look, faces, language)
