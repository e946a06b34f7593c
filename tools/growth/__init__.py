"""Projects larger than ours, for tests and measurements. Nothing is random: the same call writes the same files."""
