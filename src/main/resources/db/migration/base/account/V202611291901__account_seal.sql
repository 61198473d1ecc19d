-- What opens a door is sealed with a key that is not in the database: rows that no act wrote are noticed when they are loaded.
alter table account_account add column seal bytea;
-- Whether the person has a second factor: sealed, so that nobody loses it by a statement that deletes it.
alter table account_account add column second_factor boolean not null default false;
alter table account_passkey add column seal bytea;
alter table account_identity add column seal bytea;
-- Links that are out are issued anew.
alter table account_link add column seal bytea;

-- Accounts from before there were seals: the next start seals them, once, and says so in the trail.
create table account_unsealed (login varchar(30) primary key);
insert into account_unsealed select login from account_account;
