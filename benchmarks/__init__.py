"""What speed is claimed, measured beside its peers."""
