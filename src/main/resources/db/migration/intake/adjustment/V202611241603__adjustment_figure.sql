-- Figures counted elsewhere. A later one supersedes: the latest approved counts.
create table adjustment_figure (
	id bigint generated always as identity primary key,
	cycle_id bigint not null,
	unit_id bigint not null,
	figure_key varchar(30) not null,
	value numeric not null,
	document varchar(200) not null check (document <> ''),
	state varchar(10) not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
	proposed_by varchar(100) not null,
	proposed_at timestamptz not null,
	decided_by varchar(100),
	decided_at timestamptz,
	check ((state = 'PROPOSED') = (decided_by is null)),
	check ((state = 'PROPOSED') = (decided_at is null)),
	-- the second person is a second person, whatever the program does
	check (state = 'PROPOSED' or decided_by <> proposed_by)
);
create index adjustment_figure_by_unit on adjustment_figure (cycle_id, unit_id, figure_key, id);

-- Nothing is changed but that it is decided, once.
create function adjustment_figure_append_only() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' or old.state <> 'PROPOSED'
			or (old.cycle_id, old.unit_id, old.figure_key, old.value, old.document, old.proposed_by, old.proposed_at)
				is distinct from
				(new.cycle_id, new.unit_id, new.figure_key, new.value, new.document, new.proposed_by, new.proposed_at) then
		raise exception 'figures are only appended and decided once';
	end if;
	return new;
end $$;
create trigger adjustment_figure_append_only before update or delete on adjustment_figure
	for each row execute function adjustment_figure_append_only();
