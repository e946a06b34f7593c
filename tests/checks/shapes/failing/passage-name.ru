#+ focus: source:lake-letter#para-2_
#+ renames: source:lake-letter#para-2
