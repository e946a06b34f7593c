"""Tools for those who work on mhgraph; nothing here is installed with it."""
