-- Ballots that two persons exclude: the state says what the second one decided, as for all that is proposed and decided once.
-- When and why is in audit_decision, which knows no ballots.
alter table ballot_apart rename to ballot_exclusion;
alter index ballot_apart_pkey rename to ballot_exclusion_pkey;
alter table ballot_exclusion add column state varchar(10) not null default 'PROPOSED'
	check (state in ('PROPOSED', 'APPROVED', 'REJECTED'));
update ballot_exclusion set state = case when approved then 'APPROVED' else 'REJECTED' end where approved is not null;
drop index ballot_apart_once;
-- Drops the check that names it, too.
alter table ballot_exclusion drop column approved;
alter table ballot_exclusion alter column state drop default;
alter table ballot_exclusion add check ((state = 'PROPOSED') = (decided_by is null));
-- What was rejected can be proposed again, with better evidence.
create unique index ballot_exclusion_once on ballot_exclusion (cycle_id, channel, unit_id, signals) where state <> 'REJECTED';
create trigger ballot_exclusion_decide_once before update or delete on ballot_exclusion
	for each row execute function audit_decide_once('state', 'decided_by');
