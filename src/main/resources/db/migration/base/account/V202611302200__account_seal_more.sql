-- Seals of accounts cover their names from now on: the next start makes them anew, once.
insert into account_unsealed select login from account_account on conflict do nothing;
-- Whether a role requires a second factor is sealed, too; the next start seals what there is, and makes a rule for every other role.
alter table account_factor_rule add column seal bytea;
