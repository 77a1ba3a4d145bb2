import shutil
import zipfile

import pytest

from etl import assessments, backup, build, events, saved_views, store
from etl.assessments import Given, Subject, Unit
from tests.etl.small import HUE, event, files, rows


@pytest.fixture
def archive(own_store, tmp_path):
    """A backup of two returns, a withdrawal of the second, and the ids."""
    first, second = event(rows({HUE: 0.3})), event(rows({HUE: 0.5}))
    gone = event(kind=events.WITHDRAW, target=second.id)
    file = tmp_path / "backup.zip"
    ids = backup.backup(file)
    assert ids == [first.id, second.id, gone.id]
    return file, ids


def test_a_backup_restores_into_an_empty_store_with_the_same_build(archive, own_store):
    file, ids = archive
    before = build.ensure_current()
    kept = files(own_store / "returns")
    shutil.rmtree(own_store / "returns")
    assert backup.restore_backup(file) == ids
    assert store.current() == before
    assert files(own_store / "returns") == kept


def test_what_is_here_already_stays_and_only_the_rest_is_added(archive, own_store):
    file, ids = archive
    shutil.rmtree(own_store / "returns" / ids[1])
    later = event(rows({HUE: 0.7}))
    assert backup.restore_backup(file) == [ids[1]]
    assert [e.id for e in events.published()] == [*ids, later.id]
    assert backup.restore_backup(file) == []


def test_a_damaged_event_is_mended_from_the_backup(archive, own_store):
    file, ids = archive
    (own_store / "returns" / ids[0] / "rows.parquet").write_bytes(b"rotten")
    assert len(events.damaged()) == 1
    assert backup.restore_backup(file) == [ids[0]]
    assert events.damaged() == []


def rewritten(file, change):
    """The archive with each entry as ``change(name, content)`` says: a dict of names and contents."""
    with zipfile.ZipFile(file) as old:
        entries = {new: data for name in old.namelist() for new, data in change(name, old.read(name)).items()}
    other = file.with_name("changed.zip")
    with zipfile.ZipFile(other, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return other


@pytest.mark.parametrize(
    ("reason", "change"),
    [
        ("damaged", lambda name, content: {name: content[:-1] if name.endswith("rows.parquet") else content}),
        ("damaged", lambda name, content: {} if name.endswith("original.csv") else {name: content}),
        ("damaged", lambda name, content: {name: content.replace(b'"An"', b'"Mi"')}),
        ("not_a_backup", lambda name, content: {name: content, "returns/../../evil": b"x"}),
        ("not_a_backup", lambda name, content: {name: content, "other.txt": b"x"}),
    ],
)
def test_an_archive_that_is_not_as_written_changes_nothing(archive, own_store, reason, change):
    file, _ = archive
    shutil.rmtree(own_store / "returns")
    before = files(own_store.parent)
    other = rewritten(file, change)
    with pytest.raises(backup.BackupRefused) as caught:
        backup.restore_backup(other)
    assert caught.value.reason == reason and (reason == "not_a_backup" or caught.value.events)
    assert files(own_store.parent) == before | {"changed.zip"}


def test_a_flipped_bit_or_another_file_is_refused(archive, own_store):
    file, _ = archive
    content = bytearray(file.read_bytes())
    content[200] ^= 1
    file.write_bytes(bytes(content))
    with pytest.raises(backup.BackupRefused) as caught:
        backup.restore_backup(file)
    assert caught.value.reason in {"damaged", "not_a_backup"}
    file.write_bytes(b"not a zip")
    with pytest.raises(backup.BackupRefused) as caught:
        backup.restore_backup(file)
    assert caught.value.reason == "not_a_backup"


def test_a_differing_event_is_never_overwritten(archive, own_store, monkeypatch):
    file, ids = archive
    whole = events.read
    monkeypatch.setattr(events, "read", lambda folder: whole(folder) if ".batch" in folder.parts else changed(whole(folder)))
    with pytest.raises(backup.BackupRefused) as caught:
        backup.restore_backup(file)
    assert (caught.value.reason, caught.value.events) == ("differs", ids)


def changed(read):
    from dataclasses import replace

    return replace(read, note="another note under the same id")


def test_saved_scenarios_come_back_with_the_events(own_store, tmp_path):
    kept, gone = (saved_views.save(name, by="Lan", page="what_if", address={"province": "46"}) for name in ("Giữ", "Bỏ"))
    saved_views.remove(gone.id, by="Lan")
    file = tmp_path / "backup.zip"
    backup.backup(file)
    shutil.rmtree(own_store / "scenarios")
    backup.restore_backup(file)
    assert saved_views.saved("what_if") == [kept]
    assert backup.restore_backup(file) == []


def test_a_scenario_that_was_changed_is_not_restored(own_store, tmp_path):
    saved_views.save("Tên", by="Lan", page="what_if", address={"province": "46"})
    file = tmp_path / "backup.zip"
    backup.backup(file)
    changed = rewritten(file, lambda name, content: {name: content.replace(b"46", b"48")})
    shutil.rmtree(own_store / "scenarios")
    with pytest.raises(backup.BackupRefused) as refused:
        backup.restore_backup(changed)
    assert refused.value.reason == "damaged" and saved_views.saved("what_if") == []


def test_answers_to_assessments_come_back_too(own_store, tmp_path):
    subject = Subject("nine_pillars", Unit("province", 63, "46"), 2025)
    assessments.save(subject, {"resources": Given(2.0)}, assessor="Lan", by="Lan", seen={})
    held = assessments.answers(subject)
    file = tmp_path / "backup.zip"
    backup.backup(file)
    shutil.rmtree(own_store / "assessments")
    assert assessments.answers(subject) == []
    backup.restore_backup(file)
    assert assessments.answers(subject) == held
