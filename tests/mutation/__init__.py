"""Mutation: break the data at every constraint of every shape, and every shape, and see that each fault is noticed.

python -m tests.mutation data    [--seed N] [--sample K] [--engine turbo|pyshacl|both]
python -m tests.mutation shapes  [--seed N] [--sample K]
"""
