#!/bin/sh
# bench.sh BIN FOLDER RUNS - the whole audit against a bare pass of libcsv over the same bytes, and with --per-opd against a bare loop of
# libxlsxwriter over the same cells; medians of RUNS runs.
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

# With one workbook for each unit: the whole run against libxlsxwriter alone, one thread, constant_memory, the same cells as in the work
# papers (those of the first unit, as often as there are units). The runs take turns, so that a busy machine slows both.
books=$folder/per-opd
rm -rf "$books" "$folder/bare"
mkdir -p "$folder/bare"
per_opd="$bin/effcheck audit --quiet --output $folder/laporan.xlsx --per-opd $books"
$per_opd "$data"/*.csv >/dev/null 2>&1 || [ $? = 1 ]
python3 "$(dirname "$0")/dump_cells.py" "$(ls "$books"/*.xlsx | head -1)" "Kertas Kerja" >"$folder/cells.tsv"
: >"$folder/times2"
for run in $(seq "$runs"); do
    for name in bare_xlsxwriter --per-opd; do
        set -- "$bin/bare_xlsxwriter" "$folder/cells.tsv" "$folder/bare" "$files"
        [ "$name" = bare_xlsxwriter ] || set -- $per_opd "$data"/*.csv
        "$bin/run_timed" 1 "$@" | while read -r wall cpu peak status; do
            [ "$status" -le 1 ] || { echo "bench: $name ended with status $status" >&2; exit 1; }
            echo "$run $name $wall $cpu $peak"
        done
    done
done >>"$folder/times2"

awk '
    function median(list, n,    i, j, t) {
        for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (list[j] < list[i]) { t = list[i]; list[i] = list[j]; list[j] = t }
        return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
    }
    $2 == "bare_xlsxwriter" { bare = $3; bare_cpu = $4; bare_wall[++n] = $3; bare_cpus[n] = $4; next }
    { wall[n] = $3; cpu[n] = $4; peak[n] = $5; ratio[n] = bare ? $3 / bare : 0; ratio_cpu[n] = bare_cpu ? $4 / bare_cpu : 0 }
    END {
        printf "\n%-16s %9s %9s %9s   ratios: medians of %d pairs\n", "", "wall s", "CPU s", "peak MiB", n
        printf "%-16s %9.3f %9.3f\n", "bare_xlsxwriter", median(bare_wall, n), median(bare_cpus, n)
        printf "%-16s %9.3f %9.3f %9.1f   %.2f x bare wall (wanted 0.65), %.2f x bare CPU\n", "--per-opd", median(wall, n), median(cpu, n),
               median(peak, n), median(ratio, n), median(ratio_cpu, n)
    }
' "$folder/times2"
