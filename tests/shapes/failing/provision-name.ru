#+ focus: provision:lake-2_
#+ renames: provision:lake-2
