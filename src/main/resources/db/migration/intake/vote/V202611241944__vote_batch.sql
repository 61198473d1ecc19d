-- Batches of printed codes.
create table vote_batch (
	id bigint generated always as identity primary key,
	cycle_id bigint not null,
	name text not null,
	audience text not null,
	rater_class text not null default '',
	issued int not null,
	made_by text not null,
	made_at timestamptz not null,
	withdrawn_by text,
	withdrawn_at timestamptz
);
create index vote_batch_cycle on vote_batch (cycle_id, id desc);

-- The codes of a batch, as keyed hashes; nobody notes when one was used.
create table vote_printed (
	code_mac text primary key,
	batch_id bigint not null references vote_batch,
	used boolean not null default false
);
create index vote_printed_batch on vote_printed (batch_id);
