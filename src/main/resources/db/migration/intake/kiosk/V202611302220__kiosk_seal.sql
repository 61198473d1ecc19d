-- Tablets and tickets are sealed with a key that is not in the database: what no act made opens nothing.
alter table kiosk_tablet add column seal bytea;
alter table kiosk_ticket add column seal bytea;

-- Those from before there were seals: the next start seals them, once, and says so in the trail.
create table kiosk_unsealed (tablet_id bigint primary key);
insert into kiosk_unsealed select id from kiosk_tablet;
create table kiosk_unsealed_ticket (ticket_hash text primary key);
insert into kiosk_unsealed_ticket select ticket_hash from kiosk_ticket;

-- Hours are kept to the second from now on, as they are sealed.
update kiosk_tablet set pairing_until = date_trunc('second', pairing_until);
update kiosk_ticket set valid_until = date_trunc('second', valid_until);
