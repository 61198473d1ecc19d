-- Keys of forms whose answer shows a secret once: each form sends its own, and each is taken once.
create table web_form_key (
	key uuid primary key,
	used_at timestamptz not null
);
