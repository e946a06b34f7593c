#+ focus: group:ws-wells_
#+ renames: group:ws-wells
