-- Proves that the application gave a key up: an HMAC under a key that is not in the database. Without it a date erases nothing.
alter table secret_key add column erasure bytea;
