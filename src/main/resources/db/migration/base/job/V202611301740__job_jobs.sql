-- Work that takes longer than a request. A row is sealed under a key outside the database: what a statement of SQL made or
-- moved on is neither run nor handed out.
create table job_job (
	id uuid primary key,
	kind text not null,
	owner text not null,
	subject text not null,
	address text not null,
	parameters text[] not null,
	state text not null check (state in ('PREPARED', 'WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
	cancelled boolean not null default false,
	starts int not null default 0,
	done bigint not null default 0,
	total bigint not null default 0,
	message text not null default '',
	arguments text[] not null default '{}',
	file_name text not null default '',
	file_type text not null default '',
	size bigint not null default 0,
	once boolean not null default false,
	ordered_at timestamptz not null,
	started_at timestamptz,
	finished_at timestamptz,
	erased_at timestamptz,
	seal bytea not null
);
create index job_job_owner on job_job (owner, ordered_at desc);
create index job_job_open on job_job (ordered_at) where state in ('WAITING', 'RUNNING');

-- What a job works on and what comes of it, encrypted.
create table job_part (
	job_id uuid not null references job_job on delete cascade,
	result boolean not null,
	number int not null,
	content bytea not null,
	primary key (job_id, result, number)
);
