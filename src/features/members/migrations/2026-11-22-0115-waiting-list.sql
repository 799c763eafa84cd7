-- The place on the waiting list of an ally for whom there is no room: 1, 2, 3 within one network. Days do not say
-- who of two came first, and times must not stand here. This says that and no more: it is counted anew in each
-- network and from 1 whenever nobody waits, so no two networks' numbers can be laid beside each other.
alter table members.membership add column place int check (place > 0);
update members.membership m set place = waits.place
from (select id, row_number() over (partition by network_id order by joined_on, id) as place from members.membership where status = 'waiting') waits
where m.id = waits.id;
alter table members.membership add constraint who_waits_has_a_place check ((status = 'waiting') = (place is not null));
create unique index on members.membership (network_id, place) where place is not null;
