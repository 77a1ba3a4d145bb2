import json

import pytest

from etl import drafts, events, store
from tests.etl.small import HUE, event, files, rows


def test_an_event_keeps_what_was_said(empty_store):
    done = event(rows({HUE: 0.5}), note="từ Bộ", file="../../bảng.XLSX", changes={"new": 1})
    (read,) = events.published()
    assert read == done
    assert (read.by, read.note, read.file, dict(read.changes)) == ("An", "từ Bộ", "../../bảng.XLSX", {"new": 1})
    assert read.content("original.csv") == b"x"
    assert files(empty_store) == {f"returns/{done.id}/{name}" for name in ("original.csv", "rows.parquet", "return.json")}


@pytest.mark.parametrize(
    ("file", "kept"),
    [("a.XLSX", "original.xlsx"), ("a", "original"), ("x/../y.csv", "original.csv"), ("a.b c", "original"), ("a.tar/../gz", "original")],
)
def test_a_name_never_becomes_a_path(file, kept):
    assert drafts.original_name(file) == kept


def test_ids_sort_by_time_even_when_the_clock_is_set_back(empty_store, monkeypatch):
    first = event()
    monkeypatch.setattr(drafts, "_now", lambda: first.at.replace(year=2001))
    second = event()
    assert second.id > first.id
    assert [e.id for e in events.published()] == [first.id, second.id]


def test_a_draft_is_not_published(empty_store):
    with store.writing():
        draft = drafts.draft(events.RETURN, by="An", contents={"rows.parquet": b"x"})
        assert events.published() == []
        assert drafts.publish(draft).id == draft.id
    assert [e.id for e in events.published()] == [draft.id]


def test_the_next_draft_removes_what_a_killed_one_left(empty_store):
    with store.writing():
        killed = drafts.draft(events.RETURN, by="An")
        drafts.publish(drafts.draft(events.RETURN, by="Bình"))
    assert not killed.folder.exists()
    assert [e.by for e in events.published()] == ["Bình"]


def damage_id(folder):
    folder.rename(folder.with_name(folder.name[:-1] + ("0" if folder.name[-1] != "0" else "1")))


def damage_author(folder):
    about = json.loads((folder / "return.json").read_text(encoding="utf-8"))
    (folder / "return.json").write_text(json.dumps(about | {"by": "Bình"}), encoding="utf-8")


def damage_rows(folder):
    content = bytearray((folder / "rows.parquet").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "rows.parquet").write_bytes(bytes(content))


@pytest.mark.parametrize(
    "damage",
    [
        damage_id,
        damage_author,
        damage_rows,
        lambda folder: (folder / "return.json").unlink(),
        lambda folder: (folder / "rows.parquet").unlink(),
        lambda folder: (folder / "return.json").write_bytes(b"[1]"),
    ],
)
def test_an_event_that_is_not_as_written_does_not_count_and_is_named(empty_store, damage):
    whole, hurt = event(rows({HUE: 0.5})), event(rows({HUE: 0.6}))
    damage(store.returns_folder() / hurt.id)
    assert [e.id for e in events.published()] == [whole.id]
    assert len(events.damaged()) == 1


def test_a_batch_is_published_as_one(empty_store):
    done = event(rows({HUE: 0.5}))
    with store.writing():
        batch = drafts.new_batch()
        (store.returns_folder() / done.id).rename(batch / done.id)
        assert events.published() == []
        drafts.adopt(batch)
    assert [e.id for e in events.published()] == [done.id]


def test_a_batch_that_was_cut_short_is_finished_by_the_next_writer(empty_store):
    done = event(rows({HUE: 0.5}))
    restored = store.returns_folder() / ".restored"
    restored.mkdir()
    (store.returns_folder() / done.id).rename(restored / done.id)
    later = event(rows({HUE: 0.6}))
    assert [e.id for e in events.published()] == [done.id, later.id]
