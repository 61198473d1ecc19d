-- Places a city in a database that several cities share: a role and a schema of its own. Run by psql as a superuser, once for
-- each city: psql -d pingyi -v city=hangzhou -f city.sql; its password is the file secrets/database-password-hangzhou.
\set ON_ERROR_STOP on
\set password `cat "secrets/database-password-":city`
\set application :city _app
create role :application login password :'password';
grant connect on database pingyi to :application;
create schema :city authorization pingyi_owner;
-- On Citus the schema lies on one node as a whole: its tables are moved there once the city has started for the first time.
select exists (select from pg_extension where extname = 'citus') as citus, to_regclass(:'city' || '.audit_entry') is not null as migrated \gset
\if :citus
	alter database pingyi set citus.enable_unsafe_triggers = on;
	\if :migrated
		select citus_schema_distribute(:'city');
	\endif
\endif
