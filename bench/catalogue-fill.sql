-- Products :from to :to of a made-up archive of fifteen years, each with five entries of which one lies on the globe. Deterministic.
\set ON_ERROR_STOP on
ALTER TABLE entry DROP CONSTRAINT IF EXISTS entry_product_fkey;
ALTER TABLE payload DROP CONSTRAINT IF EXISTS payload_product_fkey;
ALTER TABLE product_input DROP CONSTRAINT IF EXISTS product_input_product_fkey;
ALTER TABLE product DROP CONSTRAINT IF EXISTS product_identity_key;
ALTER TABLE product DROP CONSTRAINT IF EXISTS product_pkey;
ALTER TABLE entry DROP CONSTRAINT IF EXISTS entry_pkey;
ALTER TABLE payload DROP CONSTRAINT IF EXISTS payload_pkey;
ALTER TABLE held DROP CONSTRAINT IF EXISTS held_pkey;
DROP INDEX IF EXISTS product_family, product_recipe, product_told, entry_found, entry_time, held_kinds, placed_key, placed_cell, placed_tile,
  placed_cell_time, placed_tile_time;

INSERT INTO product OVERRIDING SYSTEM VALUE
SELECT i, md5(i::text) || md5('b' || i), md5('f' || i) || md5('g' || i), 1,
  (ARRAY['iasi/brightness', 'iasi/alerts', 'seis/motion', 'ryugu/survey'])[1 + i % 4], '1', 'Made-up product ' || i, '{}',
  '{"subject":"' || i || '"}', '{"codeCommit":"0123abc","startedTaiNanos":0,"endedTaiNanos":1,"agents":[]}',
  1200000000000000000 + i * 47 * 1000000
FROM generate_series(:from::bigint, :to::bigint) i;

INSERT INTO payload SELECT i, 0, 'data.nc', 'application/x-netcdf', 1000000, md5('p' || i) || md5('q' || i)
FROM generate_series(:from::bigint, :to::bigint) i;

-- An instant of fifteen years for each product, not in the order in which they were stored.
INSERT INTO entry
SELECT i, k, CASE k WHEN 0 THEN 'alert' ELSE 'waveform' END,
  CASE k WHEN 0 THEN 'M' || i % 3 ELSE 'FDSN:XX_S' || (i * 7 + k * 501) % 2000 || '__B_H_U' END,
  t.start, t.start + 3600000000000, 'data.nc', k * 1000, 1000,
  CASE k WHEN 0 THEN '{"latitude":"' || t.lat || '","longitude":"' || t.lon || '"}' ELSE '{"level":"raw"}' END
FROM generate_series(:from::bigint, :to::bigint) i, generate_series(0, 4) k,
  LATERAL (SELECT 1200000000000000000 + (i * 7919 % 131072) * 3600000000000 + i % 3600 * 1000000000 AS start,
    (i * 104729 % 18000) / 100.0 - 90 AS lat, (i * 15485863 % 36000) / 100.0 - 180 AS lon) t;

INSERT INTO kind_set (kinds) VALUES (E'alert\nwaveform') ON CONFLICT DO NOTHING;
INSERT INTO held SELECT i, 1, s.number
FROM generate_series(:from::bigint, :to::bigint) i, kind_set s;

INSERT INTO placed
SELECT i, 0, 'alert', 120 * floor((lat + 90) / 3) + floor((lon + 180) / 3), 18 * floor((lat + 90) / 20) + floor((lon + 180) / 20), 1, s.number,
  start, start + 3600000000000, lat, lon
FROM kind_set s, generate_series(:from::bigint, :to::bigint) i,
  LATERAL (SELECT 1200000000000000000 + (i * 7919 % 131072) * 3600000000000 + i % 3600 * 1000000000 AS start,
    (i * 104729 % 18000) / 100.0 - 90 AS lat, (i * 15485863 % 36000) / 100.0 - 180 AS lon) t;

INSERT INTO known_key SELECT DISTINCT kind, entry_key, 3600000000000 FROM entry WHERE product BETWEEN :from AND :from + 4000
ON CONFLICT DO NOTHING;

ALTER TABLE product ADD CONSTRAINT product_pkey PRIMARY KEY (number);
ALTER TABLE product ADD CONSTRAINT product_identity_key UNIQUE (identity);
CREATE INDEX product_family ON product (family);
CREATE INDEX product_recipe ON product (recipe, latest);
ALTER TABLE payload ADD CONSTRAINT payload_pkey PRIMARY KEY (product, position);
ALTER TABLE entry ADD CONSTRAINT entry_pkey PRIMARY KEY (product, position);
CREATE INDEX entry_found ON entry (kind, entry_key, start_tai, end_tai);
CREATE INDEX entry_time ON entry (kind, start_tai);
ALTER TABLE held ADD CONSTRAINT held_pkey PRIMARY KEY (product);
CREATE INDEX held_kinds ON held (kinds, product) WHERE latest = 1;
CREATE UNIQUE INDEX placed_key ON placed (product, position);
CREATE INDEX placed_cell ON placed (cell, product, kinds, kind, start_tai, end_tai, latitude_deg, longitude_deg) WHERE latest = 1;
CREATE INDEX placed_tile ON placed (tile, product, kinds, kind, start_tai, end_tai, latitude_deg, longitude_deg) WHERE latest = 1;
CREATE INDEX placed_cell_time ON placed (cell, start_tai, end_tai, product, kinds, kind, latitude_deg, longitude_deg) WHERE latest = 1;
CREATE INDEX placed_tile_time ON placed (tile, start_tai, end_tai, product, kinds, kind, latitude_deg, longitude_deg) WHERE latest = 1;
CREATE INDEX product_told ON product (number, latest, identity, recipe_version, stored_tai);
VACUUM ANALYZE;
