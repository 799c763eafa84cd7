-- Where members see each other's names: whether allies see them too.
alter table governance.charter add column allies_see_names boolean not null default true;
