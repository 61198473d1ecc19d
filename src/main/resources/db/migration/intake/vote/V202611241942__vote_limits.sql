-- Buckets of tokens that requests are counted in; the key is a keyed hash of address, device or number.
create table vote_bucket (
	id text primary key,
	state bytea,
	expires_at bigint
);

-- Challenges that were answered; each is taken once.
create table vote_work (
	challenge text primary key,
	expires_at timestamptz not null
);
create index vote_work_expiry on vote_work (expires_at);
