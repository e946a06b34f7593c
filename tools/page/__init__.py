"""The page's script, formatted and type-checked by tools of its own language."""
