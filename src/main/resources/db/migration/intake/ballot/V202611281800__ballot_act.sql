-- The signed log of a year's acts: its head at the opening, then whatever changes what it counts. A third tree (log 2 of
-- ballot_node) above the leaves; checkpoints sign its root as well. Years opened before have none.
create table ballot_act (
	cycle_id bigint not null,
	position bigint not null check (position >= 0),
	entry text not null,
	leaf bytea not null,
	primary key (cycle_id, position)
);
create trigger ballot_act_append_only before update or delete on ballot_act
	for each row execute function audit_append_only();

alter table ballot_checkpoint add column acts bigint not null default 0 check (acts >= 0);
alter table ballot_checkpoint add column acts_root bytea not null default '';
alter table ballot_checkpoint alter column acts drop default, alter column acts_root drop default;
alter table ballot_checkpoint drop constraint ballot_checkpoint_size_check;
alter table ballot_checkpoint add check (size > 0 or acts > 0), add check ((acts = 0) = (acts_root = ''));
alter table ballot_checkpoint drop constraint ballot_checkpoint_pkey;
alter table ballot_checkpoint add primary key (cycle_id, size, acts);
