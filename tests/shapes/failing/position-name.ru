#+ focus: position:wells-come-first_
#+ renames: position:wells-come-first
