"""Reading and writing files: text is UTF-8, and what is written is there whole or not at all. One writer for all."""

from mhgraph.files.read import decode_text, read_bytes, read_text
from mhgraph.files.staging import Content, clear_leftovers
from mhgraph.files.write import make_folder, make_private_folder, remove_folder, write_atomic, write_files, write_folder

__all__ = [
    "Content",
    "clear_leftovers",
    "decode_text",
    "make_folder",
    "make_private_folder",
    "read_bytes",
    "read_text",
    "remove_folder",
    "write_atomic",
    "write_files",
    "write_folder",
]
