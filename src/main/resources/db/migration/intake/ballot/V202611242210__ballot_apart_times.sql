-- The store knows no times and no sequences, not even of the office's acts: when something was proposed or decided is in the trail.
-- Dropping the times drops the check that names them.
alter table ballot_apart alter column id drop identity;
alter table ballot_apart drop column proposed_at, drop column decided_at;
alter table ballot_apart add check ((approved is null) = (decided_by is null));
