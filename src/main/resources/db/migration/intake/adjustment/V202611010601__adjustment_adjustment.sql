-- Bonuses, deductions and vetoes, and every decision about them.
create table adjustment_adjustment (
	id bigint generated always as identity primary key,
	cycle_id bigint not null,
	unit_id bigint not null,
	kind varchar(10) not null check (kind in ('BONUS', 'DEDUCTION', 'VETO')),
	rule varchar(100) not null,
	document varchar(200) not null check (document <> ''),
	happened_on date not null,
	cause varchar(100) not null,
	handling varchar(100) not null,
	reason varchar(1000) not null check (reason <> ''),
	source varchar(200) not null,
	state varchar(10) not null default 'PROPOSED'
		check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
	proposed_by varchar(100) not null,
	proposed_at timestamptz not null,
	decided_by varchar(100),
	decided_at timestamptz,
	remark varchar(1000) not null default '',
	check ((state = 'PROPOSED') = (decided_by is null)),
	check ((state = 'PROPOSED') = (decided_at is null)),
	-- the second person is a second person, whatever the program does
	check (state not in ('APPROVED', 'REJECTED') or decided_by <> proposed_by)
);
create index adjustment_by_unit on adjustment_adjustment (cycle_id, unit_id);
create index adjustment_waiting on adjustment_adjustment (cycle_id) where state = 'PROPOSED';

-- A source counts once: it may come again only after its proposal was rejected or withdrawn.
create unique index adjustment_source_once on adjustment_adjustment (cycle_id, source)
	where source not in ('desk', 'claim') and state in ('PROPOSED', 'APPROVED');

create table adjustment_decision (
	id bigint generated always as identity primary key,
	adjustment_id bigint not null references adjustment_adjustment,
	state varchar(10) not null,
	decided_by varchar(100) not null,
	decided_at timestamptz not null,
	remark varchar(1000) not null
);
create index adjustment_decision_of on adjustment_decision (adjustment_id, id);

create function adjustment_append_only() returns trigger language plpgsql as $$
begin
	raise exception 'decisions are only appended';
end $$;
create trigger adjustment_decision_append_only before update or delete on adjustment_decision
	for each row execute function adjustment_append_only();
