-- Whether a cycle takes ballots on a day. It stays so until the caller's transaction ends: each step waits for that.
-- A function, so that the store can ask within the statement that inserts.
create function cycle_takes_ballots(cycle bigint, day date) returns boolean language sql volatile as $$
	select phase = 'OPENED' and day between opens_on and closes_on from cycle_cycle where id = cycle for share
$$;
