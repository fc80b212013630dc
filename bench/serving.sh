#!/bin/sh
# Asks a running service with wrk: small JSON answers, a search of the archive, and downloads from the page cache.
#
# usage: bench/serving.sh ARCHIVE [SECONDS]
#
# The service runs with a heap of 512 MB (HEAP) on a port that is free (PORT, 18470), 50 connections on two threads of wrk
# on the same machine. The download is the largest file that the archive holds; it is read once before. Beside wrk's own
# figures it tells the processor time that the service took, since both share the cores.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
archive=${1:?usage: bench/serving.sh ARCHIVE [SECONDS]}
seconds=${2:-10}
port=${PORT:-18470}
root=http://127.0.0.1:$port
jumelles=${JUMELLES:-$here/../jumelles}
command -v wrk >/dev/null || { echo "wrk is not installed" >&2; exit 1; }

JAVA_TOOL_OPTIONS="-Xmx${HEAP:-512m}" $jumelles serve --archive "$archive" --port "$port" >/dev/null 2>&1 &
started=$!
trap 'kill $started 2>/dev/null || true' EXIT
trap 'exit 1' INT TERM
for _ in $(seq 100); do
  curl -s -o /dev/null "$root/health" && break
  sleep 0.2
done
server=$(pgrep -f "serve --archive $archive --port $port" | tail -1)

ticks() { awk '{print $14 + $15}' "/proc/$server/stat"; }
measure() {
  wrk -t2 -c50 -d2s "$root$2" >/dev/null
  before=$(ticks)
  wrk -t2 -c50 "-d${seconds}s" --latency "$root$2" |
    awk -v what="$1" '/50%/ {p50 = $2} /99%/ {p99 = $2} /Requests\/sec/ {r = $2} /Transfer\/sec/ {t = $2} /Non-2xx/ {bad = $0}
      END {printf "%s: %s requests/s, %s/s, median %s, p99 %s%s", what, r, t, p50, p99, bad ? "; " bad : ""}'
  echo "; $(awk -v n="$(($(ticks) - before))" -v hz="$(getconf CLK_TCK)" 'BEGIN {printf "%.1f", n / hz}') s of processor time in ${seconds} s"
}

measure "small JSON (/health)" /health
measure "search of the archive (/api/data)" "/api/data?mission=seis"
largest=$(curl -s "$root/api/products" | python3 -c '
import json, sys, urllib.request
root = sys.argv[1]
best = (0, "")
for one in json.load(sys.stdin)["products"]:
    request = urllib.request.Request(root + one["href"], headers={"Accept": "application/json"})
    for f in json.load(urllib.request.urlopen(request))["files"]:
        best = max(best, (f["size_bytes"], one["href"] + "/files/" + f["name"]))
print(best[1])' "$root")
curl -s -o /dev/null "$root$largest"
measure "download of $(curl -sI "$root$largest" | awk 'tolower($1) == "content-length:" {printf "%.1f MB", $2 / 1e6}')" "$largest"
echo "most memory of the process: $(awk '/VmHWM/ {printf "%.0f MB", $2 / 1024}' "/proc/$server/status")"
