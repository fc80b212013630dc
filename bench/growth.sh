#!/bin/sh
# What one more sample, scan line and pixel of a cube cost, over decades of size. Usage: bench/growth.sh CLASSPATH [DECADES]
# CLASSPATH has this program and its bench classes, such as bench/target/benchmarks.jar. Processor time hardly depends on who else
# works on the machine.
set -eu
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -cp "$1" org.jumelles.bench.GrowthTimes "${2:-3}"
