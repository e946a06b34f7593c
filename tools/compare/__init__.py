"""Comparing two checkouts by what their command lines print: the same answers, dumps, findings and pages, or where not.

Nothing here imports mhgraph: a checkout is asked by its own interpreter, so the two may differ as much as they like.
"""
