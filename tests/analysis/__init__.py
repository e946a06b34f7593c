"""Tests: the network."""
