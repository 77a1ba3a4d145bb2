"""Saved scenarios: listed for all, newest first, never edited; taken off the list by one more file."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl import scenarios, store

ADDRESS = {"province": "46", "set": "digital_society_activity:0.6163", "wanted": "2"}


def test_what_is_saved_is_listed_newest_first(empty_store: Path) -> None:
    first = scenarios.save("Lên  hạng 2\n", by="Lan", address=ADDRESS)
    second = scenarios.save("Giữ hạng", by="", address={"province": "48"})
    assert scenarios.saved() == [second, first]
    assert (first.name, first.by, dict(first.address)) == ("Lên hạng 2", "Lan", ADDRESS)
    assert first.at <= second.at


def test_taken_off_the_list_the_file_stays(empty_store: Path) -> None:
    kept, gone = (scenarios.save(name, by="Lan", address=ADDRESS) for name in ("Giữ", "Bỏ"))
    scenarios.remove(gone.id, by="Minh")
    assert scenarios.saved() == [kept]
    assert (store.scenarios_folder() / f"{gone.id}.json").is_file()
    with pytest.raises(scenarios.UnknownScenario, match=gone.id):
        scenarios.remove(gone.id, by="Minh")


@pytest.mark.parametrize(
    ("name", "address", "reason"),
    [(" \n ", ADDRESS, "unnamed"), ("x" * 121, ADDRESS, "too_long"), ("x", {"set": "y" * 4001}, "too_long")],
)
def test_what_is_not_saved_leaves_nothing(empty_store: Path, name: str, address: dict, reason: str) -> None:
    with pytest.raises(scenarios.NotSaved) as refused:
        scenarios.save(name, by="Lan", address=address)
    assert refused.value.reason == reason
    assert scenarios.saved() == [] and not list(store.scenarios_folder().iterdir())


def test_a_file_that_was_changed_is_not_listed(empty_store: Path) -> None:
    saved = scenarios.save("Tên", by="Lan", address=ADDRESS)
    file = store.scenarios_folder() / f"{saved.id}.json"
    scenarios._read.cache_clear()
    file.write_bytes(file.read_bytes().replace(b"46", b"48"))
    (store.scenarios_folder() / "stray.json").write_text("{}", encoding="utf-8")
    assert scenarios.saved() == []
