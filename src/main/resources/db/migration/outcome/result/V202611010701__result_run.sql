-- One counting of a cycle: what went in and what came out, byte for byte as digested.
create table result_run (
	id bigint generated always as identity primary key,
	cycle_id bigint not null references cycle_cycle (id),
	number int not null,
	scheme_version bigint not null,
	counted_at timestamptz not null,
	counted_by text not null,
	inputs json not null,
	inputs_digest char(64) not null,
	outcome json not null,
	outcome_digest char(64) not null,
	unique (cycle_id, number)
);

-- The scorecards of a run in its order.
create table result_score (
	run_id bigint not null references result_run (id),
	position int not null,
	unit text not null,
	unit_group text not null,
	score numeric not null,
	rank int,
	grade text not null,
	card json not null,
	-- codes of the lines whose figures rest on too few people to be shown
	withheld json not null,
	primary key (run_id, unit),
	unique (run_id, position)
);

-- The run that was made public, once for each cycle.
create table result_publication (
	cycle_id bigint primary key references cycle_cycle (id),
	run_id bigint not null references result_run (id),
	published_at timestamptz not null,
	published_by text not null
);

-- What a unit objects to in its draft; once for each line of a run.
create table result_objection (
	id bigint generated always as identity primary key,
	cycle_id bigint not null references cycle_cycle (id),
	run_id bigint not null references result_run (id),
	unit text not null,
	line text not null,
	reason text not null,
	filed_at timestamptz not null,
	filed_by text not null,
	unique (run_id, unit, line)
);

-- What the office decided, once for each objection.
create table result_decision (
	objection_id bigint primary key references result_objection (id),
	upheld boolean not null,
	reason text not null,
	-- the newest run when it was decided: an upheld objection asks for a later one
	run_id bigint not null references result_run (id),
	decided_at timestamptz not null,
	decided_by text not null
);

create function result_never_changes() returns trigger language plpgsql as $$
begin
	raise exception '% is append only', tg_table_name;
end $$;

create trigger result_run_never_changes before update or delete on result_run
	for each row execute function result_never_changes();
create trigger result_score_never_changes before update or delete on result_score
	for each row execute function result_never_changes();
create trigger result_publication_never_changes before update or delete on result_publication
	for each row execute function result_never_changes();
create trigger result_objection_never_changes before update or delete on result_objection
	for each row execute function result_never_changes();
create trigger result_decision_never_changes before update or delete on result_decision
	for each row execute function result_never_changes();
