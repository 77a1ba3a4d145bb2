"""What was understood of a file: its verdict, its tables, its forms, what was left out."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from etl.framework_returns import FrameworkReturn
from etl.problems import ERROR, INFO, WARNING, Note, Problem
from etl.submission import Submission
from pages.ui import downloads, escaped, tables
from pages.ui.questions.cell_names import CellNames
from pages.ui.questions.upload.problems import counted
from pages.ui.view import View

MOST_NOTES = 30
ASKED_ABOUT = frozenset({"framework-unclear", "lookalike-index"})


def verdict(view: View, read: Submission) -> None:
    """One sentence: whether it can be published, and what stands in the way."""
    texts, found = view.texts, counted(read.problems)
    numbers = {"n": len(read.rows), "errors": found.get(ERROR, 0), "warnings": found.get(WARNING, 0)}
    if not read.readable:
        st.error(texts("upload.verdict.unreadable"))
    elif not read.publishable:
        st.error(texts(f"upload.verdict.{'errors' if ERROR in found else 'nothing'}", **numbers))
    elif isinstance(read, FrameworkReturn):
        st.success(texts("upload.verdict.framework"))
    elif WARNING in found:
        st.warning(texts("upload.verdict.warnings", **numbers))
    else:
        st.success(texts("upload.verdict.good", **numbers))
    if INFO in found:
        st.caption(texts("upload.verdict.told", n=found[INFO]))


def is_unclear(read: Submission) -> bool:
    """Whether somebody has to say what a table is of, or whose a form is."""
    return any(problem.rule in ASKED_ABOUT or _asks_whose(problem) for problem in read.problems)


def form_universe(read: Submission) -> int | None:
    """The universe (63 or 34) whose units a form in the file may be of; None where it holds no form."""
    if "criterion" not in read.rows and not any(map(_asks_whose, read.problems)):
        return None
    return next((table.universe for table in read.tables if table.universe), None)


def _asks_whose(problem: Problem) -> bool:
    return (problem.rule, problem.variant) == ("unknown-province", "form")


def tables_read(view: View, read: Submission, names: CellNames) -> None:
    """Where the tables stand and what they are of."""
    if not read.tables:
        return
    texts, unknown = view.texts, view.texts("upload.table.unknown")
    columns = ("sheet", "range", "framework", "period", "universe", "n")
    headings = [texts(f"upload.table.{column}") for column in columns]
    rows = [
        (
            table.sheet,
            table.range,
            names.editions.get(table.framework or "", table.framework or unknown),
            str(table.period or unknown),
            texts("shell.universe_option", size=table.universe) if table.universe else unknown,
            str(table.n_rows),
        )
        for table in read.tables
    ]
    st.html(escaped.table(headings, rows, what=texts("upload.table.heading")))


def forms_read(view: View, criteria: pd.DataFrame) -> None:
    """The criteria of self-assessment forms, with status and evidence as they were written."""
    if criteria.empty:
        return
    title = view.texts("upload.form.heading", n=len(criteria))
    st.header(title, anchor=False)
    st.caption(view.texts("upload.form.explained"))
    tables.show(criteria, view.texts, key="form", words=title)
    with st.container(horizontal=True):
        downloads.of_table(view, criteria, title=title, stem="form", name="form")


def notes(view: View, told: Sequence[Note]) -> None:
    """What was left out or converted."""
    if not told:
        return
    texts = view.texts
    with st.expander(texts("upload.notes.heading", n=len(told)), expanded=len(told) <= 3):
        st.html(escaped.listed(note.text(texts) for note in told[:MOST_NOTES]))
        if len(told) > MOST_NOTES:
            st.caption(texts("upload.notes.more", n=len(told) - MOST_NOTES))
