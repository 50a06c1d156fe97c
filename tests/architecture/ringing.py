# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The import contracts, read over any tree: run in a process of its own, ``python -m``.

Import-linter and pytest-archon look a package up on the import path, and a process that has
imported it once never looks again. So each process here serves trees that lie in folders and
imports none of them. It reads JSON from stdin, ``[[folder, [contract id, ...]], ...]`` (an empty
list asks for every contract), and prints ``[{contract id: what is wrong, or ""}, ...]``.
"""

import importlib
import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from importlinter import Contract, ContractCheck
from importlinter.application import output, use_cases
from importlinter.configuration import configure
from importlinter.contracts.acyclic_siblings import AcyclicSiblingsContract
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract
from importlinter.contracts.protected import ProtectedContract
from importlinter.domain.contract import registry
from pytest_archon import archrule
from pytest_archon.failure import pop_failures
from rich.console import Console

PRESENTERS = "presenters_know_no_widgets"
"""The one rule that import-linter cannot say: a module of PySide6, not the whole of it."""

KINDS: dict[str, type[Contract]] = {
    "layers": LayersContract,
    "forbidden": ForbiddenContract,
    "protected": ProtectedContract,
    "acyclic_siblings": AcyclicSiblingsContract,
}


@contextmanager
def _looked_up_in(folder: Path) -> Iterator[None]:
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(folder))


def _said(contract: Contract, check: ContractCheck) -> str:
    """What import-linter would print about a contract; empty when it is kept."""
    if check.kept:
        return ""
    said = io.StringIO()
    shown, output.console = output.console, Console(file=said, width=400)
    try:
        contract.render_broken_contract(check)
    finally:
        output.console = shown
    return said.getvalue() or "broken"


def _presenter_faults() -> str:
    (
        archrule(PRESENTERS)
        .match("servicedesk.ui.*presenter*")
        .should_not_import("PySide6", "PySide6.*")
        .may_import("PySide6.QtCore")
        .check("servicedesk", only_direct_imports=True)  # the bench that they work at has pixels
    )
    return "\n".join(f"{fault.reason} {' > '.join(fault.path)}" for fault in pop_failures())


def read(folder: Path, wanted: list[str]) -> dict[str, str]:
    """Check contracts over the source that lies in a folder.

    Args:
        folder: holds ``src/servicedesk`` and ``pyproject.toml``.
        wanted: ids of contracts; empty for all of them.

    Returns:
        Contract id -> what is wrong, empty when it is kept.
    """
    found = {}
    linted = tuple(name for name in wanted if name != PRESENTERS)
    with _looked_up_in(folder / "src"):
        if linted or not wanted:
            options = use_cases.read_user_options(str(folder / "pyproject.toml"))
            report = use_cases.create_report(options, linted, cache_dir=None, verbose=True)
            ids = {one["name"]: one["id"] for one in options.contracts_options}
            for contract, check in report.get_contracts_and_checks():
                found[ids[contract.name]] = _said(contract, check)
        if PRESENTERS in wanted or not wanted:
            found[PRESENTERS] = _presenter_faults()
    return found


def main() -> None:
    """Answer the one request on stdin."""
    answers, sys.stdout = sys.stdout, sys.stderr
    configure()
    for name, kind in KINDS.items():
        registry.register(kind, name)
    output.console = Console(file=io.StringIO())
    found = [read(Path(folder), wanted) for folder, wanted in json.load(sys.stdin)]
    json.dump(found, answers)


if __name__ == "__main__":
    main()
