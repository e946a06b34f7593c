"""Tests: Evidence."""
