-- Tells, without revealing it, whether the secret is still the one under which rights were used.
create table ballot_secret (
	only_one boolean primary key default true check (only_one),
	fingerprint text not null
);
