"""Tests: Loading."""
