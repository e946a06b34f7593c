"""Evidence: what supports a statement, on which passage, in which ledger; coverage and counts."""
