create schema audit;

-- What happened. Nothing is ever changed or removed but by age. An entry of a network names memberships,
-- an entry of a person carries the person's tag; none carries both. Entries about a membership have a
-- day and no time, so that they cannot be laid beside the time of a person's entry.
create table audit.entry (
  id uuid primary key default gen_random_uuid(),
  event text not null,
  network_id uuid,
  actor_id uuid,                -- membership that did it
  subject_id uuid,              -- membership it is about
  person_tag bytea,
  detail jsonb not null default '{}',
  day date not null,
  at timestamptz,
  check (person_tag is null or (network_id is null and actor_id is null and subject_id is null))
);
create index on audit.entry (network_id, day desc, id);
create index on audit.entry (person_tag, day desc);
create index on audit.entry (subject_id) where subject_id is not null;
create index on audit.entry (day);
