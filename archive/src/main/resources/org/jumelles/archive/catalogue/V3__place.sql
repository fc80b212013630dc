-- Where on a globe an entry lies, for those that say so: cells of 1 degree and tiles of 10 degrees, so that a box is a few ranges
-- of a plain index in either database, newest first or by time. ${latitude} and ${longitude} read a number from attributes.

CREATE TABLE placed (
  product       BIGINT NOT NULL REFERENCES product (number),
  position      INTEGER NOT NULL,
  kind          TEXT ${bytewise} NOT NULL,
  cell          INTEGER NOT NULL,     -- 360 * row from the south + column from 180 W
  tile          INTEGER NOT NULL,     -- 36 * row + column
  start_tai     BIGINT NOT NULL,
  end_tai       BIGINT NOT NULL,
  latitude_deg  DOUBLE PRECISION NOT NULL,
  longitude_deg DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (product, position)
);

INSERT INTO placed
SELECT product, position, kind,
  360 * floor(one.lat + 90) + floor(one.lon + 180),
  36 * floor((one.lat + 90) / 10) + floor((one.lon + 180) / 10),
  start_tai, end_tai, one.lat, one.lon
FROM (SELECT e.product, e.position, e.kind, e.start_tai, e.end_tai, ${latitude} AS lat, ${longitude} AS lon FROM entry e) one
WHERE lat IS NOT NULL AND lon IS NOT NULL;

CREATE INDEX placed_cell ON placed (cell, product);
CREATE INDEX placed_tile ON placed (tile, product);
CREATE INDEX placed_cell_time ON placed (cell, start_tai);
CREATE INDEX placed_tile_time ON placed (tile, start_tai);
CREATE INDEX entry_time ON entry (kind, start_tai);
