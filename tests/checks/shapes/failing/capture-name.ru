#+ focus: source:lake-report#p1
#+ renames: source:lake-report#c2
