"""The last step: who publishes, with which note, and the outcome once it is done."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from etl import command_errors
from etl.aliases import Aliases
from etl.problems import WARNING, Problem
from etl.publish import AlreadyPublished, Published
from etl.submission import Submission
from pages.ui import access, editing, escaped, handed_in
from pages.ui.handed_in import HandedIn
from pages.ui.moments import moment
from pages.ui.signing import signature
from pages.ui.view import View
from pages.ui.work import Work, follow

_WORK = "publishing"


@dataclass(frozen=True)
class Begun:
    """A publication that was begun: of which file."""

    sha256: str
    work: Work[Published]


def outcome(view: View, file: HandedIn) -> Published | None:
    """Follow a publication of this file that was begun, and tell how it ended; None when it is not published."""
    begun = st.session_state.get(_WORK)
    if begun is None or begun.sha256 != file.sha256:
        return None
    try:
        done = follow(begun.work, view.texts)
    except AlreadyPublished as same:
        _forget()
        st.info(_again(view, same))
    except Exception as error:
        _forget()
        tell(view, error)
    else:
        return done
    return None


def ask(view: View, file: HandedIn, read: Submission, *, complete: bool, said: Aliases) -> None:
    """Name, note, acknowledgement of warnings, and the button."""
    texts = view.texts
    warnings = [problem for problem in read.problems if problem.severity == WARNING]
    with st.form("publish", border=False):
        by, note = signature(view, "publish")
        accepted = _accepted(view, warnings)
        pressed = st.form_submit_button(texts("upload.publish.button"), type="primary")
    if not pressed:
        return
    if missing := _missing(by, warnings, accepted):
        st.warning(texts(f"upload.publish.{missing}"))
        return
    try:
        work = editing.publish(
            read, file.content, by=by, note=note, complete=complete, accept_warnings=accepted, said_names=said
        )
    except access.NotAnEditor:
        st.error(texts("access.refused"))
        return
    st.session_state[_WORK] = Begun(file.sha256, work)
    st.rerun()


def next_file() -> None:
    """Begin with another file."""
    _forget()
    handed_in.put_away()


def tell(view: View, error: Exception) -> None:
    """Why nothing was published: every reason. Re-raises what nobody foresaw."""
    st.error(view.texts("upload.publish.refused"))
    st.html(escaped.listed(command_errors.lines(error, view.texts)))


def _again(view: View, same: AlreadyPublished) -> str:
    return view.texts("upload.publish.again", at=moment(same.event.at))


def _accepted(view: View, warnings: list[Problem]) -> bool:
    if not warnings:
        return False
    return st.checkbox(view.texts("upload.publish.accept", n=len(warnings)), key="accept_warnings")


def _missing(by: str, warnings: list[Problem], accepted: bool) -> str | None:
    if not by:
        return "no_name"
    return "not_accepted" if warnings and not accepted else None


def _forget() -> None:
    st.session_state.pop(_WORK, None)
