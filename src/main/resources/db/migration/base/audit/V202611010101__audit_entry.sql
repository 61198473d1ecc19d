-- The trail. Each entry carries the hash of the one before it; the key on previous_hash keeps the chain from forking.
create table audit_entry (
	id bigint primary key,
	at timestamptz not null,
	actor text not null,
	act text not null,
	subject text not null,
	detail text not null,
	previous_hash bytea not null unique,
	hash bytea not null unique
);

create function audit_entry_keep() returns trigger language plpgsql as $$
begin
	raise exception 'entries of the trail are never changed or deleted';
end
$$;

create trigger audit_entry_keep before update or delete on audit_entry
	for each row execute function audit_entry_keep();
