-- Which acts there are, and whether one ever was, is asked without reading all of them.
create index audit_entry_act on audit_entry (act);
