"""The command line of briefings, as scripts use it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from pages.__main__ import main
from pages.ui import batch
from pages.ui.briefing.formats import FORMATS, file_name
from tests.pages.ui.briefing.conftest import HUE_2022

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(built: str, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in this process: exit code, standard output, standard error."""

    def run_command(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main(["brief", *map(str, arguments)])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


def test_a_unit_is_named_by_code_or_name_and_its_file_is_told(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "hue.pdf"
    code, out, _ = run("--province", "thua thien hue", "--period", 2022, "--format", "profile", "--lang", "en", "--out", target)
    assert (code, out) == (0, f"{target}\n")
    assert PdfReader(io.BytesIO(target.read_bytes())).metadata.title == "DTI 2022: Thua Thien Hue"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--province", "46", "--period", "1999"), "1999"),
        (("--province", "zz",), "zz"),
        (("--province", "46", "--against", "99"), "99"),
        (("--province", "46", "--all"), "--all"),
        ((), "--all"),
        (("--province", "46", "--format", "doc"), "doc"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_wrong_usage_in_one_line(run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = run(*arguments, "--out", tmp_path / "x")
    assert (code, out) == (2, "") and told in err and err.count("\n") == 1
    assert not (tmp_path / "x").exists()


def test_a_file_that_cannot_be_written_fails_in_one_line(run: Run, tmp_path: Path) -> None:
    code, _, err = run("--province", "46", "--period", 2022, "--format", "xlsx", "--out", tmp_path / "no" / "x.xlsx")
    assert code == 1 and err.count("\n") == 1


def test_all_units_go_into_a_folder_with_a_bar(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_this_process(build_id, units, kind, folder):
        folder.mkdir()
        return (batch.write(build_id, unit, kind, folder) for unit in units[:2])

    monkeypatch.setattr(batch, "write_all", in_this_process)
    code, out, err = run("--all", "--period", 2022, "--format", "xlsx", "--out", tmp_path / "all")
    assert (code, out) == (0, f"{tmp_path / 'all'}\n") and " 2/63 " in err
    assert len(list((tmp_path / "all").glob("xlsx_*_QD922-2022_2022_63.xlsx"))) == 2


def test_workers_write_what_one_process_writes(built: str, tmp_path: Path) -> None:
    (made,) = batch.write_all(built, [HUE_2022], "xlsx", tmp_path / "new")
    assert made.name == file_name("xlsx", HUE_2022, "Thừa Thiên Huế") == "xlsx_46_thua-thien-hue_QD922-2022_2022_63.xlsx"
    assert made.is_file()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_what_it_is(name: str) -> None:
    form = FORMATS[name]
    assert form.mime.startswith(("application/", "text/")) and form.suffix in ("pptx", "pdf", "docx", "xlsx", "html")
