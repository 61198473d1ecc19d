-- Ballots set apart after the close: a channel's ballots about a unit that carry just these signals.
-- One person proposes, another decides; the ballots stay where they are.
create table ballot_apart (
	id bigint generated always as identity primary key,
	cycle_id bigint not null references cycle_cycle (id),
	channel varchar(30) not null,
	unit_id bigint not null references unit_unit (id),
	signals int not null check (signals > 0),
	reason text not null,
	evidence text not null,
	proposed_by text not null,
	proposed_at timestamptz not null,
	approved boolean,
	decided_by text,
	decided_at timestamptz,
	check ((approved is null) = (decided_by is null) and (approved is null) = (decided_at is null)),
	check (decided_by <> proposed_by)
);
-- What was rejected can be proposed again, with better evidence.
create unique index ballot_apart_once on ballot_apart (cycle_id, channel, unit_id, signals) where approved is not false;
