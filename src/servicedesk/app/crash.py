# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What happens when a bug of ours surfaces: it is shown, kept only on request, sent to nobody."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from servicedesk import __version__

REPORT_NAME = "crash-report.txt"


def report_of(fault: BaseException) -> str:
    """The report of a fault: versions and where it happened.

    The last line may hold what somebody typed; whoever shows the report says so.
    """
    import platform  # only a crash needs them
    import traceback

    lines = [
        f"servicedesk {__version__}",
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}",
        "",
        *(line.rstrip("\n") for line in traceback.format_exception(fault)),
    ]
    return "\n".join(lines) + "\n"


def catch_all(show: Callable[[BaseException], None]) -> None:
    """Have every exception that nobody catches shown, instead of lost on a missing console.

    Args:
        show: gets the fault; Ctrl+C goes its usual way.
    """

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
        else:
            show(fault)

    sys.excepthook = hook


def guarded(run: Callable[[], int], sentence: str) -> int:
    """Run a command of the console; a bug of ours becomes a sentence and a report, shown only.

    The report may hold what somebody typed. It is for whoever sits there to keep, or not.

    Args:
        run: the command.
        sentence: what is said before the report.

    Returns:
        What ``run`` returned, or 2.
    """
    try:
        return run()
    except Exception as fault:
        sys.stderr.write(f"{sentence}\n\n{report_of(fault)}")
        return 2


def keep(report: str, folder: Path) -> Path:
    """Write a report down that was shown, for its owner's eyes only.

    Args:
        report: all of it.
        folder: made when it is missing.

    Returns:
        Where it lies now.

    Raises:
        OSError: when it cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / REPORT_NAME
    path.unlink(missing_ok=True)  # one from before may have been made readable for others
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(report)
    return path
