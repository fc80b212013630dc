#!/usr/bin/env bash
# Fuzzes codecs and request parameters with Jazzer, guided by coverage: bench/fuzz.sh SECONDS [TARGET...]
# Each target has one process and SECONDS; its corpus stays in target/fuzz/corpus/TARGET, a find in target/fuzz/TARGET.
# Seeds: the kept finds, and what bench/fuzz_seeds.py makes, and cuts from JUMELLES_DATA, where Python is here.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:?how many seconds for each target}
shift
version=0.30.0
here=$PWD/target/fuzz
mkdir -p "$here"

if [ -z "${JUMELLES_FUZZ_CLASSPATH:-}" ]; then
  ./mvnw -q -B -Pfuzz -DskipTests -DskipFormat=true -pl formats,pipeline,service -am test-compile
  ./mvnw -q -B -Pfuzz -pl service dependency:build-classpath -Dmdep.outputFile="$here/classpath" -Dmdep.includeScope=test
  JUMELLES_FUZZ_CLASSPATH=$(printf '%s:' */target/classes */target/test-classes)$(cat "$here/classpath")
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

entry() {
  case $1 in
    adql | fdsn | stac | range | seedlink | parameters) echo org.jumelles.service.ParameterFuzz ;;
    csv | yaml | facts | recognition) echo org.jumelles.pipeline.LedgerFuzz ;;
    *) echo org.jumelles.formats.CodecFuzz ;;
  esac
}

# Processor seconds that the processes started here have taken, into the variable named.
children() {
  times >"$here/times"
  printf -v "$1" %s "$(tail -n 1 "$here/times" | tr 'ms' '  ' | awk '{ print int($1 * 60 + $2 + $3 * 60 + $4) }')"
}

targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(miniseed stationxml quakeml eps bufr netcdf hdf5 hitran cross-section mtckd tape7 profile envi
  pds4 pds3 fits matlab csv yaml facts recognition adql fdsn stac range seedlink parameters)
if command -v python3 >/dev/null; then
  python3 bench/fuzz_seeds.py "$here/corpus" ${JUMELLES_DATA:+"$JUMELLES_DATA"}
fi
printf '| %-13s | executions | features | processor s | finds |\n' target
for target in "${targets[@]}"; do
  corpus=$here/corpus/$target
  mkdir -p "$corpus" "$here/$target"
  cp -n ./*/src/test/resources/fuzz/"$target"/* "$corpus" 2>/dev/null || true
  log=$here/$target.log
  # --keep_going counts distinct finds; memory and time of one input are the target's own contract.
  children before
  "$java" -Xmx400m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
    "-Djumelles.fuzz=$target" -cp "$JUMELLES_FUZZ_CLASSPATH" com.code_intelligence.jazzer.Jazzer \
    --target_class="$(entry "$target")" --instrumentation_includes='org.jumelles.**' --keep_going=10 \
    --reproducer_path="$here/$target" -artifact_prefix="$here/$target/" -max_total_time="$seconds" \
    -timeout=30 -rss_limit_mb=0 -max_len=81920 -print_final_stats=1 "$corpus" >"$log" 2>&1 || true
  children after
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)
  features=$({ grep -o 'ft: [0-9]*' "$log" || true; } | tail -n 1 | cut -c 5-)
  finds=$(grep -c '^== Java Exception' "$log" || true)
  printf '| %-13s | %10s | %8s | %11s | %5s |\n' "$target" "${executions:-?}" "${features:-?}" "$((after - before))" "$finds"
done
