-- Boxes that somebody altered while they waited for the seal, and those of ballots that were put back or doubled. They are kept
-- as they are; the counters tell that they are there, and the mark tells whoever holds the receipt. Opinions have no mark, and
-- nothing by which one that was doubled could be told.
create table ballot_altered (
	cycle_id bigint not null,
	mark bytea,
	box bytea not null
);
