#+ focus: series:lake-forums_
#+ renames: series:lake-forums
