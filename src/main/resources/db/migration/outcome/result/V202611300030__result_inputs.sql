-- What was counted in a run, unit by unit: bars packed, everything else as JSON. Runs of earlier versions have it as one document.
create table result_inputs (
	run_id bigint not null references result_run (id),
	unit text not null,
	inputs json not null,
	bars bytea not null,
	primary key (run_id, unit)
);
create trigger result_inputs_append_only before update or delete on result_inputs
	for each row execute function audit_append_only();

-- The documents of later runs are joined from result_inputs and result_score: the digests are those of what is joined.
alter table result_run alter column inputs drop not null;
alter table result_run alter column outcome drop not null;
-- What a run concludes besides its scorecards.
alter table result_run add column conclusion json;
-- SHA-256 of what would be counted otherwise if something was approved, withdrawn or cast since; null for runs of earlier versions.
alter table result_run add column sources_digest char(64);

-- A score as the ranking shows it, so that a ranking reads no scorecards; null for runs of earlier versions.
alter table result_score add column summary json;
