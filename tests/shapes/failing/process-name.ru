#+ focus: process:lake-talks_
#+ renames: process:lake-talks
