"""Broken inputs; see `tools.hostile`."""
