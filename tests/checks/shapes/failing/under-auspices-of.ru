#+ focus: event:lake-forum
#+ path: mh:isUnderAuspicesOf
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX person: <https://w3id.org/mhgraph/person/>
INSERT DATA { event:lake-forum mh:isUnderAuspicesOf person:ada-brook }
