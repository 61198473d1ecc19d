-- The register of agencies, the groups that they are ranked in, and who belonged where when.
create table unit_group (
	id bigint generated always as identity primary key,
	code varchar(12) not null unique,
	name varchar(40) not null unique,
	position int not null
);

create table unit_unit (
	id bigint generated always as identity primary key,
	code varchar(12) not null unique,
	name varchar(60) not null unique,
	short_name varchar(20) not null,
	at_window boolean not null,
	vertical boolean not null,
	awards boolean not null,
	closed_on date
);

-- until_day is the first day on which the unit no longer belongs to the group.
create table unit_membership (
	id bigint generated always as identity primary key,
	unit_id bigint not null references unit_unit (id),
	group_id bigint not null references unit_group (id),
	from_day date not null,
	until_day date,
	check (until_day > from_day),
	-- At most one group on a day. The unit as a range of one number needs no extension.
	constraint unit_membership_one_group exclude using gist
		(int8range(unit_id, unit_id, '[]') with &&, daterange(from_day, until_day) with &&)
);
create index unit_membership_unit on unit_membership (unit_id);
create index unit_membership_group on unit_membership (group_id);

-- What was uploaded and waits for its confirmation, on whichever node that arrives.
create table unit_import (
	id uuid primary key,
	sheet text not null,
	uploaded_by text not null,
	uploaded_at timestamptz not null
);
