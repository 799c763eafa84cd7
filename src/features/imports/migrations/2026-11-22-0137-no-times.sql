-- Two lists may come on one day; the time of neither is kept beside the membership of the lead who brought it.
alter table imports.import add column number bigint generated always as identity;
update imports.import set worked_at = date_trunc('day', worked_at, 'UTC') where state not in ('reading', 'checking', 'running');
