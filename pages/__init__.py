"""What a person sees: one file per question, drawn from a build."""
