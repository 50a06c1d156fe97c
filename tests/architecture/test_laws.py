# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The laws and contracts hold on the real tree, and every one of them rings when broken."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import (
    laws_records,
    laws_rooms,
    laws_screens,
    laws_shape,
    laws_start,
    laws_store,
    laws_tests,
    laws_words,
)
from tests.architecture.planted import Plant
from tests.architecture.planted.contracts import CONTRACTS
from tests.architecture.planted.laws import LAW_PLANTS
from tests.architecture.ringing import PRESENTERS
from tests.architecture.trees import ROOT, Tree

Law = Callable[[Tree], list[str]]

BOOKS = (
    *(laws_shape, laws_rooms, laws_store, laws_records),
    *(laws_words, laws_screens, laws_tests, laws_start),
)
LAWS: dict[str, Law] = {law.__name__: law for book in BOOKS for law in book.LAWS}
CONTRACT_IDS = [
    contract["id"]
    for contract in tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
] + [PRESENTERS]

ALARMS = [
    pytest.param(name, plant, id=f"{name}-{number}")
    for plants in (LAW_PLANTS, CONTRACTS)
    for name, several in plants.items()
    for number, plant in enumerate(several, 1)
]


@pytest.fixture(scope="module")
def real() -> Tree:
    return Tree.real()


def read_contracts(requests: list[tuple[Path, list[str]]]) -> list[dict[str, str]]:
    asked = json.dumps([[str(folder), wanted] for folder, wanted in requests])
    answer = subprocess.run(
        [sys.executable, "-m", "tests.architecture.ringing"],
        input=asked,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    found: list[dict[str, str]] = json.loads(answer.stdout)
    return found


@pytest.fixture(scope="module")
def contract_alarms(real: Tree, tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """What each contract says of each of its plants, all read in one process."""
    planted = [(name, plant) for name, several in CONTRACTS.items() for plant in several]
    requests = []
    for name, plant in planted:
        folder = tmp_path_factory.mktemp(name)
        real.with_files(plant.files).write(folder)
        requests.append((folder, [name]))
    answers = read_contracts(requests)
    return {id(plant): answer[name] for (name, plant), answer in zip(planted, answers, strict=True)}


@pytest.mark.parametrize("name", LAWS)
def test_law_holds(name: str, real: Tree) -> None:
    assert LAWS[name](real) == []


def test_contracts_hold() -> None:
    (found,) = read_contracts([(ROOT, [])])
    assert set(found) == set(CONTRACT_IDS)
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize(("name", "plant"), ALARMS)
def test_alarm_rings(name: str, plant: Plant, real: Tree, request: pytest.FixtureRequest) -> None:
    if name in LAWS:
        said = "\n".join(LAWS[name](real.with_files(plant.files)))
    else:
        said = request.getfixturevalue("contract_alarms")[id(plant)]
    assert plant.alarm in said


def test_every_law_and_contract_has_its_plant() -> None:
    assert set(LAW_PLANTS) == set(LAWS)
    assert set(CONTRACTS) == set(CONTRACT_IDS)
    assert not set(LAWS) & set(CONTRACT_IDS)
    assert all(several for several in (*LAW_PLANTS.values(), *CONTRACTS.values()))


def test_every_law_is_listed() -> None:
    for module in BOOKS:
        public = {
            name
            for name, made in vars(module).items()
            if callable(made)
            and getattr(made, "__module__", "") == module.__name__
            and not name.startswith("_")
            and getattr(made, "__annotations__", {}).get("return") == list[str]
        }
        assert public == {law.__name__ for law in module.LAWS}
