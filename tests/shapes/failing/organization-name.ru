#+ focus: actor:lake-union_
#+ renames: actor:lake-union
