-- Which request took the key of a form, and whether its act was stored: the act's own transaction says so. What older
-- nodes insert counts as done.
alter table web_form_key add column claim uuid, add column acted boolean not null default true;
