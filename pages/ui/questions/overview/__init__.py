"""The overview's questions: where do we stand, what carried us, what held us back, what changed?"""
