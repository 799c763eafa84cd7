-- An address that someone keeps to sign in with when their work address no longer works. By itself it lets
-- nobody in anywhere, and no network sees it. Sealed, and found by the tag that people are found by.
create table people.second_address (
  id uuid primary key,
  person_id uuid not null references people.person,
  email_tag bytea not null unique,
  address_sealed bytea not null,
  added_on date not null
);
create index on people.second_address (person_id);
