"""What is published: the dumps that researchers load."""
