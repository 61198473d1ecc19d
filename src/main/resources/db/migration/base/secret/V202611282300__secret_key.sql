-- The keys that lie outside the database: their names and SHA-256, so that a missing one is noticed and one that was given up
-- never comes back.
create table secret_key (
	name varchar(60) primary key,
	fingerprint bytea not null,
	erased_on date
);

-- Whether none of these keys was given up. It stays so until the caller's transaction ends: giving one up waits for that.
-- A function, so that the store of ballots can ask within the statement that inserts.
create function secret_keys_in_use(asked text[]) returns boolean language sql volatile as $$
	select count(*) = cardinality(asked) from
		(select from secret_key where name = any(asked) and erased_on is null for share) as held
$$;
