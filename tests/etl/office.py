"""A real spreadsheet program for the tests: LibreOffice, the installed one, else one that is installed now."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from filelock import FileLock

NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
PACKAGES = ("libreoffice-calc-nogui", "libreoffice-impress-nogui", "libreoffice-writer-nogui")
SECONDS = 180


class NoOffice(Exception):
    """No LibreOffice is installed and none could be installed; the message lists what was tried."""


def executable() -> str:
    """The path of LibreOffice. Raises NoOffice."""
    with FileLock(Path(tempfile.gettempdir()) / "dti-tests-office.lock"):
        return _installed() or _from_debian()


def converted(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """The same documents by file name as PDF, printed by LibreOffice in one run of it."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    made = {path.name: path.with_suffix(".pdf") for path in paths}
    assert len(set(made.values())) == len(made), "two names that differ in their ending alone would be one PDF"
    done = _run("pdf", paths, folder)
    if not all(path.is_file() for path in made.values()):  # an office without all its programs
        _from_debian()
        done = _run("pdf", paths, folder)
    assert all(path.is_file() for path in made.values()), f"{done.returncode} {done.stdout} {done.stderr}"
    return made


def worked_out(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """The same workbooks by name, with every formula worked out by LibreOffice, in one run of it."""
    source, target = folder / "given", folder / "worked-out"
    source.mkdir()
    paths = [source / f"{name}.xlsx" for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    done = _run("xlsx", paths, target)
    made = {name: target / f"{name}.xlsx" for name in files}
    assert all(path.is_file() for path in made.values()), f"{done.returncode} {done.stdout} {done.stderr}"
    return made


def _run(to: str, paths: Sequence[Path], target: Path) -> subprocess.CompletedProcess[str]:
    profile = f"-env:UserInstallation={(paths[0].parent / 'profile').as_uri()}"
    command = [executable(), profile, "--headless", "--convert-to", to, "--outdir", str(target), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)


def _installed() -> str | None:
    named = [os.environ.get("OFFICE_PATH"), *map(shutil.which, NAMES), *(place for place in PLACES if Path(place).is_file())]
    return next(filter(None, named), None)


def _from_debian() -> str:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise NoOffice(
            f"Looked for {', '.join(NAMES)} on the PATH and in the usual places (OFFICE_PATH names another); not root, or "
            f"no apt-get here, so Debian's {', '.join(PACKAGES)} cannot be installed. Install LibreOffice Calc, Impress and Writer."
        )
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES]):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NoOffice(f"{' '.join(command)}: exit {done.returncode} {done.stderr.strip()[-300:]}")
    return _installed() or "soffice"
