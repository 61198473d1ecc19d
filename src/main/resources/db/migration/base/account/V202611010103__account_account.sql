-- Staff, their roles, their one-time links and their failed sign-ins.
create table account_account (
	id bigint generated always as identity primary key,
	login varchar(30) not null unique check (login = lower(login)),
	name varchar(40) not null,
	unit_id bigint references unit_unit (id),
	-- Null until the person has set one through a one-time link.
	password text,
	enabled boolean not null default true,
	-- Roles do not count while a security administrator has yet to confirm them after a new link.
	rights_held boolean not null default false,
	created_at timestamptz not null
);

create table account_role (
	account_id bigint not null references account_account (id),
	role varchar(20) not null,
	primary key (account_id, role)
);

-- Only the hash of a link is kept. A link without an account sets up the first administrators.
create table account_link (
	hash bytea primary key,
	account_id bigint references account_account (id),
	expires_at timestamptz not null,
	used_at timestamptz
);
create index account_link_account on account_link (account_id);

-- The hash of what was typed as sign-in name: people mistype, and some type their password there.
create table account_failure (
	id bigint generated always as identity primary key,
	login_hash bytea not null,
	at timestamptz not null
);
create index account_failure_login on account_failure (login_hash, at);
