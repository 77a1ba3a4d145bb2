"""One archive for a machine without any network: the app, the packages it needs, and a script that starts it.

``make bundle`` writes ``dist/dti-<Linux|Windows>-python<version>.zip`` for this machine's kind of system, and the one
for Windows beside it. Packages come from where pip is configured to take them.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from email import message_from_bytes
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[1]
APP = ("app.py", "pages", "etl", "indicators", "data", ".streamlit", "requirements.txt", "README.md")
HERE = platform.system()
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
STARTERS = {"Windows": "start.bat"}
OTHER_STARTER = "start.sh"
FOR_WINDOWS = ("--platform", "win_amd64", "--python-version", VERSION, "--only-binary=:all:")
WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"}
Download = Callable[[Iterable[str]], None]


def bundle(system: str, target: Path) -> Path:
    """Write the archive for `system` into the folder `target`; its path."""
    target.mkdir(parents=True, exist_ok=True)
    archive = target / f"dti-{system}-python{VERSION}.zip"
    with tempfile.TemporaryDirectory(dir=target) as folder:
        root = Path(folder) / "dti"
        gather(root, system)
        wheels(root / "wheels", system)
        pack(root, archive)
    return archive


def gather(root: Path, system: str) -> None:
    """The app and its starting script, as they lie in the archive."""
    (root / "app").mkdir(parents=True)
    for name in APP:
        source, copy = PROJECT / name, root / "app" / name
        if source.is_dir():
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", "secrets.toml"))
        else:
            shutil.copyfile(source, copy)
    starter = STARTERS.get(system, OTHER_STARTER)
    words = (Path(__file__).parent / starter).read_text(encoding="utf-8").replace("@VERSION@", VERSION)
    ends = "\r\n" if system == "Windows" else "\n"
    (root / starter).write_text(words, encoding="utf-8", newline=ends)


def wheels(folder: Path, system: str) -> None:
    """Every package of ``requirements.txt`` and what those need on `system`."""
    foreign = FOR_WINDOWS if system == "Windows" and HERE != "Windows" else ("--only-binary=:all:",)

    def download(wanted: Iterable[str]) -> None:
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--dest",
            str(folder),
        ]
        subprocess.run([*command, *foreign, *wanted], check=True)

    download(["--requirement", str(PROJECT / "requirements.txt")])
    if system != HERE:
        complete(folder, WINDOWS, download)


def complete(folder: Path, environment: dict[str, str], download: Download) -> None:
    """Fetch what only the other system needs: pip asks the system that it runs on."""
    while lacking := missing(folder, environment):
        download(sorted(lacking))


def missing(folder: Path, environment: dict[str, str]) -> set[str]:
    """The requirements of the wheels in `folder`, in another environment, that no wheel there is for."""
    there = {canonicalize_name(wheel.name.split("-")[0]) for wheel in folder.glob("*.whl")}
    elsewhere = {**default_environment(), **environment, "extra": ""}
    found = (Requirement(line) for wheel in folder.glob("*.whl") for line in requirements(wheel))
    needed = (wanted for wanted in found if wanted.marker is None or wanted.marker.evaluate(elsewhere))
    return {f"{wanted.name}{wanted.specifier}" for wanted in needed if canonicalize_name(wanted.name) not in there}


def requirements(wheel: Path) -> list[str]:
    """What a wheel says that it needs."""
    with zipfile.ZipFile(wheel) as content:
        name = next(name for name in content.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(content.read(name)).get_all("Requires-Dist", [])


def pack(root: Path, archive: Path) -> None:
    """The folder as an archive; wheels are compressed already, and a script for Linux may be run."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as content:
        for file in sorted(path for path in root.rglob("*") if path.is_file()):
            kind = zipfile.ZIP_STORED if file.suffix == ".whl" else zipfile.ZIP_DEFLATED
            entry = zipfile.ZipInfo.from_file(file, file.relative_to(root.parent).as_posix())
            entry.external_attr = (0o755 if file.suffix == ".sh" else 0o644) << 16
            content.writestr(entry, file.read_bytes(), compress_type=kind)


def main() -> int:
    """Write the archives asked for; 1 where a package could not be fetched."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--system", nargs="*", default=sorted({HERE, "Windows"}), choices=sorted({HERE, "Windows"}))
    parser.add_argument("--out", type=Path, default=PROJECT / "dist")
    asked = parser.parse_args()
    try:
        for system in asked.system:
            print(bundle(system, asked.out))
    except subprocess.CalledProcessError as failed:
        print(f"pip could not fetch the packages (exit {failed.returncode})", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
