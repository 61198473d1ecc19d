create table kiosk_tablet (
	id bigint generated always as identity primary key,
	unit_id bigint not null,
	window_name text not null,
	pairing_hash text unique,
	pairing_until timestamptz,
	device_hash text unique,
	revoked boolean not null default false,
	last_used_on date,
	forms bigint not null default 0
);

-- A ticket forgets its time once it is used: nothing here says when a form came in.
create table kiosk_ticket (
	ticket_hash text primary key,
	cycle_id bigint not null,
	tablet_id bigint not null references kiosk_tablet,
	own_phone boolean not null,
	issued_on date not null,
	valid_until timestamptz,
	used boolean not null default false
);
