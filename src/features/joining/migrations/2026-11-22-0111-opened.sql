alter table joining.source add column opened int not null default 0;
