#+ focus: instrument:lake-compact_
#+ renames: instrument:lake-compact
