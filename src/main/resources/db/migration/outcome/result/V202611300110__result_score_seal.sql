-- HMAC under a key outside the database, over all that the ranking is drawn from; null for runs of earlier versions.
alter table result_score add column seal bytea;
