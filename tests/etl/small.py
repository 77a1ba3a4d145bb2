"""Small returns and stores for the tests of publishing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from etl import build, drafts, events, observations, store
from etl.reading import Return

HUE, DA_NANG, HA_NOI = "46", "48", "01"
NAMES = {HUE: "Thừa Thiên Huế", DA_NANG: "Đà Nẵng", HA_NOI: "Hà Nội"}
DTI_2022 = {"framework": "QD922-2022", "period": 2022, "universe": 63, "indicator": "dti", "assessor": "published"}


def rows(values: Mapping[str, float | None], **changed: object) -> pd.DataFrame:
    """Observations of one indicator (DTI 2022 unless ``changed``), a row per province."""
    row = dict.fromkeys(observations.COLUMNS) | DTI_2022
    row |= {"basis": "published", "workbook": "w.xlsx", "sheet": "s", "source_kind": "upload", "source_url": ""} | changed
    frame = pd.DataFrame(
        [row | {"province_code": code, "value": value, "cell": f"C{at}"} for at, (code, value) in enumerate(values.items(), 3)],
        columns=observations.COLUMNS,
    )
    return frame.astype({"value": float, "rank_published": "Int64", "n_sources": "Int64", "decimals": "Int64"})


def table(values: Mapping[str, float], title: str = "CHỈ SỐ DTI NĂM 2022 CỦA 63 TỈNH, THÀNH PHỐ") -> bytes:
    """A table of values as somebody would send it, as CSV."""
    lines = [f"{at},{NAMES[code]},{value}" for at, (code, value) in enumerate(values.items(), 1)]
    return "\n".join([f'"{title}"', "", "TT,Tỉnh,DTI", *lines, ""]).encode()


def all_63() -> bytes:
    """DTI 2022 of all 63 provinces as CSV: Đà Nẵng 0.8002, two more, Thừa Thiên Huế fourth with 0.6975, the rest below."""
    provinces = pd.read_csv(build.DATA / "geo" / "provinces.csv", dtype=str).query("universe == '63'")["name_vi"]
    first = [NAMES[DA_NANG], "Cần Thơ", "Lạng Sơn", NAMES[HUE]]
    rest = [name for name in provinces if name not in first]
    values = [0.8002, 0.7163, 0.7055, 0.6975, *(round(0.69 - at / 200, 4) for at in range(len(rest)))]
    lines = [f"{at},{name},{value}" for at, (name, value) in enumerate(zip([*first, *rest], values, strict=True), 1)]
    return "\n".join(['"CHỈ SỐ DTI NĂM 2022 CỦA 63 TỈNH, THÀNH PHỐ"', "", "TT,Tỉnh,DTI", *lines, ""]).encode()


def handed_in(values: Mapping[str, float | None], **changed: object) -> tuple[Return, bytes]:
    """What reading a file of these values would give, and the file's bytes."""
    content = repr((sorted(values.items()), changed)).encode()
    read = Return("w.csv", hashlib.sha256(content).hexdigest(), True, rows=rows(values, **changed))
    return read, content


def event(frame: pd.DataFrame | None = None, **about: object) -> events.Event:
    """Publish an event without a build: ``frame`` as its rows."""
    if frame is not None:
        about["contents"] = {"original.csv": b"x", events.ROWS: frame.to_parquet(index=False)}
    kind = about.pop("kind", events.RETURN)
    with store.writing():
        return drafts.publish(drafts.draft(str(kind), by="An", **about))  # type: ignore[arg-type]


def files(folder: Path) -> set[str]:
    """Every file below ``folder``, without the lock."""
    return {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file() and f.name != ".lock"}
