import io

import openpyxl
import pytest

from etl import events, framework_workbooks, history, publish, store, submission, text, warehouse
from tests.etl.small import DA_NANG, HUE, event, table


def framework_with(weights):
    """Decision 922 as a workbook with other points."""
    content = framework_workbooks.workbook(submission.known_now(), "QD922-2022", texts=text.load("vi"))
    book = openpyxl.load_workbook(io.BytesIO(content))
    for row in book["Cây chỉ số"].iter_rows(min_row=3):
        if row[0].value in weights:
            row[2].value = weights[row[0].value]
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue()


def read(content, **hints):
    return submission.read(content, known=submission.known_now(), name="file.xlsx", **hints)


def test_a_table_of_figures_is_read_as_one(own_store):
    found = read(table({HUE: 0.9}))
    assert [(row.province_code, row.value) for row in found.rows.itertuples()] == [(HUE, 0.9)]


def test_what_is_neither_is_told_as_a_return_without_tables(own_store):
    assert [problem.rule for problem in read(b"a;b\n1;2\n").problems] == ["no-table"]


def test_what_the_user_says_goes_before_what_is_read(own_store):
    found = read(table({HUE: 0.9, DA_NANG: 0.8}, title="CHỈ SỐ DTI CỦA 63 TỈNH, THÀNH PHỐ"), framework="QD922-2022", period=2023)
    assert set(found.rows["period"]) == {2023}


def test_a_framework_is_published_replaced_and_withdrawn_like_a_return(own_store):
    weights = {"digital_awareness": 120, "digital_institutions": 80}
    content = framework_with(weights)
    found = read(content)
    assert (found.framework, found.publishable) == ("QD922-2022", True)
    done = publish.publish(found, content, by="An")
    assert (done.event.kind, done.event.framework) == (events.FRAMEWORK, "QD922-2022")
    nodes = warehouse.table(done.build_id, "indicator").set_index(["framework", "indicator"])["max_points"]
    assert nodes["QD922-2022"][list(weights)].to_dict() == weights
    assert submission.known_now().frameworks["QD922-2022"].nodes.at["digital_awareness", "weight"] == 120
    with pytest.raises(publish.AlreadyPublished):
        publish.publish(found, content, by="An")
    history.withdraw(done.event.id, by="An")
    nodes = warehouse.table(str(store.current()), "indicator").set_index(["framework", "indicator"])["max_points"]
    assert nodes["QD922-2022"]["digital_awareness"] == 100


def test_an_older_edition_can_be_published_again_over_a_newer_one(own_store):
    older, newer = framework_with({"digital_awareness": 120, "digital_institutions": 80}), framework_with({})
    for content in (older, newer):
        event(kind=events.FRAMEWORK, framework="QD922-2022", contents={"original.xlsx": content, events.EDITION: b"{}"})
    with pytest.raises(publish.AlreadyPublished):
        publish.publish(read(newer), newer, by="An")
    publish.publish(read(older), older, by="An")
    assert submission.known_now().frameworks["QD922-2022"].nodes.at["digital_awareness", "weight"] == 120


FORM = """"Phiếu tự đánh giá chuyển đổi số năm 2023 - UBND tỉnh Quảng Nam"
Mã,Tiêu chí,Điểm tối đa,Tự đánh giá,Thẩm định,Minh chứng
{first},95,90,BC 15/2023
{second},50,,
"""


def form(first, second):
    return FORM.format(first=first, second=second).encode()


def test_a_form_is_published_criterion_by_criterion_and_keeps_its_evidence(own_store):
    content = form("1,Nhận thức số,100", "2,Thể chế số,100")
    done = publish.publish(read(content), content, by="An", accept_warnings=True)
    observed = warehouse.table(done.build_id, "observation")
    mine = observed[observed["event_id"] == done.event.id].set_index(["indicator", "assessor"])["value"]
    assert mine.to_dict() == {
        ("digital_awareness", "self"): 0.95,
        ("digital_awareness", "ministry"): 0.9,
        ("digital_institutions", "self"): 0.5,
    }
    assert b"BC 15/2023" in done.event.content(events.ROWS)


def test_a_form_of_unknown_criteria_brings_its_own_edition(own_store):
    content = form("1.1,Tiêu chí chưa từng có,10", "1.2,Tiêu chí mới khác,20").replace(b",95,90", b",9,8").replace(b",50,", b",5,")
    found = read(content)
    assert found.edition
    done = publish.publish(found, content, by="An", accept_warnings=True)
    indicators = warehouse.table(done.build_id, "indicator")
    (framework,) = set(found.rows["framework"])
    assert {"1.1", "1.2"} <= set(indicators[indicators["framework"] == framework]["indicator"])
    history.withdraw(done.event.id, by="An")
    assert framework not in submission.known_now().frameworks
