import pandas as pd
import pytest

from etl import text
from indicators.bridge import Bridge
from indicators.sentences import distance, movement, overtaking, standing

HUE, DTI = "Thừa Thiên Huế", "DTI"


def say(key: str, **fields: object) -> str:
    """The key and what fills it, so that a test sees which template was chosen."""
    return f"{key} {sorted(fields.items())}"


def row(rank: int | None, change: int | None, printed: int | None = None) -> pd.DataFrame:
    frame = pd.DataFrame({"rank": [rank], "rank_change": [change], "rank_published": [printed], "of": 63, "period": 2022})
    return frame.astype({"rank": "Int64", "rank_change": "Int64", "rank_published": "Int64"})


def bridge(before: float, after: float, comparable: bool = True, **delta: float) -> Bridge:
    return Bridge(pd.DataFrame({"part": list(delta), "delta": list(delta.values())}), before, after, comparable, 1.0)


@pytest.mark.parametrize(("change", "key", "before"), [(2, "up", 6), (-2, "down", 2), (0, "same", 4)])
def test_standing_says_what_the_ranking_says(change, key, before):
    sentence = standing(say, row(4, change), province=HUE, indicator=DTI, since=2020)
    assert sentence.text.startswith(f"sentences.standing.{key} ")
    assert sentence.numbers == {"rank": 4, "of": 63, "period": 2022, "before": before, "places": abs(change), "since": 2020}


def test_standing_without_a_year_before_or_without_a_rank():
    assert standing(say, row(4, None), province=HUE, indicator=DTI).text.startswith("sentences.standing.first ")
    assert standing(say, row(None, None, printed=2), province=HUE, indicator=DTI).numbers["rank"] == 2
    assert standing(say, row(None, None), province=HUE, indicator=DTI) is None


def test_a_change_inside_the_noise_is_called_so():
    for certain, ending in ((False, "down_unsure"), (True, "down"), (None, "down")):
        assert standing(say, row(4, -2), province=HUE, indicator=DTI, since=2020, certain=certain).text.split()[0] == f"sentences.standing.{ending}"


def test_movement_names_the_part_that_moved_it():
    names = {"a": "Hạ tầng số"}
    up = movement(say, bridge(0.5, 0.6, a=120.0, b=-20.0), province=HUE, since=2022, until=2023, names=names)
    assert up.text.startswith("sentences.movement.up ") and "Hạ tầng số" in up.text
    assert up.numbers["points"] == 120.0 and up.numbers["change"] == pytest.approx(0.1)
    down = movement(say, bridge(0.6, 0.5, a=20.0, b=-120.0), province=HUE, since=2022, until=2023, names=names)
    assert down.text.startswith("sentences.movement.down ") and "('part', 'b')" in down.text and down.numbers["points"] == 120.0


def test_movement_of_nothing_and_between_what_cannot_be_compared():
    assert movement(say, bridge(0.5, 0.50001), province=HUE, since=2022, until=2023, names={}).text.startswith("sentences.movement.same ")
    refused = movement(say, bridge(0.5, 0.7, comparable=False), province=HUE, since=2020, until=2021, names={})
    assert refused.text.startswith("sentences.movement.not_comparable ") and refused.numbers == {"since": 2020, "until": 2021}


@pytest.mark.parametrize(("ours", "theirs", "key"), [(0.5, 0.6, "behind"), (0.6, 0.5, "ahead"), (0.5, 0.5, "same")])
def test_distance(ours, theirs, key):
    found = distance(say, bridge(ours, theirs, a=1000 * (theirs - ours)), province=HUE, rival="Đà Nẵng", names={})
    assert found.text.startswith(f"sentences.distance.{key} ")


@pytest.mark.parametrize(("lost", "won", "key"), [([], [], "none"), (["a"], [], "lost"), ([], ["b"], "won"), (["a"], ["b", "c"], "both")])
def test_overtaking(lost, won, key):
    found = overtaking(say, lost, won, province=HUE, since=2022, until=2023)
    assert found.text.startswith(f"sentences.overtaking.{key} ")
    assert (found.numbers["n_lost"], found.numbers["n_won"]) == (len(lost), len(won))


def test_in_vietnamese_with_a_decimal_comma():
    vi = text.load("vi")
    assert str(standing(vi, row(4, -2), province=HUE, indicator=DTI, since=2020)) == (
        "Năm 2022, Thừa Thiên Huế xếp hạng 4/63 về DTI, giảm 2 bậc so với năm 2020 (hạng 2)."
    )
    moved = movement(vi, bridge(0.6975, 0.766, a=42.255), province=HUE, since=2022, until=2023, names={"a": "hạ tầng số"})
    assert "tăng 0,0685 (từ 0,6975 lên 0,7660)" in str(moved) and "hạ tầng số: tăng 42,3 điểm" in str(moved)


@pytest.mark.parametrize("lang", text.LANGUAGES)
def test_every_template_has_what_it_asks_for(lang):
    words = text.load(lang)
    spoken = [
        *(standing(words, row(4, change), province=HUE, indicator=DTI, since=2020, certain=certain) for change in (None, -1, 0, 1) for certain in (None, False)),
        *(movement(words, bridge(0.5, after, known, a=1.0), province=HUE, since=1, until=2, names={}) for after in (0.4, 0.5, 0.6) for known in (True, False)),
        *(distance(words, bridge(0.5, after, known, a=1.0), province=HUE, rival="X", names={}) for after in (0.4, 0.5, 0.6) for known in (True, False)),
        *(overtaking(words, lost, won, province=HUE, since=1, until=2) for lost in ([], ["a"]) for won in ([], ["b"])),
    ]
    assert len({str(sentence) for sentence in spoken}) == len([key for key in words.under("sentences") if key])
