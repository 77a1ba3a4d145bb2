"""Who may know whom: the contracts of pyproject.toml, and the modules that alone open a database or a workbook."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

PROJECT = Path(__file__).resolve().parents[2]
SOURCES = sorted(file for folder in ("etl", "indicators", "pages") for file in (PROJECT / folder).rglob("*.py"))

ALONE = {
    "duckdb": {"etl/warehouse.py"},
    "python_calamine": {"etl/formats/calamine_grids.py"},
    "sqlite3": set(),
    "requests": set(),
    "urllib.request": set(),
}
"""Modules that only these files may import: one door each, and none to the network."""


def imported(file: Path) -> set[str]:
    """Every module that a file imports, with its parents."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names | {name.split(".")[0] for name in names}


def test_the_contracts_of_pyproject_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    assert lint_imports(no_cache=True) == 0


@pytest.mark.parametrize("module", ALONE)
def test_one_door(module: str) -> None:
    doors = {file.relative_to(PROJECT).as_posix() for file in SOURCES if module in imported(file)}
    assert doors <= ALONE[module]


def test_pages_do_not_know_each_other() -> None:
    pages = {file.stem for file in (PROJECT / "pages").glob("*.py")}
    for file in (PROJECT / "pages").glob("*.py"):
        others = {f"pages.{name}" for name in pages - {"__init__", file.stem}}
        assert not others & imported(file), file.name


def test_nobody_knows_the_router() -> None:
    assert [file for file in SOURCES if "app" in imported(file)] == []


def test_sql_stands_in_sql_files() -> None:
    """No page and no module but the warehouse composes a statement."""
    for file in SOURCES:
        if file.name == "warehouse.py":
            continue
        strings = [
            node.value
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        assert not [text for text in strings if "SELECT " in text or "INSERT INTO" in text], file
