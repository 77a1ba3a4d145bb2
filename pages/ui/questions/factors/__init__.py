"""What a score is made of, why it changed, why it is behind, and who overtook whom."""
