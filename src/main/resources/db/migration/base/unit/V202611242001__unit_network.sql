-- The networks that an agency uses, so that votes out of them can be told.
create table unit_network (
	id bigint generated always as identity primary key,
	unit_id bigint not null references unit_unit (id),
	network cidr not null,
	unique (unit_id, network)
);
