#!/bin/sh
# A live stream and a granule feed at many times real speed, with readers on the services, in one process with 512 MB.
# Prints heap after collection, descriptors, threads and latencies as Markdown.
#
# usage: bench/soak.sh [MINUTES [SPEED [READERS]]]      (after ./mvnw -q -pl bench -am package -DskipTests)
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "-Xmx${JUMELLES_HEAP:-512m}" -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED \
  -Djava.awt.headless=true -Djava.util.logging.config.file="$home/build/test-logging.properties" \
  -cp "${JUMELLES_BENCH_CLASSPATH:-$home/bench/target/benchmarks.jar}" org.jumelles.bench.Soak "${1:-10}" "${2:-200}" "${3:-4}"
