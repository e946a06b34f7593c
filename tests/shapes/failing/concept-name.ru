#+ focus: concept:topic-lonely_
#+ renames: concept:topic-lonely
