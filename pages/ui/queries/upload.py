"""What the page of uploading reads: a file and its consequences, cached by its bytes, what was said of it, the build.

Contents come as arguments that begin with a dash: they stay out of the key, where their SHA-256 stands for them.
Few results are kept: they are as large as what people hand in.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import pandas as pd
import streamlit as st

from etl import aliases, consequences, returns, submission, text
from etl import annotate as annotating
from etl.aliases import Aliases
from etl.changes import counts
from etl.events import Event
from etl.job import Hints
from etl.problems import Problem
from etl.progress import Progress, quiet
from etl.reference import Reference
from etl.submission import Submission
from pages.ui.drawn import Drawn
from pages.ui.questions import cell_changes
from pages.ui.questions.cell_names import names_of
from pages.ui.questions.upload import edition_changes, form_rows, rank_moves
from pages.ui.questions.upload.rank_moves import Edition

KEPT = 6


@dataclass(frozen=True)
class Asked:
    """What a reading depends on: the file, what is said of its tables and names, the build it is compared with."""

    build_id: str
    sha256: str
    name: str
    hints: Hints
    said: Aliases


@dataclass(frozen=True)
class Preview:
    """What publishing would do.

    ``counts``: figures new, changed, gone. ``brought``, ``moved``: None where nothing is to be drawn.
    ``new_rankings``: of editions that had no values. ``movers``: how many units change their rank on the index, by
    edition. ``cells``, ``ranks``, ``nodes`` (of a tree of indicators), ``mapping`` (to lenses): tables with columns
    of ``tables.column``.
    """

    counts: dict[str, int]
    brought: Drawn | None
    moved: Drawn | None
    new_rankings: list[tuple[Edition, Drawn]]
    movers: dict[Edition, int]
    cells: pd.DataFrame
    ranks: pd.DataFrame
    nodes: pd.DataFrame
    mapping: pd.DataFrame

    @property
    def empty(self) -> bool:
        """Whether publishing would change nothing."""
        return not sum(self.counts.values()) and self.nodes.empty and self.mapping.empty


@st.cache_resource(max_entries=4, show_spinner=False)
def known(build_id: str, said: Aliases) -> Reference:
    """The reference tables of a build with the names that were said besides; shared by all sessions, never changed."""
    return aliases.understood(submission.known_now(), said)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def read(asked: Asked, _content: bytes, _progress: Progress = quiet) -> Submission:
    """The file as far as it can be understood, with everything that is wrong with it."""
    return submission.read(
        _content,
        known=known(asked.build_id, asked.said),
        name=asked.name,
        **asdict(asked.hints),
        progress=_progress,
    )


@st.cache_data(max_entries=KEPT, show_spinner=False)
def preview(
    asked: Asked, complete: bool, lang: str, province: str, _read: Submission, _progress: Progress = quiet
) -> Preview:
    """What publishing the file over the build would do.  Raises as ``consequences.of_publishing``."""
    texts = text.load(lang)
    told = consequences.of_publishing(_read, build_id=asked.build_id, complete=complete, progress=_progress)
    before = known(asked.build_id, asked.said)
    after = consequences.known_with(_read)
    names = names_of(after, texts)
    cells = cell_changes.described(told.cells, told.ranks, names)
    return Preview(
        counts=counts(told.cells),
        brought=cell_changes.by_indicator(cells, _read.rows, names, texts, page="upload"),
        moved=cell_changes.of_values(cells, texts, source=texts("upload.preview_source")),
        new_rankings=rank_moves.new_rankings(told.ranks, known=after, names=names, province=province, texts=texts),
        movers=rank_moves.movers(told.ranks, after),
        cells=cell_changes.table(cells, texts),
        ranks=rank_moves.table(told.ranks, names),
        nodes=edition_changes.tree_changes(_read.edition, before, texts),
        mapping=edition_changes.mapping_changes(_read.edition, before, texts),
    )


@st.cache_data(max_entries=KEPT, show_spinner=False)
def forms(asked: Asked, lang: str, _read: Submission) -> pd.DataFrame:
    """The criteria of the self-assessment forms in the file, one row each; empty where there is none."""
    names = names_of(consequences.known_with(_read), text.load(lang))
    return form_rows.form_rows(names.described(_read.rows))


@st.cache_data(max_entries=2, show_spinner=False)
def annotated(asked: Asked, lang: str, keep_macros: bool, _content: bytes, _problems: list[Problem]) -> bytes:
    """The workbook with its bad cells coloured and commented, as .xlsx; as .xlsm where macros are kept."""
    marked, _ = annotating.annotate(
        _content, _problems, name=asked.name, texts=text.load(lang), keep_macros=keep_macros
    )
    return marked


@st.cache_data(max_entries=32, show_spinner=False)
def published_editions(event_id: str, _event: Event) -> list[Edition]:
    """The editions whose published figures an event states, newest first."""
    stated = returns.rows(_event)
    of_record = stated[stated["assessor"] == "published"][rank_moves.EDITION].drop_duplicates()
    found = [(str(framework), int(period), int(universe)) for framework, period, universe in of_record.to_numpy()]
    return sorted(found, key=lambda edition: edition[1:], reverse=True)
