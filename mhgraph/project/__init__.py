"""A project on disk: its folders, and the statements of its files with their places."""
