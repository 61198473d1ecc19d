-- Orders for codes: the number is encrypted, the code does not exist yet. An order goes before its message does.
create table vote_outbox (
	id bigint generated always as identity primary key,
	sealed bytea not null,
	ordered_at timestamptz not null
);

-- Messages by the hour, for the budget of all nodes and for the office. Never a number.
create table vote_sms_hour (
	hour timestamptz primary key,
	taken int not null default 0,
	sent int not null default 0,
	failed int not null default 0,
	unsure int not null default 0,
	turned_away int not null default 0
);

-- The last failure of the gateway.
create table vote_sms_failure (
	only_one boolean primary key default true check (only_one),
	kind text not null,
	failed_at timestamptz not null
);
