-- Which identities of a city's identity service are bound to which accounts. The subject is a keyed hash.
create table account_identity (
	id bigint generated always as identity primary key,
	issuer varchar(300) not null,
	subject varchar(64) not null,
	login varchar(30) not null references account_account (login),
	since timestamptz not null,
	unique (issuer, subject),
	unique (issuer, login)
);
create index account_identity_login on account_identity (login);
