create table cycle_cycle (
	id bigint generated always as identity primary key,
	code text not null unique,
	name text not null,
	scheme_version bigint not null references scheme_version (id),
	phase text not null,
	opens_on date not null,
	closes_on date not null,
	check (opens_on <= closes_on)
);
-- Ballots go to the one year that is open.
create unique index cycle_one_open on cycle_cycle (phase) where phase = 'OPENED';

-- Every step of a year, once each; never changed.
create table cycle_step (
	cycle_id bigint not null references cycle_cycle (id),
	phase text not null,
	taken_at timestamptz not null,
	taken_by text not null,
	primary key (cycle_id, phase)
);

-- Units that a draft leaves out.
create table cycle_absence (
	cycle_id bigint not null references cycle_cycle (id),
	unit_id bigint not null references unit_unit (id),
	primary key (cycle_id, unit_id)
);

-- The units as they were on the day of the announcement.
create table cycle_participant (
	cycle_id bigint not null references cycle_cycle (id),
	unit_id bigint not null references unit_unit (id),
	position int not null,
	code text not null,
	name text not null,
	short_name text not null,
	group_code text not null,
	group_name text not null,
	traits text not null,
	primary key (cycle_id, unit_id)
);

create table cycle_acknowledgement (
	cycle_id bigint not null,
	unit_id bigint not null,
	acknowledged_at timestamptz not null,
	acknowledged_by text not null,
	primary key (cycle_id, unit_id),
	foreign key (cycle_id, unit_id) references cycle_participant (cycle_id, unit_id)
);
