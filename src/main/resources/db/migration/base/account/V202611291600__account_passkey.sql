-- The passkeys of staff (WebAuthn). Of the key only the public half is here, within the attestation.
create table account_passkey (
	id bigint generated always as identity primary key,
	login varchar(30) not null references account_account (login),
	name varchar(40) not null,
	-- Nobody has the passkey of somebody else.
	credential bytea not null unique check (octet_length(credential) between 1 and 1023),
	-- The person as the device knows them.
	person bytea not null,
	attestation bytea not null,
	transports varchar(60) not null,
	-- Only ever grows; a passkey that does not count stays at 0.
	sign_count bigint not null,
	-- What it signed last: each challenge counts once.
	challenge bytea,
	since timestamptz not null,
	used_at timestamptz
);
create index account_passkey_login on account_passkey (login);
