-- What a search asks for lies side by side in an index, with the newest versions only: which kinds a product holds, and for an entry
-- that lies on a globe all that is asked of it. Squares of 3 and of 20 degrees, so that a box is a few of them and a hit a few pages
-- of the disk. No row of a product is read before it is shown.

CREATE TABLE kind_set (
  number ${number},
  kinds  TEXT ${bytewise} NOT NULL UNIQUE -- a line each
);

CREATE TABLE held (
  product BIGINT PRIMARY KEY,
  latest  SMALLINT NOT NULL,              -- as in product
  kinds   INTEGER NOT NULL                -- the kind_set of its entries
);

CREATE TABLE held_before AS
SELECT one.product, string_agg(one.kind, '
') AS kinds
FROM (SELECT DISTINCT product, kind FROM entry ORDER BY product, kind) one GROUP BY one.product;

INSERT INTO kind_set (kinds) SELECT DISTINCT kinds FROM held_before;

INSERT INTO held SELECT b.product, p.latest, s.number
FROM held_before b JOIN kind_set s ON s.kinds = b.kinds JOIN product p ON p.number = b.product;

DROP TABLE held_before;
CREATE INDEX held_kinds ON held (kinds, product) WHERE latest = 1;

CREATE TABLE placed_anew (
  product       BIGINT NOT NULL,
  position      INTEGER NOT NULL,
  kind          TEXT ${bytewise} NOT NULL,
  cell          INTEGER NOT NULL,         -- 120 * row from the south + column from 180 W
  tile          INTEGER NOT NULL,         -- 18 * row + column
  latest        SMALLINT NOT NULL,        -- as in product
  kinds         INTEGER NOT NULL,         -- as in held
  start_tai     BIGINT NOT NULL,
  end_tai       BIGINT NOT NULL,
  latitude_deg  DOUBLE PRECISION NOT NULL,
  longitude_deg DOUBLE PRECISION NOT NULL
);

INSERT INTO placed_anew
SELECT e.product, e.position, e.kind,
  120 * floor((e.latitude_deg + 90) / 3) + floor((e.longitude_deg + 180) / 3),
  18 * floor((e.latitude_deg + 90) / 20) + floor((e.longitude_deg + 180) / 20),
  h.latest, h.kinds, e.start_tai, e.end_tai, e.latitude_deg, e.longitude_deg
FROM placed e JOIN held h ON h.product = e.product;

DROP TABLE placed;
ALTER TABLE placed_anew RENAME TO placed;
CREATE UNIQUE INDEX placed_key ON placed (product, position);
CREATE INDEX placed_cell ON placed (cell, product, kinds, kind, start_tai, end_tai, latitude_deg, longitude_deg) WHERE latest = 1;
CREATE INDEX placed_tile ON placed (tile, product, kinds, kind, start_tai, end_tai, latitude_deg, longitude_deg) WHERE latest = 1;
CREATE INDEX placed_cell_time ON placed (cell, start_tai, end_tai, product, kinds, kind, latitude_deg, longitude_deg) WHERE latest = 1;
CREATE INDEX placed_tile_time ON placed (tile, start_tai, end_tai, product, kinds, kind, latitude_deg, longitude_deg) WHERE latest = 1;

-- What is told of the product of an entry, without the product. SQLite has each row at its number anyway.
${server}CREATE INDEX product_told ON product (number, latest, identity, recipe_version, stored_tai);
