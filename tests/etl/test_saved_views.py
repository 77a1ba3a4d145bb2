"""Saved views: listed for all, newest first, never edited; taken off the list by one more file."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl import records, saved_views, store

ADDRESS = {"province": "46", "set": "digital_society_activity:0.6163", "wanted": "2"}


def test_what_is_saved_is_listed_newest_first(empty_store: Path) -> None:
    first = saved_views.save("Lên  hạng 2\n", by="Lan", page="what_if", address=ADDRESS)
    second = saved_views.save("Giữ hạng", by="", page="what_if", address={"province": "48"})
    assert saved_views.saved("what_if") == [second, first]
    assert (first.name, first.by, dict(first.address)) == ("Lên hạng 2", "Lan", ADDRESS)
    assert first.at <= second.at


def test_taken_off_the_list_the_file_stays(empty_store: Path) -> None:
    kept, gone = (saved_views.save(name, by="Lan", page="what_if", address=ADDRESS) for name in ("Giữ", "Bỏ"))
    saved_views.remove(gone.id, by="Minh")
    assert saved_views.saved("what_if") == [kept]
    assert (store.scenarios_folder() / f"{gone.id}.json").is_file()
    with pytest.raises(saved_views.UnknownView, match=gone.id):
        saved_views.remove(gone.id, by="Minh")


@pytest.mark.parametrize(
    ("name", "address", "reason"),
    [(" \n ", ADDRESS, "unnamed"), ("x" * 121, ADDRESS, "too_long"), ("x", {"set": "y" * 4001}, "too_long")],
)
def test_what_is_not_saved_leaves_nothing(empty_store: Path, name: str, address: dict, reason: str) -> None:
    with pytest.raises(saved_views.NotSaved) as refused:
        saved_views.save(name, by="Lan", page="what_if", address=address)
    assert refused.value.reason == reason
    assert saved_views.saved("what_if") == [] and not list(store.scenarios_folder().iterdir())


def test_a_file_that_was_changed_is_not_listed(empty_store: Path) -> None:
    saved = saved_views.save("Tên", by="Lan", page="what_if", address=ADDRESS)
    file = store.scenarios_folder() / f"{saved.id}.json"
    records._read.cache_clear()
    file.write_bytes(file.read_bytes().replace(b"46", b"48"))
    (store.scenarios_folder() / "stray.json").write_text("{}", encoding="utf-8")
    assert saved_views.saved("what_if") == []


def test_each_page_has_its_own_list_and_notes_come_back(empty_store: Path) -> None:
    scenario = saved_views.save("Kịch bản", by="Lan", page="what_if", address=ADDRESS)
    deck = saved_views.save("Họp tháng 11", by="Lan", page="present", address={"slides": "why"}, notes={"why": "Nói chậm"})
    assert saved_views.saved("what_if") == [scenario] and saved_views.saved("present") == [deck]
    assert saved_views.found(deck.id).notes == {"why": "Nói chậm"}
    with pytest.raises(saved_views.UnknownView):
        saved_views.found("20260101T000000000000Z-00000000")


def test_a_file_from_before_other_pages_saved_is_a_scenario(empty_store: Path) -> None:
    view_id = saved_views.RECORDS.write({"name": "Cũ", "by": "Lan", "address": ADDRESS})
    assert [view.id for view in saved_views.saved("what_if")] == [view_id]
