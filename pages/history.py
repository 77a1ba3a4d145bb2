"""Lịch sử."""
import streamlit as st

from pages.ui import access, shell

view = shell.view()
st.title(view.texts("history.title"), anchor=False)
access.gate(view.texts)
