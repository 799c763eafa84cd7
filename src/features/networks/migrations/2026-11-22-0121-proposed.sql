-- Proposed networks are listed by themselves.
create index on networks.network (sort_name, id) where status = 'proposed';
