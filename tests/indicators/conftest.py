"""Properties are tried without a deadline: a busy machine is no counter-example."""

from hypothesis import settings

settings.register_profile("indicators", deadline=None)
settings.load_profile("indicators")
