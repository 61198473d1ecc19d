-- Drafts are encrypted under the token of their person's link from now on. Those kept so far
-- lie in clear and only their persons could encrypt them, so they are marked anew: truncating
-- gives the old heap file back at once, where a delete would leave the rows to a vacuum.
truncate review_draft;
alter table review_draft
	drop column answers,
	drop column opinion,
	drop column may_forward,
	add column box bytea not null;

-- A sign-off leaves its day and no more: a time could be compared with that of the ballots.
alter table review_invitation add column signed_on date;
update review_invitation i set signed_on = coalesce(
	(select max((a.at at time zone 'Asia/Shanghai')::date) from audit_entry a
		where a.act = 'review.signedOff' and a.subject = 'invitation:' || i.id), current_date)
	where signed_off;
alter table review_invitation drop column signed_off,
	add check (signed_on is null or not revoked);
