-- A code belongs to the order that asked for it, which only its browser can name; codes that are on their way are asked for again.
drop table vote_code;
create table vote_code (
	order_mac text primary key,
	code_mac text not null,
	sent_at timestamptz not null,
	tries int not null default 0
);

-- What a share of a number's messages has had today; number and share only as a keyed hash.
create table vote_code_share (
	share_mac text primary key,
	sent_at timestamptz not null,
	sent_on date not null,
	sent_today int not null
);

-- Orders say more than before; what waits (for seconds) is asked for again.
truncate message_order;
