"""Small pages of the tests' own, run without a browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

Run = Callable[..., AppTest]


@pytest.fixture
def run(built: str) -> Run:
    """Runs a function as a page over the bundled build; `query` is its address."""

    def run_page(page: Callable[[], None], **query: str) -> AppTest:
        test = AppTest.from_function(page, default_timeout=60)
        for name, value in query.items():
            test.query_params[name] = value
        return test.run()

    return run_page
