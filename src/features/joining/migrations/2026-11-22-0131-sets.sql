-- Networks that an organisation offers together, with one address for its form: /join?set=<slug>.
create table joining.network_set (
  id uuid primary key,
  slug text not null unique,
  title text not null,
  organisation_id uuid not null references organisations.organisation,
  made_on date not null,
  -- Stored, since row-level security lets no index work on what a function makes of a column.
  sort_title text collate "C" not null generated always as (lower(title)) stored
);
create index on joining.network_set (sort_title, id);

-- What is in a set, in its order.
create table joining.set_network (
  set_id uuid not null references joining.network_set on delete cascade,
  network_id uuid not null references networks.network,
  position int not null,
  primary key (set_id, network_id)
);
create index on joining.set_network (network_id);
