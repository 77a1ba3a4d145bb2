"""Small records: written once, read in order, left out when somebody changed them."""

from __future__ import annotations

from pathlib import Path

from etl import records
from etl.records import Records


def test_records_come_back_in_order(tmp_path: Path) -> None:
    kept = Records(lambda: tmp_path)
    ids = [kept.write({"n": n}) for n in range(3)]
    assert list(kept.read()) == ids and [about["n"] for about in kept.read().values()] == [0, 1, 2]
    assert [file.stem for file in kept.files()] == ids
    assert records.moment(ids[0]) <= records.moment(ids[1])


def test_a_changed_or_stray_file_is_not_read(tmp_path: Path) -> None:
    kept = Records(lambda: tmp_path)
    file = tmp_path / f"{kept.write({'n': 1})}.json"
    file.write_bytes(file.read_bytes().replace(b"1", b"2"))
    (tmp_path / "stray.json").write_text("{}", encoding="utf-8")
    assert kept.read() == {} and kept.files() == []


def test_a_record_of_a_backup_takes_its_place_once(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir(), (tmp_path / "there").mkdir()
    here, there = Records(lambda: tmp_path / "here"), Records(lambda: tmp_path / "there")
    name = f"{here.write({'n': 1})}.json"
    content = (tmp_path / "here" / name).read_bytes()
    assert records.is_whole(name, content) and not records.is_whole(name, content + b" ")
    there.adopt(name, content), there.adopt(name, content)
    assert there.read() == here.read()
