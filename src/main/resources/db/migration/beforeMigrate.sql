-- Refuses a server that the product does not run on, before anything is changed; the start says message and hint alone.
do $$
declare
	spread boolean := false;
begin
	if current_setting('server_version_num')::int < 160000 then
		raise exception using errcode = 'PY001', message = format('The database is PostgreSQL %s.', current_setting('server_version')),
			hint = 'Upgrade it to PostgreSQL 16 or newer.';
	end if;
	-- What Citus keeps of its tables: one that lies on a single node has "n".
	if to_regclass('pg_dist_partition') is not null then
		execute $spread$ select exists (select from pg_dist_partition join pg_class on pg_class.oid = logicalrelid
			where partmethod <> 'n' and relnamespace = '${flyway:defaultSchema}'::regnamespace) $spread$ into spread;
	end if;
	if spread then
		raise exception using errcode = 'PY001', message =
				'Citus spreads the rows of this city''s tables over several nodes, so that they can be neither counted nor sealed as one.',
			hint = 'Give the city a schema that lies on one node as a whole, as src/docs/growth.md says.';
	end if;
end $$;
