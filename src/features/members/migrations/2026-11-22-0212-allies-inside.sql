-- How many allies are in a network is asked whenever another comes.
drop trigger if exists cap on members.membership;
create index on members.membership (network_id) where status = 'active' and category = 'ally';
