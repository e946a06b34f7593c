#+ focus: place:lakeside_
#+ renames: place:lakeside
