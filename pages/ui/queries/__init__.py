"""The only cached functions: questions to a build, with its id as the first key."""
