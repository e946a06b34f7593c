"""The explorer: one HTML page in which people walk through the network and read its evidence."""
