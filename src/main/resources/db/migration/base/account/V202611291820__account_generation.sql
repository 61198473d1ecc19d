-- How often the sessions of a person were ended: those of an earlier generation are over.
alter table account_account add column generation integer not null default 0;
