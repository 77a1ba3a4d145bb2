"""The parts that every page is put together from."""
