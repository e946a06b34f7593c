"""What a curator writes with: a new source file with all its paragraphs unread, and the canonical form of files."""
