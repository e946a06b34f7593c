"""What is done with plain text: paragraphs and digests, text fragments, contact data, likeness."""
