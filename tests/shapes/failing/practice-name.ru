#+ focus: practice:well-school_
#+ renames: practice:well-school
