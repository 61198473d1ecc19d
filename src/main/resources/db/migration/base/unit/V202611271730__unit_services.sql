-- What people go to the unit for, in words parted by blanks; null until somebody writes it, and then words are suggested by the unit's name.
alter table unit_unit add column services varchar(200);
