"""Tests: stores."""
