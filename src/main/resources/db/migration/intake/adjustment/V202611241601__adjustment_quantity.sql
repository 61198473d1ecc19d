-- Rules may count whole units of something beside the event itself; most count none.
alter table adjustment_adjustment add quantity bigint not null default 0 check (quantity >= 0);
