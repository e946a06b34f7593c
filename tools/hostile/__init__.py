"""Broken inputs by the thousand: each is one line on standard error at most, never a traceback, a crash or a hang.

`python -m tools.hostile --count 5000 --seed 1` runs them; the same seed gives the same inputs.
"""
