-- What everybody is sent about published years, drawn once: a page or a file of an address in a language.
create table result_rendition (
	id bigint generated always as identity primary key,
	-- digest of what it was drawn from: another one is another rendition
	edition text not null,
	address text not null,
	language text not null,
	type text not null,
	file_name text not null,
	zipped boolean not null,
	length bigint not null,
	size bigint not null,
	tag text not null,
	-- HMAC under a key outside the database: what was altered here is not sent
	seal bytea not null,
	made_at timestamptz not null,
	unique (edition, address, language)
);

-- Its bytes, in parts that are read one at a time.
create table result_rendition_part (
	rendition_id bigint not null references result_rendition (id) on delete cascade,
	number int not null,
	content bytea not null,
	seal bytea not null,
	primary key (rendition_id, number)
);

-- They are compressed already.
alter table result_rendition_part alter column content set storage external;
