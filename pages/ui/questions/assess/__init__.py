"""What a self-assessment tells: the profile, the years, self-image beside measurement."""
