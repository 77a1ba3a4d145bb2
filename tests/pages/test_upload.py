"""Uploading, run without a browser: every problem at its cell, names mended, a preview, published in one click."""

from __future__ import annotations

import io

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from etl import events, framework_workbooks, returns, store, submission, text, warehouse
from pages.ui.queries import upload
from tests.pages.uploading import handed_in, html, opened, press, said, sheet, workbook, write

VI = text.load("vi")
BY, PUBLISH = VI("signing.by"), VI("upload.publish.button")
GOOD = [("Đà Nẵng", 0.8102), ("Thừa Thiên Huế", 0.9), ("Hà Nội", 0.64)]
STRANGE = [("Đà Nẵng", 0.8102), ("Thừa Thiên Hế", 0.9), ("Xứ sở thần tiên", 0.64), ("Cà Mau", 0.5)]
MARKUP = "<img src=x onerror=alert(1)> **đậm** [x](http://evil.example) :material/delete:"


def charts(page: AppTest) -> int:
    return len(page.get("vega_lite_chart") or page.get("arrow_vega_lite_chart"))


def published(page: AppTest, by: str = "An") -> AppTest:
    write(page, BY, by)
    return press(page, PUBLISH)


def rank(code: str) -> int:
    ranking = warehouse.query(str(store.current()), "ranking", lang="vi", framework="QD922-2022", period=2022, universe=63, indicator="dti")
    return int(ranking.set_index("province_code")["rank"][code])


@pytest.mark.parametrize("lang", text.LANGUAGES)
@pytest.mark.parametrize("part", ["return", "files"])
def test_each_part_is_drawn_in_both_languages(own_store, lang: str, part: str) -> None:
    page = opened("upload", lang=lang, part=part)
    assert not page.exception
    assert page.title[0].value == text.load(lang)("upload.title")
    assert bool(page.file_uploader) == (part == "return")


def test_an_odd_link_opens_the_first_part(own_store) -> None:
    page = opened("upload", part="<b>", severity="dreadful")
    assert not page.exception and page.file_uploader


@pytest.mark.parametrize(("content", "rule"), [(b"", "unreadable-file"), (b"PK\x03\x04broken", "unreadable-file"), (b"a;b\n1;2\n", "no-table")])
def test_what_cannot_be_read_is_refused_in_one_sentence(own_store, content: bytes, rule: str) -> None:
    page = handed_in(content)
    assert not page.exception and page.error
    assert any(VI(f"upload.rule.{rule}") in group.label for group in page.expander)
    assert not page.text_input  # nothing to sign


def test_every_problem_is_told_at_its_cell_errors_first(own_store) -> None:
    page = handed_in(workbook([*STRANGE, ("Hà Nội", "abc"), ("Hà Giang", 7), ("Lạng Sơn", "-")]))
    assert not page.exception
    labels = [group.label for group in page.expander if " – " in group.label]
    severities = [label.split(" – ")[0] for label in labels]
    assert severities == sorted(severities, key=["✕ Lỗi", "⚠ Cảnh báo", "ⓘ Thông tin"].index)
    assert {"✕ Lỗi", "⚠ Cảnh báo"} == set(severities)
    table = html(page)
    for cell in ("DTI!B5", "DTI!B6", "DTI!C8", "DTI!C9", "DTI!C10"):
        assert f"<td>{cell}</td>" in table
    assert "còn 4 lỗi phải sửa" in page.error[0].value
    assert PUBLISH not in [button.label for button in page.button]


def test_problems_are_filtered_by_severity_in_the_link(own_store) -> None:
    page = handed_in(workbook([*STRANGE, ("Lạng Sơn", "-")]), severity="warning")
    labels = [group.label for group in page.expander if " – " in group.label]
    assert labels and all(label.startswith("⚠") for label in labels)


def test_words_of_a_workbook_are_never_markup(own_store) -> None:
    page = handed_in(workbook([*GOOD, (MARKUP, 0.5)], name="<b>tờ<b>"), name="[x](http://evil.example).xlsx")
    assert not page.exception
    assert "&lt;img src=x onerror=alert(1)&gt;" in html(page)
    assert "<img" not in html(page)
    assert not [words for words in said(page) if "evil" in words or "<" in words]


def test_an_accepted_suggestion_and_a_choice_mend_names_at_once_and_are_remembered(own_store) -> None:
    page = handed_in(workbook(STRANGE))
    assert VI("upload.names.heading", n=2) in [header.value for header in page.header]
    press(page, VI("upload.names.accept", meaning="Thừa Thiên Huế"))
    chooser = next(box for box in page.selectbox if box.label == VI("upload.names.which_unit", number=1))
    chooser.set_value("01").run()
    assert not page.exception and not page.error
    published(page)
    assert not page.exception and page.success
    assert set(returns.said_names(returns.in_force()).units) == {(63, "Thừa Thiên Hế", "46"), (63, "Xứ sở thần tiên", "01")}
    assert not handed_in(workbook([*STRANGE, ("Bắc Ninh", 0.5)])).error


def test_an_answer_can_be_taken_back(own_store) -> None:
    page = handed_in(workbook(STRANGE))
    press(page, VI("upload.names.accept", meaning="Thừa Thiên Huế"))
    assert VI("upload.names.heading", n=1) in [header.value for header in page.header]
    press(page, VI("upload.names.undo"))
    assert VI("upload.names.heading", n=2) in [header.value for header in page.header]


