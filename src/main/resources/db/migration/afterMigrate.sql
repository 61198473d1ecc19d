-- What the application's role may do, granted anew by the owner after every migration. A table is guarded by its trigger or
-- stands in the list; one that is in neither is only appended.
do $$
declare
	application constant text := quote_ident('${application}');
	-- Kept from changing by no trigger, but for the tables in the first line by the lack of a right.
	listed constant jsonb := jsonb_build_object(
		'insert',
			'ballot_altered ballot_checkpoint ballot_node ballot_opinion ballot_receipt ballot_recount_bar ballot_right ballot_sealed
			cycle_participant inspection_finding review_invitation_unit secret_suite vote_won',
		'insert, delete',
			'account_role account_unsealed ballot_kept_mark job_part ballot_waiting ballot_waiting_opinion cycle_absence inspection_draft kiosk_unsealed
			kiosk_unsealed_ticket unit_network unit_network_unsealed
			result_rendition result_rendition_part review_unsealed unit_trait vote_device vote_work',
		'insert, update',
			'account_account account_factor_rule ballot_recount ballot_recount_progress ballot_secret ballot_tally cycle_cycle feedback_rectification hotline_case inspection_visit
			kiosk_tablet kiosk_ticket message_sms_failure review_invitation secret_key unit_group unit_unit vote_batch vote_printed',
		'insert, update, delete',
			'account_authenticator account_bucket account_identity account_link account_passkey account_recovery job_job message_order message_sms message_sms_hour
			review_draft scheme_scheme spring_session spring_session_attributes unit_import unit_membership vote_bucket vote_code vote_code_share web_form_key',
		'', 'flyway_schema_history');
	granted record;
begin
	-- Nodes that start together take their turns.
	perform pg_advisory_xact_lock(hashtext('pingyi.grants'));
	execute 'revoke all on all tables in schema public from public, ' || application;
	execute 'revoke all on all sequences in schema public from public, ' || application;
	execute 'revoke all on all routines in schema public from public, ' || application;
	execute format('revoke create, temporary on database %I from public, %s', current_database(), application);
	execute format('revoke create on schema public from public, %s', application);
	execute 'grant usage on schema public to ' || application;
	execute 'grant select on all tables in schema public to ' || application;
	execute 'grant usage on all sequences in schema public to ' || application;

	for granted in
		select tables.oid::regclass as name, coalesce(
			(select case proname when 'audit_append_only' then 'insert' else 'insert, update' end
				from pg_trigger join pg_proc on pg_proc.oid = tgfoid
				where tgrelid = tables.oid and proname in ('audit_append_only', 'audit_decide_once')),
			(select key from jsonb_each_text(listed) where relname = any(regexp_split_to_array(value, '\s+'))),
			'insert') as privileges
		from pg_class tables where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
	loop
		if granted.privileges <> '' then
			execute format('grant %s on %s to %s', granted.privileges, granted.name, application);
		end if;
	end loop;

	-- Functions of triggers need no right to run.
	for granted in
		select oid::regprocedure as name from pg_proc
		where pronamespace = 'public'::regnamespace and prorettype <> 'trigger'::regtype
	loop
		execute format('grant execute on function %s to %s', granted.name, application);
	end loop;
end $$;
