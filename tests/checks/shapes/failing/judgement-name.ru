#+ focus:
#+   - judgement:wells-mean-lake-1_
#+   - urn:of:https://w3id.org/mhgraph/judgement/wells-mean-lake-1
#+ renames: judgement:wells-mean-lake-1
