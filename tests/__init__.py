"""The tests mirror the package; `corpus/` is a small complete project with texts of our own."""
