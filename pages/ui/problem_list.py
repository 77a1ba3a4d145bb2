"""Everything that is wrong with a file, on screen: by rule, errors first, filtered by severity and sheet."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from etl.problems import ERROR, Problem
from etl.submission import Submission
from pages.ui import downloads, escaped, filters
from pages.ui.handed_in import HandedIn
from pages.ui.queries import upload as queries
from pages.ui.queries.upload import Asked
from pages.ui.questions.upload import problems as told
from pages.ui.questions.upload.problems import Group
from pages.ui.view import View

ALL = "all"
MOST_SHOWN = 100
"""Problems of one rule that are drawn; the download holds all."""
OPEN_UP_TO = 12
"""Warnings of one rule that are drawn unfolded."""


def show(view: View, problems: Sequence[Problem]) -> None:
    """The filters, a table a rule, and all of it as CSV and Excel."""
    texts = view.texts
    with st.container(horizontal=True, vertical_alignment="bottom", key="problem_filters"):
        severity = _severity(view, problems)
        sheet = _sheet(view, problems)
        title, full = texts("upload.problems.heading"), told.table(problems, texts)
        downloads.of_table(view, full, title=title, stem="problems", name="problems")
    chosen = told.chosen(problems, severity=severity, sheet=sheet)
    if not chosen:
        st.info(texts("upload.problems.none_chosen"))
    for group in told.groups(chosen, texts):
        _show_group(view, group)


def annotated(view: View, file: HandedIn, asked: Asked, read: Submission) -> None:
    """The workbook itself with its bad cells coloured."""
    with_macros = file.name.lower().endswith(".xlsm")
    stem = file.name.rpartition(".")[0] or file.name
    downloads.button(
        view.texts("upload.annotated"),
        lambda: queries.annotated(asked, view.texts.lang, with_macros, file.content, read.problems),
        f"{stem}-{view.texts('upload.annotated_suffix')}.{'xlsm' if with_macros else 'xlsx'}",
        downloads.XLSX,
        key="annotated",
    )


def _show_group(view: View, group: Group) -> None:
    texts, n = view.texts, len(group.rows)
    rule = texts(f"upload.rule.{group.rule}")
    label = texts(f"upload.problems.group_{group.severity}", rule=rule, n=n)
    with st.expander(label, expanded=group.severity == ERROR or n <= OPEN_UP_TO):
        headings = [texts(f"upload.problems.{column}") for column in ("place", "message", "found", "fix")]
        st.html(escaped.table(headings, group.rows[:MOST_SHOWN], what=rule, kind="problems"))
        if n > MOST_SHOWN:
            st.caption(texts("upload.problems.more", n=n - MOST_SHOWN))


def _severity(view: View, problems: Sequence[Problem]) -> str:
    counts = told.counted(problems)
    names = {ALL: view.texts("upload.problems.all", n=len(problems))} | {
        severity: view.texts(f"upload.problems.{severity}", n=n) for severity, n in counts.items()
    }
    current = view.option("severity", tuple(names), ALL)
    filters.option(view, "severity", names, label=view.texts("upload.problems.severity"), current=current)
    return "" if current == ALL else current


def _sheet(view: View, problems: Sequence[Problem]) -> str:
    sheets = told.sheets(problems)
    if len(sheets) < 2:
        return ""
    label, anywhere = view.texts("upload.problems.sheet"), view.texts("upload.problems.any_sheet")
    return st.selectbox(label, sheets, index=None, placeholder=anywhere, key="problem_sheet", width=240) or ""
