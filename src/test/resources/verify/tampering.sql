-- What somebody writes who knows the formats: leaves, nodes, tallies, digests and chains made again.
create or replace function pg_temp.releaf() returns void language sql as $$
	update ballot_sealed set leaf = sha256('\x00'::bytea || convert_to(concat_ws('|', 'pingyi-ballot/1', cycle_id, position,
		channel, unit_id, rater_class, signals, a1, a2, a3, a4), 'UTF8'));
	update ballot_receipt set leaf = sha256('\x00'::bytea || receipt_hash);
	update ballot_act set leaf = sha256('\x00'::bytea || convert_to(entry, 'UTF8'));
$$;

create or replace function pg_temp.renode() returns void language plpgsql as $$
declare
	height int := 0;
begin
	delete from ballot_node;
	create temporary table given on commit drop as
		select cycle_id, 0 as log, position as index, leaf as hash, 0 as level from ballot_sealed
		union all select cycle_id, 1, position, leaf, 0 from ballot_receipt
		union all select cycle_id, 2, position, leaf, 0 from ballot_act;
	loop
		insert into given
		select l.cycle_id, l.log, l.index / 2, sha256('\x01'::bytea || l.hash || r.hash), height + 1
		from given l join given r on r.log = l.log and r.level = l.level and r.index = l.index + 1
		where l.level = height and l.index % 2 = 0;
		exit when not found;
		height := height + 1;
	end loop;
	insert into ballot_node (cycle_id, log, level, index, hash)
	select cycle_id, log, level, index, hash from given where level > 0;
end $$;

create or replace function pg_temp.retally() returns void language sql as $$
	delete from ballot_tally;
	insert into ballot_tally (cycle_id, channel, unit_id, rater_class, signals, item, code, count)
	select cycle_id, channel, unit_id, rater_class, signals, item, code, count(*) from (
		select *, 0 as item, 0 as code from ballot_sealed
		union all
		select s.*, number, ((case (number - 1) / 6 when 0 then a1 when 1 then a2 when 2 then a3 else a4 end
			>> ((number - 1) % 6 * 10)) & 1023)::int - 1
		from ballot_sealed s cross join generate_series(1, 24) number) answered
	where code >= 0 group by 1, 2, 3, 4, 5, 6, 7;
$$;

create or replace function pg_temp.redigest() returns void language sql as $$
	update result_run set inputs_digest = encode(sha256(convert_to(inputs::text, 'UTF8')), 'hex'),
		outcome_digest = encode(sha256(convert_to(outcome::text, 'UTF8')), 'hex');
$$;

create or replace function pg_temp.field(text) returns bytea language sql as $$
	select int4send(octet_length(convert_to($1, 'UTF8'))) || convert_to($1, 'UTF8');
$$;

create or replace function pg_temp.rechain() returns void language plpgsql as $$
declare
	entry audit_entry;
	before bytea := decode(repeat('00', 32), 'hex');
	made bytea;
begin
	alter table audit_entry drop constraint audit_entry_previous_hash_key;
	alter table audit_entry drop constraint audit_entry_hash_key;
	for entry in select * from audit_entry order by id loop
		made := sha256(before || int8send(entry.id)
			|| pg_temp.field(to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
			|| pg_temp.field(entry.actor) || pg_temp.field(entry.act) || pg_temp.field(entry.subject)
			|| pg_temp.field(entry.detail));
		update audit_entry set previous_hash = before, hash = made where id = entry.id;
		before := made;
	end loop;
end $$;

create or replace function pg_temp.refreeze() returns void language sql as $$
	update scheme_version set digest = encode(sha256(convert_to(document, 'UTF8')), 'hex');
$$;
