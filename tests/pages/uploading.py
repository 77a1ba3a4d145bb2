"""Driving the pages of uploading and history without a browser."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).resolve().parents[2] / "app.py")
TITLE = "CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP TỈNH (DTI) NĂM 2022 CỦA 63 TỈNH, THÀNH PHỐ"


def opened(page: str, **address: str) -> AppTest:
    """A page of the app, run once."""
    test = AppTest.from_file(APP, default_timeout=90).switch_page(f"pages/{page}.py")
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def front(*, user: dict | None = None, secrets: dict | None = None, **address: str) -> AppTest:
    """The front page with the menu, which only the entry draws."""
    test = AppTest.from_file(APP, default_timeout=90)
    test.user.update(user or {})
    for name, section in (secrets or {}).items():
        test.secrets[name] = section
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def handed_in(content: bytes, name: str = "bang.xlsx", **address: str) -> AppTest:
    """The page of uploading with this file in it."""
    page = opened("upload", **address)
    page.file_uploader[0].set_value((name, content, "application/octet-stream"))
    return page.run()


def workbook(rows: list[tuple], *, header: tuple = ("TT", "Tỉnh, thành phố", "DTI"), title: str = TITLE, name: str = "DTI") -> bytes:
    """A workbook with one table under a title."""
    return sheet([(title,), (), header, *((at, *row) for at, row in enumerate(rows, 1))], name=name)


def sheet(rows: Sequence[tuple], *, name: str = "DTI") -> bytes:
    """A workbook with these rows on its one sheet."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = name
    for row in rows:
        page.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def html(page: AppTest) -> str:
    """All HTML that the page draws."""
    return "\n".join(element.proto.body for element in page.get("html"))


def said(page: AppTest) -> list[str]:
    """Everything that is drawn as Markdown, where a name could become markup."""
    kinds = (page.markdown, page.caption, page.error, page.warning, page.info, page.success, page.header, page.title)
    labels = [str(each.label) for kind in (page.button, page.selectbox, page.checkbox, page.expander) for each in kind]
    return [str(each.value) for kind in kinds for each in kind] + labels


def press(page: AppTest, label: str) -> AppTest:
    """Press the button of this label and run."""
    next(button for button in page.button if button.label == label).click()
    return page.run()


def write(page: AppTest, label: str, words: str) -> None:
    """Type into the field of this label."""
    next(field for field in page.text_input if field.label == label).set_value(words)
