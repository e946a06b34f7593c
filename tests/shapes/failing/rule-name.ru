#+ focus: rule:co-lead-is-member_
#+ renames: rule:co-lead-is-member
