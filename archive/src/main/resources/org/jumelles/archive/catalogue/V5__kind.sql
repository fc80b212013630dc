-- The longest span of a kind's entries, whatever their keys: a walk through time need not begin further back. Kinds are few; the
-- keys of some, such as a granule's name, are as many as the entries.

CREATE TABLE known_kind (
  kind          TEXT ${bytewise} NOT NULL PRIMARY KEY,
  longest_nanos BIGINT NOT NULL
);

INSERT INTO known_kind SELECT kind, MAX(longest_nanos) FROM known_key GROUP BY kind;
