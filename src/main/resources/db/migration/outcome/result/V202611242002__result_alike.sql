-- What the score would be if every ballot counted alike; null where every ballot does. It is not
-- shown in public where the difference would tell what fewer people said than may be shown.
alter table result_score add column alike numeric;
alter table result_score add column alike_withheld boolean not null default false;
