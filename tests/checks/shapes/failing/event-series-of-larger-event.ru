#+ focus: event:lake-forum-panel
#+ path: mh:inSeries
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX series: <https://w3id.org/mhgraph/series/>
INSERT DATA { event:lake-forum-panel mh:inSeries series:well-walks }