def test_an_unknown_indicator_is_mended_too(own_store) -> None:
    page = handed_in(workbook([(*row, 0.5) for row in GOOD], header=("TT", "Tỉnh", "DTI", "Nền tảng lõi 2022")))
    assert VI("upload.names.heading", n=1) in [header.value for header in page.header]
    next(box for box in page.selectbox if box.label == VI("upload.names.which_indicator", number=1)).set_value("digital_infrastructure").run()
    assert not page.exception and not [h for h in page.header if h.value == VI("upload.names.heading", n=1)]
    assert "6 số liệu" in page.success[0].value


def test_what_the_analyst_says_of_a_table_goes_before_its_words(own_store) -> None:
    page = handed_in(workbook(GOOD, title="XẾP HẠNG DTI CỦA 63 TỈNH, THÀNH PHỐ"))
    assert any(VI("upload.rule.framework-unclear") in group.label for group in page.expander)
    next(box for box in page.selectbox if box.label == VI("upload.about.period")).set_value(2022).run()
    assert not page.exception and not page.error
    assert "<td>2022</td>" in html(page)


def test_the_preview_draws_old_and_new_and_counts_who_moves(own_store) -> None:
    page = handed_in(workbook(GOOD))
    assert not page.exception and charts(page) == 1
    sentences = "\n".join(words.value for words in page.markdown)
    assert "**3** số liệu thay đổi" in sentences and "đơn vị đổi thứ hạng" in sentences
    assert store.current() and not events.published()


def test_a_complete_table_shows_what_would_disappear(own_store) -> None:
    page = handed_in(workbook(GOOD))
    next(box for box in page.checkbox if box.label == VI("upload.preview.complete")).check().run()
    assert "**60** số liệu bị bỏ" in "\n".join(words.value for words in page.markdown)
    assert charts(page) == 2


def test_publishing_is_one_click_and_the_same_bytes_twice_say_so(own_store) -> None:
    content = workbook(GOOD)
    assert rank("46") == 4
    page = published(handed_in(content), by="Bùi Thị <b>An</b>")
    assert not page.exception and "3 thay đổi" in page.success[0].value
    assert rank("46") == 1 and events.published()[0].by == "Bùi Thị <b>An</b>"
    links = [link.proto.query_string for link in page.get("page_link")]
    assert any("period=2022" in link and "framework=QD922-2022" in link and "event=" not in link for link in links)
    press(page, VI("upload.publish.next"))
    assert not page.exception
    again = handed_in(content)
    assert VI("upload.preview.nothing") in [words.value for words in again.info]
    published(again)
    assert any("đã được công bố lúc" in words.value for words in again.info)
    assert len(events.published()) == 1


def test_a_name_is_needed_and_warnings_are_acknowledged(own_store) -> None:
    page = handed_in(workbook([*GOOD, ("Lạng Sơn", "-")]))
    press(page, PUBLISH)
    assert VI("upload.publish.no_name") in [words.value for words in page.warning]
    published(page)
    assert VI("upload.publish.not_accepted") in [words.value for words in page.warning]
    assert not events.published()
    next(box for box in page.checkbox if box.label == VI("upload.publish.accept", n=1)).check()
    published(page)
    assert page.success and len(events.published()) == 1


def test_a_framework_comes_back_edited_as_an_edition(own_store) -> None:
    known = submission.known_now()
    book = openpyxl.load_workbook(io.BytesIO(framework_workbooks.workbook(known, "QD922-2022", texts=VI)))
    weights = {"digital_awareness": 120, "digital_institutions": 80}
    for row in book["Cây chỉ số"].iter_rows(min_row=3):
        row[2].value = weights.get(row[0].value, row[2].value)
    content = io.BytesIO()
    book.save(content)
    page = handed_in(content.getvalue(), name="khung.xlsx")
    assert not page.exception and page.success[0].value == VI("upload.verdict.framework")
    assert VI("upload.preview.nodes", n=2) in "\n".join(words.value for words in page.markdown)
    published(page)
    assert not page.exception and events.published()[0].framework == "QD922-2022"
    assert submission.known_now().frameworks["QD922-2022"].nodes.at["digital_awareness", "weight"] == 120


def test_a_form_shows_its_criteria_with_evidence(own_store) -> None:
    rows = (
        ("PHIẾU TỰ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ NĂM 2022",),
        ("UBND tỉnh Thừa Thiên Huế",),
        (),
        ("Mã", "Tiêu chí", "Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định", "Chênh lệch", "Minh chứng"),
        ("1", "Nhận thức số", 100, 80, 70, -10, MARKUP),
        ("2", "Thể chế số", 100, 90, 90, 0, "Quyết định 12"),
    )
    page = handed_in(sheet(rows))
    assert not page.exception
    table = next(frame.value for frame in page.dataframe if VI("tables.column.evidence") in frame.value)
    assert list(table[VI("tables.column.gap_reviewed")]) == [10, 0]
    assert MARKUP in list(table[VI("tables.column.evidence")])


def test_a_form_that_names_no_unit_gets_one_on_the_page(own_store) -> None:
    title, header = ("PHIẾU TỰ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ NĂM 2022",), ("Mã", "Tiêu chí", "Điểm tối đa", "Tự đánh giá")
    page = handed_in(sheet([title, header, ("1", "Nhận thức số", 100, 80)]))
    assert page.error and not page.exception
    next(box for box in page.selectbox if box.label == VI("upload.about.province")).set_value("Cà Mau").run()
    assert not page.exception and not page.error
    assert "Cà Mau" in str([frame.value for frame in page.dataframe])


def test_results_are_found_again_by_the_bytes_and_what_was_said(own_store) -> None:
    upload.read.clear()
    page = handed_in(workbook(GOOD))
    held = {key: value for key, value in page.session_state.to_dict().items() if "DataFrame" in repr(type(value))}
    assert held == {}
    assert not [value for value in page.session_state.to_dict().values() if isinstance(value, bytes)]
