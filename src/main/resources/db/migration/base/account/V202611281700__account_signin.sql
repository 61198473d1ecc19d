-- Sign-ins are counted in buckets of tokens; the key is a keyed hash of name, network or device.
create table account_bucket (
	id text primary key,
	state bytea,
	expires_at bigint
);

drop table account_failure;
