-- Two persons destroy the key by which rights of a published year can be traced to people; decided once.
-- When and why is in audit_decision.
create table ballot_key_destruction (
	id bigint primary key,
	cycle_id bigint not null references cycle_cycle,
	state varchar(10) not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
	proposed_by varchar(40) not null,
	decided_by varchar(40) check (decided_by <> proposed_by),
	check ((state = 'PROPOSED') = (decided_by is null))
);
-- What was rejected can be proposed again.
create unique index ballot_key_destruction_once on ballot_key_destruction (cycle_id) where state <> 'REJECTED';
create trigger ballot_key_destruction_decide_once before update or delete on ballot_key_destruction
	for each row execute function audit_decide_once('state', 'decided_by');
