create schema promotion;

-- A place where people see a link to join: a poster, an article. Its code stands in the link, and nothing else.
create table promotion.placement (
  id uuid primary key,
  network_id uuid not null references networks.network,
  code text not null unique,
  name_sealed bytea not null,
  -- What another capability made it for, such as a launch: at most one of each that is not retired.
  purpose text,
  made_on date not null,
  -- A lead of a sensitive or hidden network chose that its posters for this place name the network.
  named_on date,
  retired_on date
);
create index placement_in_use on promotion.placement (network_id, made_on, id) where retired_on is null;
create unique index placement_of_purpose on promotion.placement (network_id, purpose) where retired_on is null;

-- What leads see of the counts: in steps, each at least a step above the one before.
create table promotion.figure (
  placement_id uuid not null references promotion.placement,
  measure text not null,
  shown int not null,
  as_of date not null,
  primary key (placement_id, measure)
);
create table promotion.counted (
  placement_id uuid not null references promotion.placement,
  measure text not null,
  counted int not null,
  primary key (placement_id, measure)
);
