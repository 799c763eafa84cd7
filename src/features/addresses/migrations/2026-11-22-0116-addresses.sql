create schema addresses;

-- A change of somebody's addresses that can be taken back for some days, from the mailbox that was told of it.
create table addresses.undo (
  id uuid primary key,
  person_id uuid not null references people.person,
  content_sealed bytea not null,     -- the address to go back to, or the one to give up
  made_at timestamptz not null,
  ends_at timestamptz not null
);
create index on addresses.undo (person_id);
create index on addresses.undo (ends_at);
