-- Rights and answers share nothing but the cycle: no key, no time, no sequence.
-- No foreign keys here: this is the hot path, and the cycle is held by the caller's transaction.

-- What has been used; a value that only the holder of the secret can make again.
create table ballot_right (
	right_hash bytea primary key,
	cycle_id bigint not null,
	submission_mac bytea not null
);

-- Ballots that wait for the sealer. Answers are packed, six items of ten bits in each number.
create table ballot_intake (
	id uuid default gen_random_uuid() primary key,
	cycle_id bigint not null,
	channel text not null,
	unit_id bigint not null,
	rater_class text not null,
	signals int not null,
	a1 bigint not null,
	a2 bigint not null,
	a3 bigint not null,
	a4 bigint not null,
	receipt_hash bytea not null unique
);

create table ballot_sealed (
	cycle_id bigint not null,
	position bigint not null,
	channel text not null,
	unit_id bigint not null,
	rater_class text not null,
	signals int not null,
	a1 bigint not null,
	a2 bigint not null,
	a3 bigint not null,
	a4 bigint not null,
	receipt_hash bytea not null unique,
	leaf bytea not null,
	primary key (cycle_id, position)
);

-- Histograms of the sealed ballots; item 0 with code 0 counts whole ballots.
create table ballot_tally (
	cycle_id bigint not null,
	channel text not null,
	unit_id bigint not null,
	rater_class text not null,
	signals int not null,
	item int not null,
	code int not null,
	count bigint not null check (count > 0),
	primary key (cycle_id, channel, unit_id, rater_class, signals, item, code)
);

-- What people wrote, apart from their marks; shuffled like the ballots.
create table ballot_opinion_intake (
	id uuid default gen_random_uuid() primary key,
	cycle_id bigint not null,
	channel text not null,
	unit_id bigint not null,
	text text not null check (length(text) between 1 and 500),
	may_forward boolean not null
);

create table ballot_opinion (
	id uuid primary key,
	cycle_id bigint not null,
	channel text not null,
	unit_id bigint not null,
	text text not null,
	may_forward boolean not null
);
create index ballot_opinion_unit on ballot_opinion (cycle_id, unit_id);
