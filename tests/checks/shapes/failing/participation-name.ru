#+ focus:
#+   - participation:brook-lake-forum_
#+   - urn:of:https://w3id.org/mhgraph/participation/brook-lake-forum
#+ renames: participation:brook-lake-forum
