-- Who may invite people by name. Null is what is usual for such a network.
alter table governance.charter add column inviting text check (inviting in ('leads', 'members'));
