-- Traits are rows, so that a further one needs no column.
create table unit_trait (
	unit_id bigint not null references unit_unit (id),
	trait varchar(20) not null,
	primary key (unit_id, trait)
);

insert into unit_trait (unit_id, trait)
select id, 'WINDOW' from unit_unit where at_window
union all select id, 'VERTICAL' from unit_unit where vertical
union all select id, 'AWARDS' from unit_unit where awards;

alter table unit_unit drop column at_window, drop column vertical, drop column awards;
