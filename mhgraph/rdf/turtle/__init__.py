"""Turtle and TriG as text: parsing with errors that name the line, and where each statement stands."""
