-- Opinions that were sent to units, and what became of them. An opinion whose writer did not
-- want it passed on leaves only the office's summary here, never its words.
create table feedback_rectification (
	id bigint generated always as identity primary key,
	cycle_id bigint not null,
	unit_id bigint not null,
	opinion_id uuid not null unique,
	words varchar(2000) not null check (words <> ''),
	summarised boolean not null,
	deadline date not null,
	state varchar(10) not null default 'SENT' check (state in ('SENT', 'ANSWERED', 'MENDED')),
	sent_by varchar(100) not null,
	sent_at timestamptz not null
);
create index feedback_rectification_unit on feedback_rectification (cycle_id, unit_id);
create index feedback_rectification_state on feedback_rectification (cycle_id, state);

create table feedback_step (
	id bigint generated always as identity primary key,
	rectification_id bigint not null references feedback_rectification,
	state varchar(10) not null,
	taken_by varchar(100) not null,
	taken_at timestamptz not null,
	remark varchar(2000) not null,
	deadline date not null
);
create index feedback_step_of on feedback_step (rectification_id, id);

create function feedback_append_only() returns trigger language plpgsql as $$
begin
	raise exception 'steps are only appended';
end $$;
create trigger feedback_step_append_only before update or delete on feedback_step
	for each row execute function feedback_append_only();
