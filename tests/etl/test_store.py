import os
import stat
import threading
import time

import pytest

from etl import store


def build_file(build_id, *, age=0.0):
    file = store.build_file(build_id)
    file.write_bytes(b"x")
    os.utime(file, (time.time() - age, time.time() - age))
    return file


def test_the_pointer_names_a_build_whose_file_is_there(empty_store):
    assert store.current() is None
    store.point_to("abc")
    assert store.current() is None
    build_file("abc")
    assert store.current() == "abc"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"../../etc/passwd", b"abc def"])
def test_a_broken_pointer_is_a_lost_one(empty_store, content):
    build_file("abc")
    (empty_store / "CURRENT").write_bytes(content)
    assert store.current() is None


def test_a_replaced_file_is_whole_or_as_it_was(tmp_path):
    target = tmp_path / "file"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError), store.replacing(target) as stream:
        stream.write(b"half")
        raise RuntimeError
    assert target.read_bytes() == b"old"
    with store.replacing(target) as stream:
        stream.write(b"new")
    assert target.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_file_that_cannot_be_written_is_named_itself(tmp_path):
    target = tmp_path / "nowhere" / "file"
    with pytest.raises(FileNotFoundError) as caught, store.replacing(target):
        pass
    assert (caught.value.filename, caught.value.filename2) == (str(target), None)


def test_a_replaced_file_has_the_rights_of_any_other(tmp_path):
    (tmp_path / "plain").write_bytes(b"")
    with store.replacing(tmp_path / "file"):
        pass
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_only_one_writes_at_a_time(empty_store):
    order = []

    def second():
        with store.writing():
            order.append("second")

    with store.writing():
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.1)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_old_builds_go_but_never_the_current_one(empty_store):
    for age in range(7):
        build_file(f"b{age}", age=100.0 * age)
    store.point_to("b6")
    build_file(".b9-killed")
    (empty_store / ".CURRENT-killed").write_bytes(b"")
    store.forget_old_builds(keep=3)
    assert {file.name for file in (empty_store / "builds").iterdir()} == {f"b{n}.duckdb" for n in (0, 1, 2, 6)}
    assert not (empty_store / ".CURRENT-killed").exists()
