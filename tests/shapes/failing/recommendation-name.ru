#+ focus: rec:test-the-wells_
#+ renames: rec:test-the-wells
