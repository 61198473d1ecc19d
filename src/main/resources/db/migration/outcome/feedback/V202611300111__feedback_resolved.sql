-- The last state of an opinion has the name that its pages have.
alter table feedback_rectification drop constraint feedback_rectification_state_check;
update feedback_rectification set state = 'RESOLVED' where state = 'MENDED';
alter table feedback_rectification add constraint feedback_rectification_state_check
	check (state in ('SENT', 'ANSWERED', 'RESOLVED'));
alter table feedback_step disable trigger user;
update feedback_step set state = 'RESOLVED' where state = 'MENDED';
alter table feedback_step enable trigger user;
