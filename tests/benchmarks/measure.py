# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Measuring ours against the bare limit, in turns, so that a busy machine disturbs little.

Such a machine only ever makes a run slower: of many runs of the same work the fastest is nearest
to what the work takes. The ratio is that of the fastest run of each; beside it stand the ratio of
the medians and that of processor time. What a person waits for, against a time that is allowed,
is told as the median: there the runs are not of the same work.
"""

import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple, TypeVar

try:
    from resource import RUSAGE_CHILDREN, getrusage
except ImportError:  # Windows: there the time of processes that were started is not told

    def _of_children() -> float:
        return 0.0

else:

    def _of_children() -> float:
        used = getrusage(RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime


class Spent(NamedTuple):
    """What a job took, in seconds.

    Args:
        wall: by the clock on the wall.
        cpu: of the processor, with what processes took that were started and have ended.
    """

    wall: float
    cpu: float


class Watch:
    """Runs from when it is made."""

    def __init__(self) -> None:
        self._wall, self._cpu = perf_counter(), process_time() + _of_children()

    def spent(self) -> Spent:
        """What was spent so far."""
        wall = perf_counter() - self._wall
        return Spent(wall=wall, cpu=process_time() + _of_children() - self._cpu)


T = TypeVar("T")
Timed = Callable[[], tuple[Spent, T]]
"""Does the work once; gives what it took and what it yielded."""

ROOT = Path(__file__).resolve().parents[2]
_SLOWS_PYTHON = frozenset({"PYTHONDONTWRITEBYTECODE", "PYTHONDEVMODE", "PYTHONUNBUFFERED"})

OURS = "ours"
"""Where a target stands that the design does not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table.

    Args:
        name: what is done.
        ours, bare: seconds of the fastest run; the median where a person waits.
        target: the ratio to reach.
        basis: where the target stands: ``speed.md``, or ``ours``.
        runs: how often each was measured.
        medians: the ratio of the medians.
        cpu: the ratio of the least processor time; None where it says nothing.
        is_memory: it is no time that was measured but KiB of memory.
    """

    name: str
    ours: float
    bare: float
    target: float
    basis: str
    runs: int
    medians: float
    cpu: float | None = None
    is_memory: bool = False

    @property
    def ratio(self) -> float:
        """Ours to bare."""
        return self.ours / self.bare

    @property
    def is_reached(self) -> bool:
        """Whether the ratio is within its target."""
        return self.ratio <= self.target


def timed(job: Callable[[], T]) -> tuple[Spent, T]:
    """Do a job; what it took, and what it yielded."""
    watch = Watch()
    yielded = job()
    return watch.spent(), yielded


def child_environment(folder: Path) -> dict[str, str]:
    """For whole processes: no screen, the program of this checkout, modules compiled once.

    Where Python may not keep compiled modules (some machines forbid it), every start would
    measure the compiler.

    Args:
        folder: keeps the compiled modules.
    """
    env = {name: value for name, value in os.environ.items() if name not in _SLOWS_PYTHON}
    return env | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }


def process(arguments: Sequence[str], env: Mapping[str, str], good: tuple[int, ...] = (0,)) -> str:
    """Run a whole process to its end.

    Args:
        arguments: the command.
        env: its environment, all of it.
        good: the exit statuses that are no failure.

    Returns:
        What it printed.

    Raises:
        RuntimeError: when it does not end well.
    """
    done = subprocess.run(arguments, env=env, capture_output=True, text=True, check=False)
    if done.returncode not in good:
        raise RuntimeError(f"{arguments} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def compare(
    name: str,
    ours: Callable[[], T],
    bare: Callable[[], T],
    *,
    target: float,
    runs: int,
    basis: str = OURS,
) -> Row:
    """Measure two jobs that yield the same; as ``compare_timed``."""
    return compare_timed(
        name, lambda: timed(ours), lambda: timed(bare), target=target, runs=runs, basis=basis
    )


def compare_timed(
    name: str,
    ours: Timed[T],
    bare: Timed[T],
    *,
    target: float,
    runs: int,
    basis: str = OURS,
) -> Row:
    """Measure two jobs that time themselves, one after the other, again and again.

    Each is done once before the first measured run, so that both are warm; each run of a job has
    to be the same work.

    Args:
        name: what is done.
        ours: the way of the program.
        bare: the limit: the same with nothing of ours.
        target: the ratio to reach.
        runs: how often each is measured.
        basis: where the target stands.

    Raises:
        AssertionError: when they do not yield the same.
    """
    pairs: list[tuple[Spent, Spent]] = []
    for number in range(runs + 1):
        our_spent, our_yield = ours()
        bare_spent, bare_yield = bare()
        if our_yield != bare_yield:
            raise AssertionError(f"{name}: ours and bare do not yield the same")
        if number:
            pairs.append((our_spent, bare_spent))
    walls = [[one.wall for one in side] for side in zip(*pairs, strict=True)]
    cpus = [min(one.cpu for one in side) for side in zip(*pairs, strict=True)]
    return Row(
        name=name,
        ours=min(walls[0]),
        bare=min(walls[1]),
        target=target,
        basis=basis,
        runs=runs,
        medians=statistics.median(walls[0]) / statistics.median(walls[1]),
        cpu=cpus[0] / cpus[1] if all(cpus) else None,
    )


def within(
    name: str, allowed: float, job: Callable[[], Spent], *, runs: int, basis: str = "speed.md"
) -> Row:
    """Measure what a person waits for, after one run that does not count.

    Args:
        name: what is done.
        allowed: the seconds that nobody minds, by the design.
        job: does it once and tells what it took.
        runs: how often it is measured; not each has to be the same work.
        basis: where the design says so.
    """
    job()
    median = statistics.median(job().wall for _ in range(runs))
    return Row(
        name=name,
        ours=median,
        bare=allowed,
        target=1.0,
        basis=basis,
        runs=runs,
        medians=median / allowed,
    )


def memory_row(
    name: str, ours: Sequence[int], bare: Sequence[int], *, target: float, basis: str = "speed.md"
) -> Row:
    """What two jobs that were run in pairs took of memory, as KiB for each run."""
    one, other = statistics.median(ours), statistics.median(bare)
    return Row(
        name=name,
        ours=one,
        bare=other,
        target=target,
        basis=basis,
        runs=len(ours),
        medians=one / other,
        is_memory=True,
    )


def shown_figure(row: Row, figure: float) -> str:
    """A figure of a row in its own unit."""
    return f"{figure / 1024:.0f} MiB" if row.is_memory else shown_time(figure)


def shown_time(seconds: float) -> str:
    """Milliseconds below a second, with three digits that count."""
    milliseconds = seconds * 1000
    if milliseconds < 10:
        return f"{milliseconds:.2f} ms"
    return f"{milliseconds:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


_HEAD = ("operation", "ours", "bare", "ratio", "medians", "in CPU", "target", "from", "runs", "")


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table whose columns also line up when printed."""
    cells = [_HEAD]
    cells.extend(
        (
            row.name,
            shown_figure(row, row.ours),
            shown_figure(row, row.bare),
            f"{row.ratio:.2f}x",
            f"{row.medians:.2f}x",
            "" if row.cpu is None else f"{row.cpu:.2f}x",
            f"<= {row.target:g}x",
            row.basis,
            str(row.runs),
            "reached" if row.is_reached else "OVER",
        )
        for row in rows
    )
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD))]
    lines = [f"| {' | '.join(map(str.ljust, line, widths))} |" for line in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines) + "\n"


def growth(rows: Iterable[Row]) -> str:
    """How ours grew from the first size to the last, a line for each thing measured at several.

    Rows of one thing have one name up to "; ", and after it how large the file was.
    """
    sizes: dict[str, list[tuple[str, Row]]] = {}
    for row in rows:
        name, _, size = row.name.rpartition("; ")
        sizes.setdefault(name, []).append((size, row))
    lines = [
        f"- {name}: {found[-1][1].ours / found[0][1].ours:.2f}x from {found[0][0]} "
        f"to {found[-1][0]}"
        for name, found in sizes.items()
        if name and len(found) > 1
    ]
    return "\nGrowth of ours:\n\n" + "\n".join(lines) + "\n" if lines else ""


def machine() -> str:
    """One line on what was measured with."""
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"


def program(*arguments: str) -> list[str]:
    """The command that starts the program of this checkout with the Python that runs this."""
    return [sys.executable, "-P", "-m", "servicedesk", *arguments]
