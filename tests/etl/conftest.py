"""A store to write to that begins with a build of one bundled workbook, so that a test need not wait for all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from etl import build


@pytest.fixture(scope="session")
def small_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds a build of the workbook of 2022 and nothing else; read only, please."""
    folder = tmp_path_factory.mktemp("small")
    with pytest.MonkeyPatch.context() as patch:
        only_2022(patch, folder)
        build.build()
    return folder


@pytest.fixture
def own_store(small_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of the test's own, with the build of the workbook of 2022 as the current one."""
    folder = tmp_path / "store"
    only_2022(monkeypatch, folder)
    shutil.copytree(small_build, folder, copy_function=os.link)
    return folder


def only_2022(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Use the store ``folder`` and of the bundled workbooks that of 2022."""
    workbook = build.DATA / "raw" / "dti-2022.xlsx"
    patch.setenv("DTI_STORE", str(folder))
    patch.setattr(build, "bundled_workbooks", lambda: [workbook])
