"""Tests: Questions."""
