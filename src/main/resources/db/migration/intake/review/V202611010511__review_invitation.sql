create table review_invitation (
	id bigint generated always as identity primary key,
	cycle_id bigint not null,
	channel text not null,
	rater_class text not null,
	name text not null,
	organisation text not null,
	token_hash text not null unique,
	signed_off boolean not null default false,
	revoked boolean not null default false,
	check (not (signed_off and revoked))
);
-- One person has one sheet in a channel; who was revoked may be invited anew.
create unique index review_invitation_once on review_invitation (cycle_id, channel, organisation, name)
	where not revoked;

create table review_invitation_unit (
	invitation_id bigint not null references review_invitation,
	unit_id bigint not null references unit_unit,
	primary key (invitation_id, unit_id)
);

-- What a person has marked so far. Deleted at the sign-off, so that nothing leads from a
-- person to their answers once these are ballots.
create table review_draft (
	invitation_id bigint not null,
	unit_id bigint not null,
	answers jsonb not null,
	opinion text not null,
	may_forward boolean not null,
	complete boolean not null,
	primary key (invitation_id, unit_id),
	foreign key (invitation_id, unit_id) references review_invitation_unit
);
