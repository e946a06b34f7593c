#+ focus: event:village-walks_
#+ renames: event:village-walks
