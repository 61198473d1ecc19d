-- Whoever proposed something may take it back while nobody has decided it: the same three rules for each kind of proposal.
do $$
declare
	kind text;
	kept text;
begin
	foreach kind in array array['adjustment_figure', 'ballot_exclusion', 'ballot_key_destruction'] loop
		for kept in select conname from pg_constraint where contype = 'c' and conrelid = kind::regclass
				and pg_get_constraintdef(oid) ~ 'state.* = ANY|decided_by.*<>.*proposed_by' loop
			execute format('alter table %I drop constraint %I', kind, kept);
		end loop;
		execute format('alter table %I add constraint %I check (state in (''PROPOSED'', ''APPROVED'', ''REJECTED'', ''WITHDRAWN''))',
			kind, kind || '_state');
		execute format('alter table %I add constraint %I check (state not in (''APPROVED'', ''REJECTED'') or decided_by <> proposed_by)',
			kind, kind || '_second_person');
		execute format('alter table %I add constraint %I check (state <> ''WITHDRAWN'' or decided_by = proposed_by)',
			kind, kind || '_own');
	end loop;
end $$;

-- What was rejected or withdrawn can be proposed again.
drop index ballot_exclusion_once;
create unique index ballot_exclusion_once on ballot_exclusion (cycle_id, channel, unit_id, signals)
	where state in ('PROPOSED', 'APPROVED');
drop index ballot_key_destruction_once;
create unique index ballot_key_destruction_once on ballot_key_destruction (cycle_id) where state in ('PROPOSED', 'APPROVED');
