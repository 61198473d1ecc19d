-- Rights that were proved in a year, used or not; the right is a keyed hash of its own, not the one ballots know.
create table vote_won (
	cycle_id bigint not null,
	right_mac text not null,
	primary key (cycle_id, right_mac)
);

-- Which rights were proved on which device, until the year closes.
create table vote_device (
	cycle_id bigint not null,
	device_mac text not null,
	right_mac text not null,
	primary key (cycle_id, device_mac, right_mac)
);
