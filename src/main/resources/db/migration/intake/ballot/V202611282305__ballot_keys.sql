-- Each box begins with the number of the key under which it is encrypted; 0 stands for the one that follows from the secret.
update ballot_waiting set box = '\x00000000'::bytea || box;
update ballot_waiting_opinion set box = '\x00000000'::bytea || box;

-- What waits longer than its key may live is encrypted anew. Its mark, which leads to a right, lies apart from then on.
alter table ballot_waiting alter column mark drop not null;
create table ballot_kept_mark (
	mark bytea not null,
	cycle_id bigint not null
);
create index ballot_kept_mark_key on ballot_kept_mark using hash (mark);
