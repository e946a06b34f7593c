#+ focus: event:lake-forum_
#+ renames: event:lake-forum
