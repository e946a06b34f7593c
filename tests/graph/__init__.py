"""Tests: the graph."""
