"""Settings of every generated test."""

from hypothesis import HealthCheck, settings

# How long one example takes says more of the machine's load than of the code; speed has benchmarks of its own.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
