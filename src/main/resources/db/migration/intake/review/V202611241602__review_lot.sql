-- Draws by lot: the seed and what it was drawn for, so that anybody can repeat the draw.
create table review_lot (
	seed char(64) primary key,
	cycle_id bigint not null,
	list_digest char(64) not null,
	drawn_by varchar(100) not null,
	drawn_at timestamptz not null
);

create function review_append_only() returns trigger language plpgsql as $$
begin
	raise exception 'draws are only appended';
end $$;
create trigger review_lot_append_only before update or delete on review_lot
	for each row execute function review_append_only();
