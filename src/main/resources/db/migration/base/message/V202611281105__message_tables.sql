-- Messages have a module of their own; its tables carry its name.
alter table vote_sms rename to message_sms;
alter table vote_sms_hour rename to message_sms_hour;
alter table vote_sms_failure rename to message_sms_failure;

-- Orders of any kind; what stands in the old ones opens no longer, and would be late.
alter table vote_outbox rename to message_order;
truncate message_order;
