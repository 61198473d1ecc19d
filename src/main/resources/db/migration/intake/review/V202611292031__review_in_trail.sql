-- Whether the trail names a signed sheet: it does so sheet after sheet once the year takes no more ballots.
alter table review_invitation add column in_trail boolean not null default false;
