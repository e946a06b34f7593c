#+ focus: commitment:clean-wells_
#+ renames: commitment:clean-wells
