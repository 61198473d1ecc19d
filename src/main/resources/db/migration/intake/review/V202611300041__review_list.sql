-- The list of a year in its order, a page at a time, and how far the people of each channel are, without reading the sheets' rows.
create index review_invitation_list on review_invitation
	(cycle_id, channel, organisation collate "zh-x-icu", name collate "zh-x-icu", id);
create index review_invitation_progress on review_invitation (cycle_id, channel, rater_class, id) include (signed_on)
	where not revoked;
