"""A real Chromium, Chrome or Edge for the tests: the installed one, else one that is installed now.

``python -m tests.e2e.browser`` prints the path of the browser, or fails and says what was tried. Nothing is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""Without these the browser itself calls its maker's servers, which would hide a call of ours."""


class NoBrowser(Exception):
    """No browser is installed and none could be installed; the message lists what was tried."""


def executable() -> str:
    """The path of a browser that Playwright can drive. Raises NoBrowser."""
    tried: list[str] = []
    if not _driver_starts(tried) and not (_debian_packages(["libatomic1"], tried) and _driver_starts(tried)):
        raise NoBrowser("Playwright, which drives the browser, does not start:\n  " + "\n  ".join(tried))
    for find in (_installed, _from_debian, _from_playwright):
        if path := find(tried):
            return path
    raise NoBrowser("No Chromium, Chrome or Edge, and none could be installed:\n  " + "\n  ".join(tried))


def _driver_starts(tried: list[str]) -> bool:
    """Whether Playwright's own program runs: on a bare Debian it lacks a library."""
    return _run([sys.executable, "-m", "playwright", "--version"], tried)


def _installed(tried: list[str]) -> str | None:
    tried.append(f"looked for {', '.join(NAMES)} on the PATH and in the usual places (BROWSER_PATH names another)")
    return next(_candidates(), None)


def _candidates() -> Iterator[str]:
    if named := os.environ.get("BROWSER_PATH"):
        yield named
    yield from filter(None, map(shutil.which, NAMES))
    yield from (place for place in PLACES if Path(place).is_file())
    yield from _playwrights_own()


def _playwrights_own() -> Iterator[str]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).is_file():
        yield path


def _from_debian(tried: list[str]) -> str | None:
    return shutil.which("chromium") if _debian_packages(["chromium"], tried) else None


def _debian_packages(names: list[str], tried: list[str]) -> bool:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        tried.append(f"Debian's {' '.join(names)}: not root, or no apt-get here")
        return False
    install = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    return _run(["apt-get", "update"], tried) and _run(install, tried)


def _from_playwright(tried: list[str]) -> str | None:
    done = _run([sys.executable, "-m", "playwright", "install", "chromium"], tried)
    return next(_playwrights_own(), None) if done else None


def _run(command: list[str], tried: list[str]) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    tried.append(f"{' '.join(command)}: exit {result.returncode} {result.stderr.strip()[-200:]}")
    return result.returncode == 0


def main(say: Callable[[str], object] = print) -> int:
    """Make sure there is a browser; 0 when there is, 1 with the reasons when not."""
    try:
        say(executable())
    except NoBrowser as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
