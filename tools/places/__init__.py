"""Countries, regions and States: files written from well-kept lists, and checked against them."""
