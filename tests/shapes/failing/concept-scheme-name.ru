#+ focus: scheme:topic-rain_
#+ renames: scheme:topic-rain
