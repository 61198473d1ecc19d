-- A network is sealed with a key that is not in the database: one that nobody declared covers nobody.
alter table unit_network add column seal bytea;

-- Those from before there were seals: the next start seals them, once, and says so in the trail.
create table unit_network_unsealed (network_id bigint primary key);
insert into unit_network_unsealed select id from unit_network;
