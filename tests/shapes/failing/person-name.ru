#+ focus: person:ada-brook_
#+ renames: person:ada-brook
