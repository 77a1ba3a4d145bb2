"""What the page of history says and draws of the events."""
