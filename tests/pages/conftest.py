"""The small stores of the tests of publishing, for pages that publish."""

from tests.etl.conftest import own_store, small_build, small_workbook

__all__ = ["own_store", "small_build", "small_workbook"]
