"""Side by side: values, the gap and what of it can be closed, and whom to learn from."""
