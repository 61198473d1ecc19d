-- Waiting ballots say nothing to whoever reads the database: their content is encrypted with a key that is kept outside,
-- so that the transaction they share with a right links that right to no answer. What waited before is sealed here.
with placed as (
	insert into ballot_sealed (cycle_id, position, channel, unit_id, rater_class, signals, a1, a2, a3, a4, receipt_hash, leaf)
	select cycle_id,
		coalesce((select max(position) + 1 from ballot_sealed sealed where sealed.cycle_id = waiting.cycle_id), 0)
			+ row_number() over (partition by cycle_id order by gen_random_uuid()) - 1,
		channel, unit_id, rater_class, signals, a1, a2, a3, a4, receipt_hash, '\x00'
	from ballot_intake waiting
	returning cycle_id, channel, unit_id, rater_class, signals, a1, a2, a3, a4
), answered as (
	select placed.*, 0 as item, 0 as code from placed
	union all
	select placed.*, number, ((case (number - 1) / 6 when 0 then a1 when 1 then a2 when 2 then a3 else a4 end
		>> ((number - 1) % 6 * 10)) & 1023)::int - 1
	from placed cross join generate_series(1, 24) number
)
insert into ballot_tally as tally (cycle_id, channel, unit_id, rater_class, signals, item, code, count)
select cycle_id, channel, unit_id, rater_class, signals, item, code, count(*)
from answered where code >= 0 group by 1, 2, 3, 4, 5, 6, 7
on conflict (cycle_id, channel, unit_id, rater_class, signals, item, code) do update set count = tally.count + excluded.count;

insert into ballot_opinion (id, cycle_id, channel, unit_id, text, may_forward)
select id, cycle_id, channel, unit_id, text, may_forward from ballot_opinion_intake order by gen_random_uuid();

drop table ballot_intake;
drop table ballot_opinion_intake;

-- mark: what stands for the receipt as long as its ballot waits; box: the encrypted ballot.
create table ballot_waiting (
	mark bytea primary key,
	cycle_id bigint not null,
	box bytea not null
);

-- Receipts have an order of their own, so that none leads to answers.
create table ballot_receipt (
	cycle_id bigint not null,
	position bigint not null,
	receipt_hash bytea not null unique,
	leaf bytea not null,
	primary key (cycle_id, position)
);
insert into ballot_receipt (cycle_id, position, receipt_hash, leaf)
select cycle_id, row_number() over (partition by cycle_id order by gen_random_uuid()) - 1, receipt_hash,
	sha256('\x00'::bytea || receipt_hash)
from ballot_sealed;

alter table ballot_sealed drop column receipt_hash;
update ballot_sealed set leaf = sha256('\x00'::bytea || convert_to(concat_ws('|', 'pingyi-ballot/1', cycle_id, position, channel,
	unit_id, rater_class, signals, a1, a2, a3, a4), 'UTF8'));

-- Complete inner nodes of the two trees (RFC 6962): log 0 of the ballots, log 1 of the receipts.
create table ballot_node (
	cycle_id bigint not null,
	log int not null,
	level int not null check (level > 0),
	index bigint not null,
	hash bytea not null,
	primary key (cycle_id, log, level, index)
);

create table ballot_checkpoint (
	cycle_id bigint not null,
	size bigint not null check (size > 0),
	ballots_root bytea not null,
	receipts_root bytea not null,
	signature bytea not null,
	primary key (cycle_id, size)
);
