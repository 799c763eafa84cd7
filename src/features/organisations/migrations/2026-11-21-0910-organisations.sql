create schema organisations;

-- An employer.
create table organisations.organisation (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  name text not null,
  sector text not null,
  merged_into uuid references organisations.organisation,
  created_on date not null default current_date
);
create unique index on organisations.organisation (lower(name)) where merged_into is null;

-- Email domains that tell which organisation somebody works for.
create table organisations.domain (
  domain text primary key,
  organisation_id uuid not null references organisations.organisation
);
create index on organisations.domain (organisation_id);

-- Domains let in by an administrator, beyond those of the public sector.
create table organisations.allowed_domain (
  domain text primary key,
  note text not null default '',
  allowed_on date not null default current_date
);

-- Someone with an unknown domain asked to be let in. Who asked is sealed.
create table organisations.domain_request (
  id uuid primary key default gen_random_uuid(),
  domain text not null,
  asker_sealed bytea,
  status text not null default 'waiting' check (status in ('waiting', 'allowed', 'declined')),
  asked_on date not null default current_date,
  decided_on date
);
create index on organisations.domain_request (status, asked_on);
