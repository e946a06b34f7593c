#+ focus: judgement:wells-mean-lake-1_
#+ renames: judgement:wells-mean-lake-1
