create table inspection_visit (
	id bigint generated always as identity primary key,
	cycle_id bigint not null,
	unit_id bigint not null references unit_unit,
	inspector text not null,
	planned_on date not null,
	submitted_on date,
	cancelled boolean not null default false,
	check (submitted_on is null or not cancelled)
);
create unique index inspection_visit_once on inspection_visit (cycle_id, unit_id, inspector, planned_on)
	where not cancelled;

-- What an inspector noted so far; deleted when the marks become a ballot.
create table inspection_draft (
	visit_id bigint not null references inspection_visit,
	item text not null,
	mark int,
	finding text not null,
	primary key (visit_id, item)
);

create table inspection_finding (
	id bigint generated always as identity primary key,
	visit_id bigint not null references inspection_visit,
	position int not null,
	item text not null,
	finding text not null,
	unique (visit_id, position)
);

-- Answers are appended, never changed.
create table inspection_answer (
	id bigint generated always as identity primary key,
	finding_id bigint not null references inspection_finding,
	answer text not null,
	answered_on date not null,
	answered_by text not null
);
create index inspection_answer_finding on inspection_answer (finding_id);
