"""The archive for a machine without any network: what is in it, and (``SOAK=1``) that it installs and starts."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from urllib.error import URLError

import pytest

PROJECT = Path(__file__).resolve().parents[1]
_spec = spec_from_file_location("bundle", PROJECT / ".ci" / "bundle.py")
bundle = module_from_spec(_spec)
_spec.loader.exec_module(bundle)


def wheel(folder: Path, name: str, *needs: str) -> None:
    """A wheel that says what it needs, and holds nothing else."""
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as content:
        content.writestr(f"{name}-1.0.dist-info/METADATA", "\n".join(f"Requires-Dist: {need}" for need in needs) + "\n")


@pytest.mark.parametrize(("system", "starter"), [("Linux", "start.sh"), ("Windows", "start.bat")])
def test_the_archive_holds_the_app_and_starts_it(tmp_path: Path, system: str, starter: str) -> None:
    bundle.gather(tmp_path / "dti", system)
    bundle.pack(tmp_path / "dti", tmp_path / "dti.zip")
    with zipfile.ZipFile(tmp_path / "dti.zip") as archive:
        names = set(archive.namelist())
        words = archive.read(f"dti/{starter}").decode()
        assert archive.getinfo("dti/app/app.py").external_attr >> 16 == 0o644
    assert {f"dti/{starter}", "dti/app/app.py", "dti/app/.streamlit/config.toml", "dti/app/requirements.txt"} <= names
    assert {name for name in names if "__pycache__" in name or "/tests/" in name or "/store/" in name} == set()
    assert "--no-index" in words and "@" not in words.replace("@echo", "").replace('"$@"', "")
    assert (words.count("\r\n") == words.count("\n")) == (system == "Windows")


def test_what_only_the_other_system_needs_is_fetched_too(tmp_path: Path) -> None:
    wheel(tmp_path, "click", 'colorama; platform_system == "Windows"', 'other; sys_platform == "darwin"', 'more; extra == "all"')
    asked = []

    def download(wanted: list[str]) -> None:
        asked.append(list(wanted))
        wheel(tmp_path, "colorama", 'Tz.Data >= 2; os_name == "nt"') if asked == [["colorama"]] else wheel(tmp_path, "tz_data")

    bundle.complete(tmp_path, bundle.WINDOWS, download)
    assert asked == [["colorama"], ["Tz.Data>=2"]]


def test_the_start_script_refuses_another_python(tmp_path: Path) -> None:
    bundle.gather(tmp_path / "dti", "Linux")
    refused = subprocess.run(["sh", tmp_path / "dti" / "start.sh"], env=os.environ | {"PYTHON": "no-such-python"}, capture_output=True, text=True)
    assert refused.returncode == 1 and bundle.VERSION in refused.stderr and not (tmp_path / "dti" / ".venv").exists()


if os.environ.get("SOAK"):

    def test_it_installs_with_no_index_and_starts(tmp_path: Path) -> None:
        archive = bundle.bundle(bundle.HERE, tmp_path)
        with zipfile.ZipFile(archive) as content:
            content.extractall(tmp_path / "there")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        closed = {"PIP_INDEX_URL": "http://127.0.0.1:9", "PIP_NO_INDEX": "1", "PYTHON": sys.executable}
        start = ["sh", "start.sh", "--server.port", str(port), "--server.headless", "true"]
        with subprocess.Popen(start, cwd=tmp_path / "there" / "dti", env=os.environ | closed) as process:
            try:
                assert answers(f"http://127.0.0.1:{port}/_stcore/health", process)
            finally:
                process.terminate()


def answers(url: str, process: subprocess.Popen) -> bool:
    """Whether the server answers within ten minutes, installing included."""
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2) as response:
                return response.status == 200
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(1)
    return False
