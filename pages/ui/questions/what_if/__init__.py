"""What the page of scenarios works out, one module a question."""
