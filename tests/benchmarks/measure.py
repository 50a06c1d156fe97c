# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Measuring ours against the bare limit: alternately, so that a busy machine slows both alike."""

import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")
Timed = Callable[[], tuple[float, T]]
"""Does the work once; gives the seconds it took and what it yielded."""

ROOT = Path(__file__).resolve().parents[2]
_SLOWS_PYTHON = frozenset({"PYTHONDONTWRITEBYTECODE", "PYTHONDEVMODE", "PYTHONUNBUFFERED"})

OURS = "ours"
"""Where a target stands that the design does not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table.

    Args:
        name: what is done.
        ours, bare: median seconds.
        target: the ratio to reach.
        basis: where the target stands: ``speed.md``, or ``ours``.
        runs: how often each was measured.
        spread: lower and upper quartile of the ratios of neighbouring runs.
        is_memory: it is no time that was measured but KiB of memory.
    """

    name: str
    ours: float
    bare: float
    target: float
    basis: str
    runs: int
    spread: tuple[float, float]
    is_memory: bool = False

    @property
    def ratio(self) -> float:
        """Median of ours to median of bare."""
        return self.ours / self.bare

    @property
    def is_reached(self) -> bool:
        """Whether the ratio is within its target."""
        return self.ratio <= self.target


def timed(job: Callable[[], T]) -> tuple[float, T]:
    """Do a job; the seconds it took, and what it yielded."""
    start = perf_counter()
    yielded = job()
    return perf_counter() - start, yielded


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
    batch: int = 1,
) -> Row:
    """Measure two jobs that yield the same, as ``compare_timed``, each so often in one run.

    On a busy machine a job that is shorter than a slice of the processor's time is not
    interrupted, and a longer one is: a batch of them makes both long.
    """
    one, other = partial(_batched, ours, batch), partial(_batched, bare, batch)
    return compare_timed(name, one, other, target=target, runs=runs, basis=basis)


def _batched(job: Callable[[], T], batch: int) -> tuple[float, list[T]]:
    seconds, yielded = timed(lambda: [job() for _ in range(batch)])
    return seconds / batch, yielded


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

    Each is done once before the first measured run, so that both are warm.

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
    pairs: list[tuple[float, float]] = []
    for number in range(runs + 1):
        our_seconds, our_yield = ours()
        bare_seconds, bare_yield = bare()
        if our_yield != bare_yield:
            raise AssertionError(f"{name}: ours and bare do not yield the same")
        if number:
            pairs.append((our_seconds, bare_seconds))
    ratios = sorted(one / other for one, other in pairs)
    return Row(
        name=name,
        ours=statistics.median(one for one, _ in pairs),
        bare=statistics.median(other for _, other in pairs),
        target=target,
        basis=basis,
        runs=runs,
        spread=(ratios[len(ratios) // 4], ratios[len(ratios) * 3 // 4]),
    )


def memory_row(
    name: str, ours: Sequence[int], bare: Sequence[int], *, target: float, basis: str = "speed.md"
) -> Row:
    """What two jobs that were run in pairs took of memory, as KiB for each run."""
    ratios = sorted(one / other for one, other in zip(ours, bare, strict=True))
    return Row(
        name=name,
        ours=statistics.median(ours),
        bare=statistics.median(bare),
        target=target,
        basis=basis,
        runs=len(ratios),
        spread=(ratios[len(ratios) // 4], ratios[len(ratios) * 3 // 4]),
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


_HEAD = ("operation", "ours", "bare", "ratio", "quartiles", "target", "from", "runs", "")


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table whose columns also line up when printed."""
    cells = [_HEAD]
    cells.extend(
        (
            row.name,
            shown_figure(row, row.ours),
            shown_figure(row, row.bare),
            f"{row.ratio:.2f}x",
            f"{row.spread[0]:.2f}-{row.spread[1]:.2f}",
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
