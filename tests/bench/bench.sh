#!/bin/sh
# bench.sh BIN FOLDER RUNS - the whole audit against a bare pass of libcsv over the same bytes, medians of RUNS runs.
# BENCH_FILES and BENCH_LINES change the size (50 files of 20,000 lines).
set -eu
bin=$1 folder=$2 runs=$3
files=${BENCH_FILES:-50} lines=${BENCH_LINES:-20000}
data=$folder/${files}x${lines}

if [ ! -f "$data/complete" ]; then
    rm -rf "$data"
    mkdir -p "$data"
    "$bin/make_bench" "$data" "$files" "$lines"
    : >"$data/complete"
fi
bytes=$(cat "$data"/*.csv | wc -c)
rows=$((files * lines)) # records: cells with line breaks make the files a little longer

# measure NAME COMMAND...: one line "name wall cpu peak"
measure() {
    name=$1
    shift
    "$bin/run_timed" "$runs" "$@" | while read -r wall cpu peak status; do
        [ "$status" -le 1 ] || { echo "bench: $name ended with status $status" >&2; exit 1; }
        echo "$name $wall $cpu $peak"
    done
}

measure bare_libcsv "$bin/bare_libcsv" "$data"/*.csv >"$folder/times"
for jobs in 1 $(nproc); do
    measure "audit_-j$jobs" "$bin/effcheck" audit --quiet --jobs "$jobs" --output "$folder/laporan.xlsx" "$data"/*.csv
done >>"$folder/times"
# lines already in memory, one thread: what finding the class of a line costs by itself; at most half of the bare pass
rules=$(dirname "$0")/../../rules
"$bin/time_classify" "$rules/$(sed -n '2s/,.*//p' "$rules/default.csv")" "$runs" "$data"/*.csv |
    while read -r wall cpu peak status; do echo "classification $wall $cpu $peak"; done >>"$folder/times"

awk -v rows="$rows" -v bytes="$bytes" -v files="$files" -v runs="$runs" '
    BEGIN {
        printf "%d files, %d lines, %.1f MB; medians of %d runs\n", files, rows, bytes / 1e6, runs
        printf "%-14s %9s %9s %12s %9s %9s %12s %11s\n", "", "wall s", "CPU s", "lines/s", "MB/s", "peak MiB", "x bare wall", "x bare CPU"
    }
    NR == 1 { bare = $2; bare_cpu = $3 }
    { printf "%-14s %9.3f %9.3f %12.0f %9.1f %9.1f %12.2f %11.2f\n", $1, $2, $3, rows / $2, bytes / 1e6 / $2, $4, $2 / bare, (bare_cpu ? $3 / bare_cpu : 0) }
' "$folder/times"
