-- Drafts of appraisal methods, and their frozen versions, which never change.
create table scheme_scheme (
	id bigint generated always as identity primary key,
	title text not null,
	document text not null,
	changed_at timestamptz not null
);

create table scheme_version (
	id bigint generated always as identity primary key,
	scheme_id bigint not null references scheme_scheme (id),
	number int not null check (number > 0),
	title text not null,
	document text not null,
	digest varchar(64) not null,
	frozen_at timestamptz not null,
	unique (scheme_id, number)
);

create function scheme_refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'frozen versions of a scheme never change';
end
$$;

create trigger scheme_version_frozen before update or delete on scheme_version
	for each row execute function scheme_refuse_change();
