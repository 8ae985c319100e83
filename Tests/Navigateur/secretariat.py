"""Scenarios of this role."""

SCENARIOS = []
