-- Members may invite too, where the charter lets them. `inviter_id` is the membership of the member who invited: null for leads and lists.
alter table invitations.invitation drop constraint invitation_origin_check;
alter table invitations.invitation add constraint invitation_origin_check check (origin in ('import', 'lead', 'member', 'interest'));
alter table invitations.invitation add column inviter_id uuid;

-- What whoever invites sees of it: that they did, and nothing of what came of it. Members see their own
-- (`inviter_id`). What leads and lists sent (null) is here for networks that tell nobody who has answered.
-- `tag` stands for inviter and address, under the network's key: it joins to nothing else.
create table invitations.sending (
  id uuid primary key,
  network_id uuid not null references networks.network,
  inviter_id uuid,
  tag bytea not null unique,
  content_sealed bytea not null,
  invited_on date not null
);
create index on invitations.sending (network_id, inviter_id, invited_on desc, id);
create index on invitations.sending (inviter_id, invited_on);

-- Addresses that want no invitation from any network: only their tag, under a key of its own.
create table invitations.refusal (
  tag bytea primary key,
  since date not null
);

-- Whether a network reminds those who have not answered, once. Without a row, it goes by how private it is.
create table invitations.setting (
  network_id uuid primary key references networks.network,
  reminders boolean not null
);
alter table invitations.invitation add column reminded_on date;
create index on invitations.invitation (sent_on) where status = 'waiting' and reminded_on is null;
