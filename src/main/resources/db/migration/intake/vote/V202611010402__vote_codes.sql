-- Codes on their way; the number and the code only as keyed hashes.
create table vote_code (
	phone text primary key,
	code_mac text not null,
	sent_at timestamptz not null,
	sent_on date not null,
	sent_today int not null,
	tries int not null default 0
);

-- What the development gateway would have sent; empty under a real one.
create table vote_sms (
	id bigint generated always as identity primary key,
	phone text not null,
	text text not null,
	sent_at timestamptz not null
);
