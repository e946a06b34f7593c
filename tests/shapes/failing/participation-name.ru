#+ focus: participation:brook-lake-forum_
#+ renames: participation:brook-lake-forum
