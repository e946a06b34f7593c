#+ focus:
#+   - scheme:topic-rain_
#+   - urn:of:https://w3id.org/mhgraph/scheme/topic-rain
#+ renames: scheme:topic-rain
