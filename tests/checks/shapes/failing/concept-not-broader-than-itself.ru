#+ focus: concept:commitment-pledge
#+ path: skos:broader
#+ also:
#+   - concept:commitment-policy-pledge
#+   - concept:commitment-process-pledge
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { concept:commitment-pledge skos:broader concept:commitment-policy-pledge }
