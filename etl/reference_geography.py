"""Provinces in both universes, regions, mergers, names, context and tiles: data/geo, read and checked."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from etl.reference_checks import Faults

UNIVERSES = (63, 34)
"""Each universe is named by its number of units."""
OTHER_UNIVERSE = {63: 34, 34: 63}
PROVINCE_COLUMNS = (
    *("universe", "province_code", "name_vi", "full_name_vi", "name_en", "unit_type", "regions", "sort_key"),
    "source_url",
)
CHANGE_COLUMNS = (
    *("old_code", "old_name_vi", "new_code", "new_name_vi", "change_type", "effective_from", "legal_basis"),
    "source_url",
)


def read_geography(folder: Path, faults: Faults) -> dict[str, pd.DataFrame]:
    """regions, provinces, mergers, renamings, aliases, context and tiles, checked against each other."""
    regions = _regions(folder, faults)
    provinces = _provinces(folder, set(regions["region"]), faults)
    units = set(zip(provinces["universe"], provinces["province_code"], strict=True))
    known = {universe: {code for of, code in units if of == universe} for universe in UNIVERSES}
    return {
        "regions": regions,
        "provinces": provinces,
        "mergers": _changes(folder, "mergers.csv", known, faults),
        "renamings": _changes(folder, "renamings.csv", known, faults),
        "aliases": _aliases(folder, known, faults),
        "context": _context(folder, known[63], faults),
        "tiles": _tiles(folder, units, faults),
    }


def _regions(folder: Path, faults: Faults) -> pd.DataFrame:
    frame = faults.read(folder / "regions.csv", ["region", "position", "name_vi", "name_en"])
    faults.unique("regions.csv", frame, ["region"])
    faults.filled("regions.csv", frame, ["region", "position", "name_vi", "name_en"])
    faults.whole("regions.csv", frame, ["position"])
    return frame


def _provinces(folder: Path, regions: set[str], faults: Faults) -> pd.DataFrame:
    file = "provinces.csv"
    frame = faults.read(folder / file, PROVINCE_COLUMNS)
    faults.filled(file, frame, ["province_code", "name_vi", "full_name_vi", "name_en", "regions", "sort_key"])
    faults.number(file, frame, ["universe"])
    faults.known(file, frame, ["universe"], set(UNIVERSES))
    faults.unique(file, frame, ["universe", "province_code"])
    faults.unique(file, frame, ["universe", "name_vi"])
    for universe in UNIVERSES:
        found = int((frame["universe"] == universe).sum())
        if found != universe:
            faults.add(file, None, "universe", f"{universe}: {found}", "number-of-units")
    frame["regions"] = frame["regions"].str.split("|")
    each = frame.explode("regions")
    faults.known(file, each, ["regions"], regions)
    return frame


def _changes(folder: Path, file: str, known: Mapping[int, set[str]], faults: Faults) -> pd.DataFrame:
    frame = faults.read(folder / file, CHANGE_COLUMNS)
    faults.unique(file, frame, ["old_code"])
    faults.known(file, frame, ["old_code"], known[63])
    faults.known(file, frame, ["new_code"], known[34])
    if file == "mergers.csv":
        for code in sorted(known[63] - set(frame["old_code"])):
            faults.add(file, None, "old_code", code, "missing-row")
    return frame


def _aliases(folder: Path, known: Mapping[int, set[str]], faults: Faults) -> pd.DataFrame:
    """One row per universe and alias: an alias without a universe holds in both."""
    file = "aliases.csv"
    frame = faults.read(folder / file, ["universe", "alias", "province_code", "source"])
    faults.filled(file, frame, ["alias", "province_code"])
    faults.number(file, frame, ["universe"])
    each = pd.concat(
        [frame[frame["universe"].isna() | (frame["universe"] == of)].assign(universe=of) for of in UNIVERSES]
    )
    pairs = {(float(universe), code) for universe, codes in known.items() for code in codes}
    faults.known(file, each.astype({"universe": float}), ["universe", "province_code"], pairs)
    faults.one_meaning(file, each, scope="universe", name="alias", code="province_code")
    return each.reset_index(drop=True)


def _context(folder: Path, known: set[str], faults: Faults) -> pd.DataFrame:
    file = "context.csv"
    numbers = ["population", "grdp_per_head", "urban_share", "area_km2"]
    frame = faults.read(folder / file, ["province_code", "period", *numbers, "source_url"])
    faults.unique(file, frame, ["province_code", "period"])
    faults.filled(file, frame, ["province_code", "period", "source_url"])
    faults.known(file, frame, ["province_code"], known)
    faults.whole(file, frame, ["period"])
    faults.number(file, frame, numbers)
    return frame


def _tiles(folder: Path, units: set[tuple[int, str]], faults: Faults) -> pd.DataFrame:
    file = "tiles.csv"
    frame = faults.read(folder / file, ["universe", "province_code", "archipelago", "column", "row"])
    faults.number(file, frame, ["universe", "column", "row"])
    faults.unique(file, frame, ["universe", "column", "row"])
    placed = frame[frame["province_code"] != ""]
    faults.known(file, placed, ["universe", "province_code"], units)
    faults.unique(file, placed, ["universe", "province_code"])
    for universe, code in sorted(units - set(zip(placed["universe"], placed["province_code"], strict=True))):
        faults.add(file, None, "province_code", f"{universe} / {code}", "missing-row")
    return frame
