#+ focus: source:lake-report#p02-files
#+ renames: source:lake-report#p02-index
