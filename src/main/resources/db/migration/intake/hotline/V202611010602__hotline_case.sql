-- Cases of the 12345 hotline, without phone or identity numbers, and what the office made of them.
create table hotline_case (
	id bigint generated always as identity primary key,
	cycle_id bigint not null,
	number varchar(64) not null check (number <> ''),
	called_on date not null,
	unit_id bigint not null,
	category varchar(64) not null,
	content varchar(2000) not null,
	handling varchar(2000) not null,
	closed_on date,
	state varchar(10) not null default 'NEW' check (state in ('NEW', 'CONFIRMED', 'DISMISSED')),
	adjustment_id bigint,
	imported_by varchar(100) not null,
	imported_at timestamptz not null,
	-- a case counts once in a year
	unique (cycle_id, number),
	check ((state = 'CONFIRMED') = (adjustment_id is not null))
);
create index hotline_case_state on hotline_case (cycle_id, state);
create index hotline_case_unit on hotline_case (cycle_id, unit_id);

create table hotline_step (
	id bigint generated always as identity primary key,
	case_id bigint not null references hotline_case,
	state varchar(10) not null,
	taken_by varchar(100) not null,
	taken_at timestamptz not null,
	remark varchar(1000) not null
);
create index hotline_step_of on hotline_step (case_id, id);

create function hotline_append_only() returns trigger language plpgsql as $$
begin
	raise exception 'steps are only appended';
end $$;
create trigger hotline_step_append_only before update or delete on hotline_step
	for each row execute function hotline_append_only();
