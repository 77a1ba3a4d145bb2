"""Import this before any query where no page runs (the command line): Streamlit then warns of no missing browser."""

import streamlit.logger

streamlit.logger.set_log_level("ERROR")
