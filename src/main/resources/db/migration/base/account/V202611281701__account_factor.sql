-- The second factor of staff. The secret of an authenticator is encrypted, with a key outside the database.
create table account_authenticator (
	login varchar(30) primary key references account_account (login),
	secret bytea not null,
	-- The number of the last half minute whose code was used: each counts once.
	last_step bigint not null,
	since timestamptz not null
);

-- Codes for emergencies: shown once, kept as keyed hashes, each used once.
create table account_recovery (
	hash varchar(64) primary key,
	login varchar(30) not null references account_account (login),
	used_at timestamptz
);
create index account_recovery_login on account_recovery (login);

-- For which roles a second factor is required; administrators need one unless this says otherwise.
create table account_factor_rule (
	role varchar(20) primary key,
	required boolean not null
);
