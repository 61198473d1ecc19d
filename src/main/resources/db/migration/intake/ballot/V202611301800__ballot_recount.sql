-- Recounts of the sealed ballots of a closed year: who asked for one, and what it gave beside the tallies.
create table ballot_recount (
	id bigint generated always as identity primary key,
	cycle_id bigint not null references cycle_cycle (id),
	state varchar(10) not null check (state in ('RUNNING', 'DONE', 'FAILED')),
	started_by varchar(40) not null,
	started_at timestamptz not null,
	ballots bigint not null default 0,
	signed bigint not null default 0,
	differing bigint not null default 0,
	millis bigint not null default 0
);
-- Two who start one at once start one.
create unique index ballot_recount_once on ballot_recount (cycle_id) where state = 'RUNNING';
create index ballot_recount_cycle on ballot_recount (cycle_id, id);

-- How far it is, apart from its row, which whoever runs it holds until the end; and how often it was begun.
create table ballot_recount_progress (
	recount_id bigint primary key references ballot_recount (id),
	begun int not null,
	ballots bigint not null
);

-- The bars that the ballots do not give, the first few.
create table ballot_recount_bar (
	recount_id bigint not null references ballot_recount (id),
	number int not null,
	channel text not null,
	unit_id bigint not null,
	rater_class text not null,
	signals int not null,
	item int not null,
	code int not null,
	tallied bigint not null,
	counted bigint not null,
	primary key (recount_id, number)
);
