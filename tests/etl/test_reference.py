"""The reference tables: what ships is without faults; whatever is broken is named, all of it at once."""

import shutil

import pandas as pd
import pytest

from etl import reference, text
from etl.reference import ReferenceFaults


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(reference.DATA_FOLDER / "framework", tmp_path / "framework")
    shutil.copytree(reference.DATA_FOLDER / "geo", tmp_path / "geo")
    return tmp_path


def edit(path, old, new):
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


def append(path, line):
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")


def faults(folder):
    with pytest.raises(ReferenceFaults) as caught:
        reference.load(folder)
    return caught.value.faults


def test_what_ships_loads():
    known = reference.load()
    assert set(known.frameworks) == {"QD1726-2020", "QD922-2022", "QD405-2025", "ICT-INDEX"}
    assert list(known.provinces["universe"].value_counts().sort_index()) == [34, 63]
    assert known.frameworks["QD922-2022"].root == "dti"
    assert set(known.lenses.lenses["lens"]) >= {"pillars", "provincial_factors", "un_nine_pillars"}


def test_tables_have_the_columns_of_the_warehouse():
    tables = reference.load().tables()
    assert {"framework", "indicator", "parent", "position", "max_points", "level"} <= set(tables["indicator"])
    assert list(tables["merger"].columns)[:2] == ["old_code", "new_code"]
    hue = tables["province"].query("universe == 34 and province_code == '46'").iloc[0]
    assert hue["folded"] == "hue" and hue["regions"] == ["north_central_coast_and_central"] or len(hue["regions"]) == 1


def test_every_fault_is_named_at_once(folder):
    tree = folder / "framework" / "QD922-2022.csv"
    edit(tree, "digital_awareness,common,100", "digital_awareness,nowhere,many")
    append(folder / "geo" / "provinces.csv", "63,46,Huế hai,Tỉnh Huế hai,Hue two,tỉnh,atlantis,h,")
    append(folder / "geo" / "aliases.csv", "63,TT. Huế,48,")
    append(folder / "framework" / "lens_members.csv", "QD922-2022,pillars,nothing,dti,,")
    edit(folder / "framework" / "lenses.csv", "pillars,", "pillars,,")
    (folder / "geo" / "tiles.csv").unlink()
    found = {(fault.file, fault.key) for fault in faults(folder)}
    assert {
        ("QD922-2022.csv", "unknown-parent"),
        ("QD922-2022.csv", "not-a-number"),
        ("provinces.csv", "duplicate"),
        ("provinces.csv", "unknown"),
        ("provinces.csv", "number-of-units"),
        ("aliases.csv", "ambiguous"),
        ("lens_members.csv", "unknown"),
        ("tiles.csv", "missing-file"),
    } <= found


def test_a_fault_stands_at_its_line(folder):
    path = folder / "geo" / "regions.csv"
    line = len(path.read_text(encoding="utf-8").splitlines()) + 1
    append(path, "red_river_delta,9,Đồng bằng,Delta")
    fault = next(fault for fault in faults(folder) if fault.file == "regions.csv")
    assert (fault.line, fault.column, fault.found, fault.key) == (line, "region", "red_river_delta", "duplicate")


def test_two_editions_of_one_family_may_not_overlap(folder):
    edit(folder / "framework" / "frameworks.csv", "2022-05-20,2021,2023", "2022-05-20,2020,2023")
    assert [(fault.file, fault.key) for fault in faults(folder)] == [("frameworks.csv", "overlapping-periods")]


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_each_fault_is_told_in_words(folder, lang):
    (folder / "geo" / "regions.csv").unlink()
    edit(folder / "framework" / "frameworks.csv", "2022-05-20,2021,2023", "2022-05-20,soon,2023")
    texts = text.load(lang)
    assert all(fault.message(texts) for fault in faults(folder))


def test_published_tables_stand_in_place_of_their_former_selves():
    shipped = pd.read_csv(reference.DATA_FOLDER / "framework" / "QD922-2022.csv", dtype=str, keep_default_na=False)
    extra = {"code": "4.1", "parent": "digital_awareness", "weight": "10", "direction": "1", "level": "component"}
    names = dict.fromkeys(("name_vi", "name_en", "short_vi", "short_en"), "Bản tin")
    tree = pd.concat([shipped, pd.DataFrame([extra | names | {"aggregation": "arithmetic"}])]).fillna("")
    known = reference.load(published=[{"QD922-2022.csv": tree}])
    assert known.frameworks["QD922-2022"].children("digital_awareness") == ["4.1"]
    assert set(known.frameworks) == {"QD1726-2020", "QD922-2022", "QD405-2025", "ICT-INDEX"}


def test_a_published_edition_is_checked_with_the_rest():
    row = {"framework": "QD1-2021", "family": "dti", "root": "dti", "name_vi": "Q", "name_en": "Q", "first_period": "2021"}
    with pytest.raises(ReferenceFaults) as caught:
        reference.load(published=[{"frameworks.csv": pd.DataFrame([row])}])
    assert {fault.key for fault in caught.value.faults} >= {"overlapping-periods", "missing-file"}
