import pytest

from etl import reference
from etl.indicator_names import IndicatorMatch, IndicatorNames


@pytest.fixture(scope="module")
def names():
    return IndicatorNames(reference.load())


@pytest.mark.parametrize(
    ("framework", "texts", "code"),
    [
        ("QD922-2022", ("DTI",), "dti"),
        ("QD922-2022", ("Chuyển đổi số cấp tỉnh (PDTI)",), "dti"),
        ("QD922-2022", ("Chỉ số\nHạ tầng số",), "digital_infrastructure"),
        ("QD922-2022", ("3. Hạ tầng số",), "digital_infrastructure"),
        ("QD922-2022", ("Nhóm chỉ số nền tảng chung", "Nhận thức số"), "digital_awareness"),
        ("QD922-2022", ("Digital infrastructure",), "digital_infrastructure"),
        ("QD922-2022", ("digital_infrastructure",), "digital_infrastructure"),
        ("QD405-2025", ("Chính quyền số",), "digital_government_activity"),
        ("QD1726-2020", ("CQS",), "digital_government"),
        ("QD1726-2020", ("Kinh tế số", "Chuyển đổi nhận thức"), "digital_economy.1"),
        ("ICT-INDEX", ("HTKT",), "technical_infrastructure"),
        ("ICT-INDEX", ("HTNL",), "human_infrastructure"),
        ("ICT-INDEX", ("ƯDCNTT",), "it_application"),
        ("ICT-INDEX", ("Hạ tầng kỹ thuật", "Xã hội"), "technical_infrastructure_society"),
    ],
)
def test_names_in_headers(names, framework, texts, code):
    assert names.find(texts, framework).code == code


def test_a_name_of_pillar_and_activity_is_told(names):
    expected = IndicatorMatch("digital_government", "digital_government_activity")
    assert names.find(("Chính quyền số",), "QD922-2022") == expected
    assert names.find(("Hoạt động chính quyền số",), "QD922-2022").activity is None


@pytest.mark.parametrize("texts", [("Chỉ số hạnh phúc",), ("Chuyển đổi nhận thức",), ("Hạ tầng kỹ thuật", "Vũ trụ")])
def test_what_is_not_known_is_not_guessed(names, texts):
    framework = "ICT-INDEX" if texts[0].startswith("Hạ") else "QD1726-2020"
    assert names.find(texts, framework) is None


def test_a_similar_name_is_suggested(names):
    assert names.suggest("Hạ tầng mềm sốo", "QD922-2022")["vi"] == "Hạ tầng số"
    assert names.suggest("Dân số", "QD922-2022") is None


def test_a_title_may_name_the_indicator(names):
    title = "BẢNG 2. XẾP HẠNG CHỈ SỐ HẠ TẦNG SỐ CÁC TỈNH NĂM 2022"
    assert names.named_in(title, "QD922-2022") == IndicatorMatch("digital_infrastructure")
    assert names.named_in("Bảng xếp hạng chuyển đổi số cấp tỉnh", "QD922-2022") is None
    assert names.named_in("Xếp hạng chính quyền số năm 2021", "QD922-2022").code == "digital_government"
    assert names.named_in("Chính quyền số, kinh tế số, xã hội số năm 2021", "QD922-2022") is None


def test_a_name_within_the_name_of_the_index_is_no_name():
    title = "BÁO CÁO CHỈ SỐ SẴN SÀNG CHO PHÁT TRIỂN VÀ ỨNG DỤNG CNTT-TT VIỆT NAM (VIETNAM ICT INDEX) 2020"
    assert names_in(title) is None
    assert names_in("Bảng 5. Xếp hạng ứng dụng CNTT").code == "it_application"


def names_in(title):
    return IndicatorNames(reference.load()).named_in(title, "ICT-INDEX")
