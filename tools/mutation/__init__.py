"""Mutation: break the data at every constraint of every shape, and every shape, and see that each fault is noticed.

python -m tools.mutation data    [--seed N] [--sample K] [--engine turbo|pyshacl|both]
python -m tools.mutation shapes  [--seed N] [--sample K]
"""
