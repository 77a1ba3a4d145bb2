"""Draws as many elements as a page of ours, and nothing else: what Streamlit itself costs. Made for benchmarks.

The numbers of elements come in the address (``?title=1&markdown=12&chart=4&select=3``); the charts hold one dot each,
``segment`` and ``choice`` are the buttons of all ``segments`` and of all ``radio`` together.
"""

import streamlit as st

DOT = {"data": {"values": [{"x": 1}]}, "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative"}}}


def asked(kind: str) -> int:
    """How many of these the address asks for."""
    return int(st.query_params.get(kind, "0"))


def share(parts: str, whole: str) -> list[str]:
    """The choices of one widget, where so many widgets have so many choices together."""
    return [str(number) for number in range(-(-asked(parts) // max(asked(whole), 1)))]


DRAW = {
    "title": lambda i: st.title(f"Blank {i}"),
    "markdown": lambda i: st.markdown(f"text {i}"),
    "html": lambda i: st.html(f"<p>text {i}</p>"),
    "alert": lambda i: st.info(f"text {i}"),
    "link": lambda i: st.page_link("http://localhost", label=f"link {i}"),
    "chart": lambda i: st.vega_lite_chart(DOT, key=f"chart_{i}"),
    "table": lambda i: st.dataframe({"x": [1, 2, 3]}, key=f"table_{i}"),
    "select": lambda i: st.selectbox(f"choice {i}", ["a", "b"], key=f"select_{i}"),
    "several": lambda i: st.multiselect(f"choices {i}", ["a", "b"], key=f"several_{i}"),
    "segments": lambda i: st.segmented_control(f"segments {i}", share("segment", "segments"), key=f"segments_{i}"),
    "radio": lambda i: st.radio(f"radio {i}", share("choice", "radio"), key=f"radio_{i}"),
    "words": lambda i: st.text_input(f"words {i}", key=f"words_{i}"),
    "file": lambda i: st.file_uploader(f"file {i}", key=f"file_{i}"),
    "popover": lambda i: st.popover(f"more {i}"),
    "expander": lambda i: st.expander(f"more {i}"),
    "progress": lambda i: st.progress(0),
    "button": lambda i: st.button(f"button {i}", key=f"button_{i}"),
    "container": lambda i: st.container(key=f"container_{i}", height=20),
}

for kind, draw in DRAW.items():
    for number in range(asked(kind)):
        draw(number)
if columns := asked("column"):
    st.columns(columns)
