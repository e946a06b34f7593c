#+ focus: figure:wells-tested_
#+ renames: figure:wells-tested
