-- Run once, by psql as a superuser, when the cluster is made: the owner migrates, the application has the lesser role.
\set owner_password `cat /run/secrets/database-owner-password`
\set app_password `cat /run/secrets/database-password`
create role pingyi_owner login password :'owner_password';
create role pingyi_app login password :'app_password';
create database pingyi owner pingyi_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke connect on database pingyi from public;
grant connect on database pingyi to pingyi_app;
\connect pingyi
-- Large objects, which nobody needs, are bound by no right on a table.
revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) from public;
