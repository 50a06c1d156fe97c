# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the print preview shows: the paper as chosen, page by page, made beside the screen.

One piece of work is under way at a time. When it ends, what is wanted by then is compared with
what is there, so that quick choices cost one paper and not one each.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.errors import Refusal, ServicedeskError, Trouble
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob, file_name
from servicedesk.ui.core.tasks import Progress
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.making import Made, PagePicture, draw_page, make_paper

_A4 = (595.28, 841.89)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintState:
    """What the preview shows now.

    Args:
        offer: the paper chosen.
        choice: how it is wanted.
        pages: of the paper that is shown; 0 while there is none yet.
        page: the one shown, from 0.
        points: width and height of that page.
        picture: of it, or of one before it until the new one is ready; None at first.
        words: all that stands on it.
        notes: what the paper does not show, a sentence each.
        fault: why the paper as chosen could not be made, or was not saved or printed; "" for
            nothing wrong.
        said: what was done last, such as where a file went; "" for nothing.
        can_replace: the fault is that a file of that name is there already.
        is_busy: the paper, or the picture, is on its way.
        is_sending: pages are on their way to the printer.
    """

    offer: PaperOffer
    choice: PaperChoice
    pages: int = 0
    page: int = 0
    points: tuple[float, float] = _A4
    picture: PagePicture | None = None
    words: str = ""
    notes: tuple[str, ...] = ()
    fault: str = ""
    said: str = ""
    can_replace: bool = False
    is_busy: bool = False
    is_sending: bool = False


