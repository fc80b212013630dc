#!/bin/sh
# The catalogue in the machine's own PostgreSQL at growing sizes: fills it, asks it, prints a table. Usage:
#   bench/catalogue-growth.sh CLASSPATH [QUESTIONS [PRODUCTS...]]
# CLASSPATH has this program and its bench classes, such as bench/target/benchmarks.jar. A product has five entries, so that
# 10000000 products are 50 million rows: some 30 GB in $TMPDIR and ten minutes of an idle machine. As root the server runs as
# the account postgres. Nothing is left behind.
set -eu
CLASSPATH=$1
QUESTIONS=${2:-4000}
[ $# -le 2 ] && set -- "$CLASSPATH" "$QUESTIONS" 2000 20000 200000 2000000 10000000
shift 2
HERE=$(dirname "$(realpath "$0")")
BIN=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
HOME_DIR=$(mktemp -d "${TMPDIR:-/tmp}/jumelles-growth.XXXXXX")
PORT=${PORT:-54329}
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
AS=
if [ "$(id -u)" = 0 ]; then chown postgres "$HOME_DIR"; AS="runuser -u postgres --"; fi
cd /

start() { $AS "$BIN/pg_ctl" -D "$HOME_DIR/data" -w -l "$HOME_DIR/log" -o "-p $PORT -k $HOME_DIR -c jit=off -c shared_buffers=3GB \
  -c effective_cache_size=12GB -c maintenance_work_mem=1GB -c max_wal_size=8GB -c random_page_cost=1.1 -c work_mem=32MB $1" start >/dev/null; }
stop() { $AS "$BIN/pg_ctl" -D "$HOME_DIR/data" -m fast stop >/dev/null; }
trap '$AS "$BIN/pg_ctl" -D "$HOME_DIR/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$HOME_DIR"' EXIT
trap 'exit 1' INT TERM

$AS "$BIN/initdb" -D "$HOME_DIR/data" -U jumelles -A trust -E UTF8 >/dev/null
URL="jdbc:postgresql://127.0.0.1:$PORT/postgres?user=jumelles"
start "-c fsync=off"
"$JAVA" -cp "$CLASSPATH" org.jumelles.bench.CatalogueGrowth "$URL" 2>"$HOME_DIR/said" || { cat "$HOME_DIR/said" >&2; exit 1; }
FROM=1
for TO in "$@"; do
  BEGAN=$(date +%s)
  "$BIN/psql" -q -h 127.0.0.1 -p "$PORT" -U jumelles postgres -v from=$FROM -v to="$TO" -f "$HERE/catalogue-fill.sql" >/dev/null 2>"$HOME_DIR/said" \
    || { cat "$HOME_DIR/said" >&2; exit 1; }
  echo "# $TO products: filled in $(($(date +%s) - BEGAN)) s, $(du -sh "$HOME_DIR/data" | cut -f1) on disk, load $(cut -d' ' -f1 /proc/loadavg)"
  stop; start "-c fsync=on"
  "$JAVA" -cp "$CLASSPATH" org.jumelles.bench.CatalogueGrowth "$URL" "$TO" "$QUESTIONS" 2>"$HOME_DIR/said" || { cat "$HOME_DIR/said" >&2; exit 1; }
  stop; start "-c fsync=off"
  FROM=$((TO + 1))
done
