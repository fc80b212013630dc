-- Who is about to make what, so that several processes share one reprocessing. Nothing here outlives its use: an archive
-- without these rows is whole. Instants are Unix seconds of the database's clock, or of the machine's with SQLite.

CREATE TABLE worker (
  number  ${number},
  name    TEXT NOT NULL,              -- for people
  expires BIGINT NOT NULL             -- dead from then on, unless it is heard of before
);

CREATE TABLE claim (
  identity VARCHAR(64) ${bytewise} PRIMARY KEY,
  worker   BIGINT NOT NULL,
  refusal  TEXT NOT NULL,             -- why the product cannot be made; empty while it is being made
  expires  BIGINT NOT NULL            -- until when a refusal is believed; 0 while it is being made
);
CREATE INDEX claim_worker ON claim (worker);
