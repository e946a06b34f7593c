#+ focus: source:lake-report#c2x
#+ renames: source:lake-report#c2
