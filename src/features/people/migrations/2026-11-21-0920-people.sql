create schema people;

-- Someone with an account. Everything about them is sealed; the email is found by its tag.
create table people.person (
  id uuid primary key,
  email_tag bytea not null unique,
  details_sealed bytea not null,
  joined_on date not null default current_date
);

create table people.administrator (
  person_id uuid primary key references people.person,
  since date not null default current_date
);

-- A person's keyring: the memberships they hold, sealed, found by a tag that only the key can make.
create table people.ring (
  id uuid primary key,
  tag bytea not null,
  membership_sealed bytea not null
);
create index on people.ring (tag);
