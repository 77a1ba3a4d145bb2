"""The README's picture of the project equals the project."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
WITHOUT_A_ROW = re.compile(r"(^|/)__init__\.py$|^tests/|^data/(raw|text|framework|geo)/|^pages/ui/fonts/|\.sql$|^docs/")
"""Files that a folder's own row stands for."""


def tracked() -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return {name for name in listed.stdout.splitlines() if (PROJECT / name).is_file()}


def test_the_file_table_equals_the_tree() -> None:
    table = README.partition("## Where does X live?")[2]
    rows = set(re.findall(r"^\| `([^`]+)` \|", table, flags=re.MULTILINE))
    files = {name for name in tracked() if not WITHOUT_A_ROW.search(name)}
    missing_rows, rows_of_nothing = files - rows, {row for row in rows if not (PROJECT / row).exists()}
    assert not missing_rows, f"files without a row in the README: {sorted(missing_rows)}"
    assert not rows_of_nothing, f"rows of the README without a file: {sorted(rows_of_nothing)}"


def test_every_command_of_the_makefile_is_explained() -> None:
    targets = re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert [target for target in targets if f"make {target}" not in README] == []
