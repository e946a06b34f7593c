#+ focus: source:lake-poster_
#+ renames: source:lake-poster
