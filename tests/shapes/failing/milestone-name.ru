#+ focus: milestone:compact-adopted_
#+ renames: milestone:compact-adopted
