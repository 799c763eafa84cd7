-- Whether the session was begun with a second address: then it has fewer rights.
alter table sign_in.session add column second boolean not null default false;
-- It answers with one column more; access.sql makes it anew.
drop function if exists sign_in.enter(bytea, timestamptz, interval);
