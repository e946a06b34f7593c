"""The reference pages, one module for each group: from commands, questions, terms and checks to Markdown."""
