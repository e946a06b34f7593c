"""The documentation: guides written by hand, and the program that writes the reference pages."""
