-- What two persons decided about anything: a line when it is proposed, a line when it is decided. When and why are kept here;
-- the row that was decided holds its state and its persons.
create table audit_decision (
	id bigint generated always as identity primary key,
	subject varchar(100) not null,
	state varchar(10) not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
	decided_by varchar(100) not null,
	decided_at timestamptz not null,
	remark varchar(1000) not null
);
-- Proposed once and decided once.
create unique index audit_decision_once on audit_decision (subject, (state = 'PROPOSED'));

-- For tables whose rows are appended and never changed.
create function audit_append_only() returns trigger language plpgsql as $$
begin
	raise exception '% is append only: rows are only appended, never changed or deleted', tg_table_name;
end $$;

-- For tables whose rows are proposed, then decided once. The arguments name the columns that a decision changes, state among them.
create function audit_decide_once() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' or old.state <> 'PROPOSED' or new.state = 'PROPOSED'
			or to_jsonb(old) - tg_argv <> to_jsonb(new) - tg_argv then
		raise exception '% is append only: rows are only appended, and decided once', tg_table_name;
	end if;
	return new;
end $$;

create trigger audit_decision_append_only before update or delete on audit_decision
	for each row execute function audit_append_only();

-- One function instead of one for each module.
do $$
declare
	kept record;
begin
	for kept in values ('audit_entry', 'audit_entry_keep'), ('adjustment_decision', 'adjustment_decision_append_only'),
			('hotline_step', 'hotline_step_append_only'), ('review_lot', 'review_lot_append_only'),
			('feedback_step', 'feedback_step_append_only'), ('scheme_version', 'scheme_version_frozen'),
			('result_run', 'result_run_never_changes'), ('result_score', 'result_score_never_changes'),
			('result_publication', 'result_publication_never_changes'), ('result_objection', 'result_objection_never_changes'),
			('result_decision', 'result_decision_never_changes') loop
		execute format('drop trigger %I on %I', kept.column2, kept.column1);
		execute format('create trigger %I before update or delete on %I for each row execute function audit_append_only()',
			kept.column1 || '_append_only', kept.column1);
	end loop;
end $$;

drop trigger adjustment_figure_append_only on adjustment_figure;
create trigger adjustment_figure_decide_once before update or delete on adjustment_figure
	for each row execute function audit_decide_once('state', 'decided_by', 'decided_at');

-- These said so in a comment only.
create trigger cycle_step_append_only before update or delete on cycle_step
	for each row execute function audit_append_only();
create trigger cycle_acknowledgement_append_only before update or delete on cycle_acknowledgement
	for each row execute function audit_append_only();
create trigger inspection_answer_append_only before update or delete on inspection_answer
	for each row execute function audit_append_only();

drop function audit_entry_keep, adjustment_append_only, adjustment_figure_append_only, hotline_append_only,
	review_append_only, feedback_append_only, scheme_refuse_change, result_never_changes;
