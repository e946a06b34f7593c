#+ focus:
#+   - commitment:clean-wells
#+   - position:wells-come-first
#+ path: dcterms:description
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:description "Said twice." }
