-- Boxes that somebody altered while they waited for the seal. They are kept as they are; the counters tell that they are there.
create table ballot_unreadable (
	cycle_id bigint not null,
	box bytea not null
);
