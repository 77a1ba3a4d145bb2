import pytest

from etl.assessors import CYBERSPACE, EXPERT, MINISTRY, SELF, told
from etl.vocabulary import folded, names_assessor


@pytest.mark.parametrize(
    ("label", "who", "rest"),
    [
        ("Tự đánh giá", SELF, ""),
        ("Điểm tự đánh giá của tỉnh", SELF, "diem"),
        ("Hạ tầng số - Tự chấm", SELF, "ha tang so"),
        ("Tự đánh giá: Hạ tầng số", SELF, "ha tang so"),
        ("Kết quả thẩm định của Bộ TT&TT", MINISTRY, "ket qua"),
        ("Điểm do Bộ KH&CN đánh giá", MINISTRY, "diem"),
        ("Hạ tầng số (Bộ đánh giá)", MINISTRY, "ha tang so"),
        ("Xếp hạng sau thẩm định", MINISTRY, "xep hang"),
        ("Đánh giá trên không gian mạng", CYBERSPACE, ""),
        ("Chuyên gia chấm", EXPERT, ""),
        ("Đánh giá của chuyên gia", EXPERT, ""),
        ("Self-assessed score", SELF, "score"),
        ("Kết quả tự đánh giá và thẩm định", None, ""),
        ("Cán bộ đánh giá", None, "can bo danh gia"),
        ("Chuyên gia CNTT", None, "chuyen gia cntt"),
        ("Bộ chỉ số", None, "bo chi so"),
    ],
)
def test_who_assessed_and_the_rest_of_the_label(label, who, rest):
    assert told(folded(label)) == (who, rest)


def test_a_label_that_names_only_the_assessor_stands_over_a_group():
    assert names_assessor("Điểm Bộ đánh giá 2022")
    assert not names_assessor("Hạ tầng số (Bộ đánh giá)")
    assert not names_assessor("Hạ tầng số")
