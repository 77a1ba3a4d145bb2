"""Publishing is killed, starved of disk and raced for real, in processes of its own: nothing that was published is
lost, nothing half-published is seen, and the next start mends what is left. ``SOAK=1`` kills 100 times."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from etl import backup, build, drafts, events, export, publish, store
from tests.etl.small import DA_NANG, HUE, event, files, handed_in, rows, table

resource = pytest.importorskip("resource", reason="limits and signals are a matter of POSIX")

PROJECT = Path(__file__).resolve().parents[2]
ROUNDS = 100 if os.environ.get("SOAK") else 10

BEGINNING = """
import sys
from pathlib import Path
from etl import backup, build, publish
from tests.etl.small import HUE, handed_in

build.bundled_workbooks = lambda: [Path(sys.argv[1])]
print("ready", flush=True)
"""
PUBLISHER = (
    BEGINNING
    + """
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 50):
    done = publish.publish(*handed_in({HUE: number / 10_000}), by="An", note=str(number))
    print(done.event.id, flush=True)
"""
)
RESTORER = BEGINNING + "backup.restore_backup(Path(sys.argv[2]))\n"
COMMAND = BEGINNING.replace('print("ready", flush=True)', "from etl.__main__ import main\nsys.exit(main(sys.argv[2:]))")


def python(*arguments, **options) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, *arguments], cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def killed(script: str, *arguments: object, lines: int, after: float) -> list[str]:
    """What a script printed before it was killed, so many seconds after it had printed so many lines."""
    child = python("-c", script, *map(str, arguments))
    assert child.stdout is not None and child.stdout.readline() == "ready\n"
    first = [child.stdout.readline() for _ in range(lines)]
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    out, err = child.communicate()
    assert err == ""
    return "".join([*first, out]).split()


def seconds_to_publish() -> float:
    """How long one return takes on this machine, now."""
    begin = time.perf_counter()
    publish.publish(*handed_in({DA_NANG: 0.4}), by="An", note="0")
    return time.perf_counter() - begin


def test_kills_at_random_moments_lose_nothing_and_show_nothing_half_done(own_store, small_workbook):
    moments, reported, one = random.Random(20251121), [], seconds_to_publish()
    for number in range(ROUNDS):
        after, lines = moments.uniform(0, 2 * one), number % 2
        reported += killed(PUBLISHER, small_workbook, 1 + 50 * number, lines=lines, after=after)
        seen = {e.id: e for e in events.published()}
        assert set(reported) <= set(seen), "published and lost"
        assert events.damaged() == [], "half an event is seen"
        current = store.current()
        assert current is not None and len(export.table(current, "ranking", {})) > 0, "half a build is seen"
    assert len(reported) >= ROUNDS // 2
    newest = events.published()[-1]
    observed = export.table(build.ensure_current(), "observation", {"indicator": "dti", "province": HUE})
    assert (observed["event_id"].item(), observed["value"].item()) == (newest.id, int(newest.note) / 10_000)
    event(rows({DA_NANG: 0.5}))
    assert [file for file in files(own_store / "returns") if file.startswith(".")] == []
    build.ensure_current()
    assert [file for file in files(own_store) if Path(file).name.startswith(".")] == []


def publishing(workbook: Path, file: Path, values: dict[str, float], *, by: str, **options) -> subprocess.Popen:
    """The command that publishes a table, at work in a process of its own."""
    file.write_bytes(table(values))
    return python("-c", COMMAND, str(workbook), "publish", str(file), "--by", by, "--accept-warnings", **options)


@pytest.mark.parametrize("n_bytes", [100, 4_000, 300_000, 2_000_000])
def test_a_full_disk_is_told_in_a_line_and_leaves_everything_as_it_was(own_store, small_workbook, tmp_path, n_bytes):
    before, current = files(own_store), store.current()
    no_file_beyond = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))  # noqa: E731
    child = publishing(small_workbook, tmp_path / "bảng.csv", {HUE: 0.9}, by="An", preexec_fn=no_file_beyond)
    out, err = child.communicate()
    assert (child.returncode, out, len(err.splitlines())) == (1, "", 1)
    assert "Traceback" not in err
    assert files(own_store) == before and store.current() == current


def test_two_people_publish_at_once(own_store, small_workbook, tmp_path):
    children = [
        publishing(small_workbook, tmp_path / "a.csv", {HUE: 0.9}, by="An"),
        publishing(small_workbook, tmp_path / "b.csv", {DA_NANG: 0.95}, by="Bình"),
    ]
    done = [child.communicate() for child in children]
    assert [child.returncode for child in children] == [0, 0], done
    assert {e.id for e in events.published()} == {out.strip() for out, _ in done}
    assert {e.by for e in events.published()} == {"An", "Bình"}
    ranking = export.table(str(store.current()), "ranking", {"framework": "QD922-2022", "period": "2022", "universe": "63", "indicator": "dti"})
    assert list(ranking["province_code"].head(2)) == [DA_NANG, HUE]
    assert store.current() == build.ensure_current()


def test_readers_see_the_old_build_until_the_new_one_is_whole(own_store, small_workbook):
    child = python("-c", PUBLISHER, str(small_workbook), "1")
    assert child.stdout is not None and child.stdout.readline() == "ready\n"
    counts = set()
    until = time.monotonic() + 2
    while time.monotonic() < until:
        counts.add(len(export.table(str(store.current()), "ranking", {"indicator": "dti", "universe": "63"})))
    child.kill()
    child.communicate()
    assert counts == {63}


def test_a_half_folder_and_a_lost_pointer_are_mended_by_the_next_start(own_store):
    whole = event(rows({HUE: 0.9}))
    half = store.returns_folder() / "20200101T000000000000Z-0123abcd"
    half.mkdir()
    (half / "original.xlsx").write_bytes(b"half")
    (store.returns_folder() / f".{whole.id[:-1]}x").mkdir()
    (own_store / "CURRENT").unlink()
    current = build.ensure_current()
    assert [e.id for e in events.published()] == [whole.id]
    assert events.damaged() == [half.name]
    assert export.table(current, "observation", {"indicator": "dti", "province": HUE})["value"].item() == 0.9
    event(rows({HUE: 0.8}))
    assert all(not folder.name.startswith(".") for folder in store.returns_folder().iterdir())


def test_a_restoration_that_is_killed_is_all_or_nothing(own_store, small_workbook, tmp_path):
    kept = [event(rows({HUE: n / 10})).id for n in range(1, 6)]
    archive = tmp_path / "backup.zip"
    backup.backup(archive)
    for folder in store.returns_folder().iterdir():
        folder.rename(tmp_path / folder.name)
    moments = random.Random(1)
    for _ in range(ROUNDS // 3):
        killed(RESTORER, small_workbook, archive, lines=0, after=moments.uniform(0, 1))
        with store.writing():
            drafts.mend()
        assert [e.id for e in events.published()] in ([], kept)
    backup.restore_backup(archive)
    assert [e.id for e in events.published()] == kept
