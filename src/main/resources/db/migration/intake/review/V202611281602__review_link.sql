-- A personal link belongs to the first browser that opens it, of which a keyed hash is kept;
-- a registered phone lets it be opened elsewhere. The number is encrypted.
alter table review_invitation
	add column browser_hash text,
	add column phone bytea;
