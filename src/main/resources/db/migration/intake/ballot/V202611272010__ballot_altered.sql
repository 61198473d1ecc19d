-- Boxes that somebody altered while they waited for the seal, or put back or doubled. They are kept as they are; the counters
-- tell that they are there, and the mark tells whoever holds the receipt. Boxes of opinions have no mark.
create table ballot_altered (
	cycle_id bigint not null,
	mark bytea,
	box bytea not null
);
