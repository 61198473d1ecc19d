-- An invitation is sealed with a key that is not in the database: one that no act made opens no sheet.
alter table review_invitation add column seal bytea;

-- Invitations from before there were seals: the next start seals them, once, and says so in the trail.
create table review_unsealed (invitation_id bigint primary key);
insert into review_unsealed select id from review_invitation;
