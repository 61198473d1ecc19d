-- The cipher suite that the city chose at its first start. Whoever started before there was a choice has the international one.
create table secret_suite (
	only_one boolean primary key default true check (only_one),
	suite varchar(20) not null check (suite in ('international', 'national'))
);
insert into secret_suite (suite) select 'international' where exists (select from ballot_secret);
