"""A province's story: slides whose titles are findings, the same for the meeting room and for every export."""
