-- A sheet that was imported stays: whoever confirms it a second time learns when, and what came of it.
alter table unit_import add column imported_at timestamptz;
