-- What was decided about adjustments and figures is kept with the decisions about everything else.
insert into audit_decision (subject, state, decided_by, decided_at, remark)
	select 'adjustment:' || adjustment_id, state, decided_by, decided_at, remark from adjustment_decision order by id;
drop table adjustment_decision;

insert into audit_decision (subject, state, decided_by, decided_at, remark)
	select 'figure:' || id, 'PROPOSED', proposed_by, proposed_at, '' from adjustment_figure order by id;
insert into audit_decision (subject, state, decided_by, decided_at, remark)
	select 'figure:' || id, state, decided_by, decided_at, '' from adjustment_figure
	where decided_by is not null and decided_at is not null order by decided_at, id;

create trigger adjustment_adjustment_decide_once before update or delete on adjustment_adjustment
	for each row execute function audit_decide_once('state', 'decided_by', 'decided_at', 'remark');