class PrintPresenter(QObject):
    """Keeps the preview in step with what is chosen.

    Args:
        job: what is printed.
        bench: services, words and the worker.
        parent: owns it.

    Signals:
        state_changed: (PrintState).
        sent: (done, total) bands that the printer has taken.
    """

    state_changed = Signal(object)
    sent = Signal(int, int)

    def __init__(self, job: PrintJob, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.job = job
        self._bench = bench
        self._printing = bench.services.printing
        self._made: Made | None = None
        self._failed: PaperChoice | None = None
        self._dpi = 0.0
        self._shown: tuple[PaperChoice, int, float] | None = None
        self._is_working = False
        self._later: Callable[[Made], None] | None = None
        self._refused: Callable[[], None] | None = None
        self._is_stopped = False
        self._is_closed = False
        offer = next((one for one in job.offers if one.id == job.first), job.offers[0])
        choice = PaperChoice(paper=offer.id, size=self._usual_size(offer))
        self.state = PrintState(offer=offer, choice=choice)

    @property
    def made(self) -> Made | None:
        """The paper that is shown, or None while there is none."""
        return self._made

    def begin(self) -> None:
        """Make the first paper."""
        self._go_on()

    def choose_paper(self, paper: str) -> None:
        """Choose another paper by the id of its offer; the sheet stays when it has that too."""
        offer = next(one for one in self.job.offers if one.id == paper)
        size = self.state.choice.size
        sheet = size if size in offer.sizes else self._usual_size(offer)
        self._choose(offer, replace(self.state.choice, paper=paper, size=sheet))

    def choose_size(self, size: PaperSize) -> None:
        """Choose another sheet."""
        self._choose(self.state.offer, replace(self.state.choice, size=size))

    def choose_bleed(self, bleed: bool) -> None:
        """Choose whether colour runs to the edge."""
        self._choose(self.state.offer, replace(self.state.choice, bleed=bleed))

    def choose_large(self, large: bool) -> None:
        """Choose large print, or leave it."""
        self._choose(self.state.offer, replace(self.state.choice, large=large))

    def turn(self, pages: int) -> None:
        """Turn so many pages on, or back."""
        page = max(0, min(self.state.pages - 1, self.state.page + pages))
        if self._made is not None and page != self.state.page:
            self._show_page(page)
            self._go_on()

    def look(self, dpi: float) -> None:
        """Have the page as sharp as the screen shows it, in pixels per inch."""
        self._dpi = dpi
        self._go_on()

    def copied(self) -> str:
        """All words of the paper for the clipboard; "" while there is no paper."""
        texts = self._made.texts if self._made is not None else ()
        return "\n\n".join(texts)

    def suggested(self) -> str:
        """The name under which the paper is saved, unless the person has a better one."""
        say = self._bench.labels.say
        choice = self.state.choice
        paper = say(f"paper.{choice.paper}") if len(self.job.offers) > 1 else ""
        large = say("sheet.large") if self._is_large(choice) else ""
        return file_name(self.job.stem, paper, large, say(f"sheet.{choice.size.value}"))

    def folder(self) -> Path | None:
        """Where papers were saved the last time, or None."""
        remembered = str(self._bench.memory.get("papers_folder") or "")
        return Path(remembered) if remembered else None

    def save(self, path: Path, *, replaces: bool = False) -> None:
        """Save the paper as chosen, as soon as it is there.

        Args:
            path: of the file.
            replaces: the person knows that it is there and goes.
        """

        def write(made: Made) -> None:
            self._write(path, made.printed.data, replaces=replaces)

        self.when_made(write)

    def suggested_sheet(self) -> str:
        """The name under which the tables are saved, unless the person has a better one."""
        return file_name(self.job.stem, ending=".xlsx")

    def save_sheet(self, path: Path, *, replaces: bool = False) -> None:
        """Save the tables of the paper as a spreadsheet, made beside the screen.

        Args:
            path: of the file; CSV where it ends so, else a workbook.
            replaces: the person knows that it is there and goes.
        """
        job, printing = self.job, self._printing
        author = str(self._bench.services.business.answers().get("trading_name") or "")
        is_csv = path.suffix.lower() == ".csv"

        def make(_progress: Progress) -> bytes:
            return printing.spreadsheet(job.sheets, job.title, author, is_csv=is_csv)

        def made(data: bytes) -> None:
            self._refused = lambda: self.save_sheet(path, replaces=True)
            self._keep(path, data, replaces=replaces)

        self._bench.tasks.run(job.title, make, made, self._tell, self)

    def replace_it(self) -> None:
        """Save over the file that was in the way."""
        if self._refused is not None:
            self._refused()

    def when_made(self, act: Callable[[Made], None]) -> None:
        """Do something with the paper as chosen: now, or as soon as it is there."""
        if self._made is not None and self._made.choice == self.state.choice:
            act(self._made)
        elif self._failed != self.state.choice:
            self._later = act

    def send(self, job: Callable[[Progress], bool], said: str) -> None:
        """Send pages to the printer beside the screen.

        Args:
            job: sends them; False when it was stopped; raises Trouble.
            said: once they have gone.
        """
        self._is_stopped = False
        self._show(self._quiet(is_sending=True))
        tasks = self._bench.tasks

        def sent(is_whole: object) -> None:
            tasks.stepped.disconnect(self.sent)
            told = said if is_whole else self.tr("Printing was stopped.")
            self._show(replace(self.state, is_sending=False, said=told))
            if is_whole:
                self.job.gone_out(self.state.choice)

        def failed(fault: Exception) -> None:
            tasks.stepped.disconnect(self.sent)
            self._show(replace(self.state, is_sending=False))
            self._tell(fault)

        tasks.stepped.connect(self.sent)
        tasks.run(self.job.title, job, sent, failed, self)

    def stop(self) -> None:
        """Ask the printing to stop after the band that is on its way."""
        self._is_stopped = True

    def is_stopped(self) -> bool:
        """Whether somebody asked to stop; called from the worker."""
        return self._is_stopped

    def tell_trouble(self, trouble: Trouble) -> None:
        """Say what came in the way, in the preview itself."""
        self._tell(trouble)

    def say(self, sentence: str) -> None:
        """Say what was done."""
        self._show(replace(self._quiet(), said=sentence))

    def close(self) -> None:
        """Nobody looks any more: what is still on its way is not shown, and printing stops."""
        self._is_stopped = True
        self._is_closed = True

    def _usual_size(self, offer: PaperOffer) -> PaperSize:
        known = self._bench.services.business.answers().get("page_size")
        return next((size for size in offer.sizes if size.value == known), offer.sizes[0])

    def _choose(self, offer: PaperOffer, choice: PaperChoice) -> None:
        if choice != self.state.choice:
            self._failed = None
            self._later = None
            self._show(replace(self._quiet(), offer=offer, choice=choice))
            self._go_on()

    def _is_large(self, choice: PaperChoice) -> bool:
        return choice.large and self.state.offer.can_be_large

    def _quiet(self, *, is_sending: bool = False) -> PrintState:
        """The state with nothing said."""
        return replace(self.state, fault="", said="", can_replace=False, is_sending=is_sending)

    def _show(self, state: PrintState) -> None:
        if not self._is_closed:
            self.state = state
            self.state_changed.emit(state)

    def _tell(self, fault: Exception) -> None:
        """Show a fault that we know in words; any other is our own bug.

        Raises:
            Exception: ``fault`` itself, when it is neither a refusal nor a trouble.
        """
        labels = self._bench.labels
        if isinstance(fault, Refusal):
            sentence = labels.refusal(fault)
        elif isinstance(fault, Trouble):
            words = labels.trouble(fault)
            sentence = " ".join(part for part in (words.happened, words.safe, words.do) if part)
        else:
            raise fault
        is_there = fault.code == "print_file_there"
        self._show(replace(self._quiet(), fault=sentence, can_replace=is_there))

    def _write(self, path: Path, data: bytes, *, replaces: bool) -> None:
        self._refused = lambda: self.save(path, replaces=True)
        if self._keep(path, data, replaces=replaces):
            self.job.gone_out(self.state.choice)

    def _keep(self, path: Path, data: bytes, *, replaces: bool) -> bool:
        """Write a file and say where it is; False where something came in the way."""
        try:
            saved = self._printing.save(path, data, replaces=replaces)
        except ServicedeskError as fault:
            self._tell(fault)
            return False
        with suppress(ServicedeskError):  # where papers go is a comfort, no more
            self._bench.memory.set("papers_folder", str(saved.parent))
        self.say(
            self.tr("Saved as {name} in {folder}.").format(name=saved.name, folder=saved.parent)
        )
        return True

    def _go_on(self) -> None:
        """Begin what is wanted and not there: the paper first, then the picture of its page."""
        if self._is_working or self._is_closed:
            return
        choice, made = self.state.choice, self._made
        if (made is None or made.choice != choice) and self._failed != choice:
            self._start_paper(choice)
        elif made is not None and self._dpi and self._shown != self._wanted(made):
            self._start_picture(made)
        elif self.state.is_busy:
            self._show(replace(self.state, is_busy=False))

    def _wanted(self, made: Made) -> tuple[PaperChoice, int, float]:
        return made.choice, self.state.page, self._dpi

    def _start(self) -> None:
        self._is_working = True
        if not self.state.is_busy:
            self._show(replace(self.state, is_busy=True))

    def _start_paper(self, choice: PaperChoice) -> None:
        self._start()
        printing, labels = self._printing, self._bench.labels

        def make(_progress: Progress) -> Made:
            return make_paper(self.job, choice, printing, labels)

        def failed(fault: Exception) -> None:
            self._is_working = False
            if choice == self.state.choice:
                self._failed = choice
                self._later = None
                self._tell(fault)
            self._go_on()

        self._bench.tasks.run(self.job.title, make, self._on_made, failed, self)

    def _start_picture(self, made: Made) -> None:
        self._start()
        wanted = self._wanted(made)
        printing = self._printing

        def draw(_progress: Progress) -> PagePicture:
            return draw_page(made, wanted[1], wanted[2], printing)

        def done(picture: PagePicture) -> None:
            self._is_working = False
            self._shown = wanted
            if made is self._made:
                self._show(replace(self.state, picture=picture))
            self._go_on()

        def failed(fault: Exception) -> None:
            self._is_working = False
            raise fault

        self._bench.tasks.run(self.job.title, draw, done, failed, self)

    def _on_made(self, made: Made) -> None:
        self._is_working = False
        if made.choice == self.state.choice:
            self._made = made
            self._show_page(min(self.state.page, len(made.texts) - 1))
            later, self._later = self._later, None
            if later is not None:
                later(made)
        self._go_on()

    def _show_page(self, page: int) -> None:
        made = self._made
        if made is not None:
            self._show(
                replace(
                    self.state,
                    pages=len(made.texts),
                    page=page,
                    points=made.points[page],
                    words=made.texts[page],
                    notes=made.notes,
                )
            )
