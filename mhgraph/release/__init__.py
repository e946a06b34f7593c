"""The dumps of a release: which there are is here, how they are made in `build`."""

EXTRAS = ("owl", "tables", "parquet", "json-ld")
"""What is written when somebody asks for it."""
