"""Draws as many elements as a page of ours, and nothing else: what Streamlit itself costs. Made for benchmarks.

The numbers of elements come in the address (``?title=1&markdown=12&chart=4&select=3``); the charts hold one dot each.
"""

import streamlit as st

DOT = {"data": {"values": [{"x": 1}]}, "mark": "point", "encoding": {"x": {"field": "x", "type": "quantitative"}}}
DRAW = {
    "markdown": lambda i: st.markdown(f"text {i}"),
    "chart": lambda i: st.vega_lite_chart(DOT, key=f"chart_{i}"),
    "select": lambda i: st.selectbox(f"choice {i}", ["a", "b"], key=f"select_{i}"),
    "button": lambda i: st.button(f"button {i}", key=f"button_{i}"),
    "table": lambda i: st.dataframe({"x": [1, 2, 3]}, key=f"table_{i}"),
}

st.title("Blank")
for kind, draw in DRAW.items():
    for number in range(int(st.query_params.get(kind, "0"))):
        draw(number)
