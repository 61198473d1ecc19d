-- What people wrote waits in boxes of its own, all of one length, some of them empty; nothing leads from one to a ballot.
create table ballot_waiting_opinion (
	cycle_id bigint not null,
	box bytea not null
);

-- A right is used once, and so is its mark: there is no need to hold that twice, and a hash costs a third of a tree.
alter table ballot_waiting drop constraint ballot_waiting_pkey;
create index ballot_waiting_mark on ballot_waiting using hash (mark);

-- Whether a right was used is asked of every ballot, of millions of them: a hash holds it in a third of the room of a tree.
-- With = alone, this is a unique key.
alter table ballot_right drop constraint ballot_right_pkey;
alter table ballot_right add constraint ballot_right_once exclude using hash (right_hash with =);
