"""Tests: Engines."""
