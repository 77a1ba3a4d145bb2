"""A store to write to that begins with a build of one small workbook, so that a test need not wait for all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from etl import build
from tests.etl.small import all_63


@pytest.fixture(scope="session")
def small_workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one bundled workbook of ``own_store``."""
    file = tmp_path_factory.mktemp("bundled") / "dti-2022.csv"
    file.write_bytes(all_63())
    return file


@pytest.fixture(scope="session")
def small_build(small_workbook: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds a build of the small workbook and nothing else; read only, please."""
    folder = tmp_path_factory.mktemp("small")
    with pytest.MonkeyPatch.context() as patch:
        _use(patch, store=folder, workbook=small_workbook)
        build.build()
    return folder


@pytest.fixture
def own_store(small_build: Path, small_workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of the test's own, with the build of the small workbook as the current one."""
    folder = tmp_path / "store"
    _use(monkeypatch, store=folder, workbook=small_workbook)
    shutil.copytree(small_build, folder, copy_function=os.link)
    return folder


def _use(patch: pytest.MonkeyPatch, *, store: Path, workbook: Path) -> None:
    patch.setenv("DTI_STORE", str(store))
    patch.setattr(build, "bundled_workbooks", lambda: [workbook])
