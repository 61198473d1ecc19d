-- Whether a result that is there no longer was taken, erased by its owner, or too old.
alter table job_job add column file_end text;
