#!/bin/sh
# bench.sh BIN FOLDER quick|full RUNS - what a whole audit costs beside a bare pass of libcsv over the same bytes: medians of RUNS runs.
# What is compared takes turns, so that a machine that is slow for a while slows both; a ratio is the median of what each turn says.
#
# quick: the main measure, 50 files of 20,000 lines of 25 columns (BENCH_FILES and BENCH_LINES change it), the same with 11 columns
#        (narrow), with --per-opd beside a bare loop of libxlsxwriter over the same cells, how long it takes to start, and what a user would
#        write instead on the same lines, where pandas or DuckDB is installed.
# full:  growth: ten times the lines (BENCH_TEN_MILLION=1 adds ten million), ten times the units (to 5,000) and ten times the sub kegiatan
#        (to 100,000); one file of 1 GB beside 50 files of the same size.
#
# "x bare" is against the bare pass over the same files.
set -eu
bin=$1 folder=$2 extent=$3 runs=$4
here=$(dirname "$0")
jobs=$(nproc)
rules=$here/../../rules
mkdir -p "$folder"

# data FILES LINES [SUBS [narrow]]: the folder of these files, made when missing
data() {
    made=$folder/$1x$2${3:+s$3}${4:-}
    if [ ! -f "$made/complete" ]; then
        rm -rf "$made"
        mkdir -p "$made"
        "$bin/make_bench" "$made" "$1" "$2" 20250122 "${3:-24}" ${4:-}
        : >"$made/complete"
    fi
    echo "$made"
}

# timed COMMAND [-- COMMAND]...: sets $costs, for each "wall cpu peak x_wall x_cpu", the last two against the first; a run that fails ends the
# bench. (As an argument, $(...) would fail unseen.)
timed() {
    costs=$("$bin/run_timed" "$runs" "$@" | while read -r wall cpu peak status x_wall x_cpu; do
        [ "$status" -le 1 ] || { echo "bench: a run ended with status $status: $*" | cut -c 1-300 >&2; exit 1; }
        echo "$wall $cpu $peak $x_wall $x_cpu"
    done)
}

# row LABEL LINES BYTES WALL CPU PEAK X_WALL X_CPU
row() {
    echo "$@" | awk '{
        printf "%-22s %9d %8.1f %8.3f %8.3f %8.1f %9.2f %9.2f %9.2f\n", $1, $2, $3 / 1e6, $4, $5, $6, $7, $8, ($2 ? $5 * 1e6 / $2 : 0) }'
}

bytes_of() { cat "$@" | wc -c; }

audit="$bin/effcheck audit --quiet --output $folder/laporan.xlsx"

# audited LABEL FOLDER LINES JOBS: a row, in turns with the bare pass over the same files
audited() {
    timed "$bin/bare_libcsv" "$2"/*.csv -- $audit --jobs "$4" "$2"/*.csv
    set -- "$@" $costs
    row "$1" "$3" "$(bytes_of "$2"/*.csv)" "${10}" "${11}" "${12}" "${13}" "${14}"
}

# against LABEL SMALL LARGE LINES: a row for the folder LARGE, in turns with SMALL; sets $x_wall, $x_cpu and $x_peak, of what SMALL costs
against() {
    timed $audit --jobs "$jobs" "$2"/*.csv -- $audit --jobs "$jobs" "$3"/*.csv -- "$bin/bare_libcsv" "$3"/*.csv
    set -- "$@" $costs
    x_wall=${13} x_cpu=${14} x_peak=$(echo "$7 ${12}" | awk '{ print $2 / $1 }')
    row "$1" "$4" "$(bytes_of "$3"/*.csv)" "${10}" "${11}" "${12}" $(echo "${13} ${14} ${18} ${19}" | awk '{ print $1 / $3, $2 / $4 }')
}

main_measure() {
    files=${BENCH_FILES:-50} lines=${BENCH_LINES:-20000}
    rows=$((files * lines)) # records: cells with line breaks make the files a little longer
    here_data=$(data "$files" "$lines")
    narrow=$(data "$files" "$lines" 24 narrow)
    bytes=$(bytes_of "$here_data"/*.csv)
    timed "$bin/bare_libcsv" "$here_data"/*.csv
    set -- $costs
    row bare_libcsv "$rows" "$bytes" "$@"
    audited "audit_-j1" "$here_data" "$rows" 1
    [ "$jobs" -eq 1 ] || audited "audit_-j$jobs" "$here_data" "$rows" "$jobs"
    # lines already in memory, one thread: what finding the class of a line costs by itself
    "$bin/time_classify" "$rules/$(sed -n '2s/,.*//p' "$rules/default.csv")" "$runs" "$here_data"/*.csv |
        while read -r w c p status; do row classification "$rows" "$bytes" "$w" "$c" "$p" $(echo "$w $c $1 $2" | awk '{ print $1 / $3, $2 / $4 }'); done
    audited "narrow_-j1" "$narrow" "$rows" 1
    [ "$jobs" -eq 1 ] || audited "narrow_-j$jobs" "$narrow" "$rows" "$jobs"
}

# With one workbook for each unit: the whole run against libxlsxwriter alone, one thread, constant_memory, the same cells as in the work
# papers (those of the first unit, as often as there are units).
per_opd() {
    books=$folder/per-opd
    rm -rf "$books" "$folder/bare"
    mkdir -p "$folder/bare"
    $audit --per-opd "$books" "$here_data"/*.csv >/dev/null 2>&1 || [ $? = 1 ]
    python3 "$here/dump_cells.py" "$(ls "$books"/*.xlsx | head -1)" "Kertas Kerja" >"$folder/cells.tsv"
    timed "$bin/bare_xlsxwriter" "$folder/cells.tsv" "$folder/bare" "$files" -- $audit --per-opd "$books" "$here_data"/*.csv
    set -- $costs
    echo "$@" | awk '{
        printf "\n%-16s %9s %9s %9s\n%-16s %9.3f %9.3f\n", "", "wall s", "CPU s", "peak MiB", "bare_xlsxwriter", $1, $2
        printf "%-16s %9.3f %9.3f %9.1f   %.2f x bare wall (wanted 0.65), %.2f x bare CPU\n", "--per-opd", $6, $7, $8, $9, $10 }'
}

# What ten times as much costs
tenfold() {
    echo "$x_wall $x_cpu $x_peak $1" | awk '{
        printf "  ten times the %-15s wall x %.1f, CPU x %.1f (wanted 10.5), memory x %.1f (wanted 10)\n", $4, $1, $2, $3 }'
}

# Ten times the lines, of files, of units and of sub kegiatan: how much more time and memory.
growth() {
    audited 50_x_200 "$(data 50 200)" 10000 "$jobs"
    for lines in 2000 20000 ${BENCH_TEN_MILLION:+200000}; do
        against "50_x_$lines" "$(data 50 $((lines / 10)))" "$(data 50 "$lines")" $((50 * lines))
        tenfold lines
    done
    audited 500_units "$(data 500 200)" 100000 "$jobs"
    against 5000_units "$(data 500 200)" "$(data 5000 200)" 1000000
    tenfold units
    audited 10000_sub_kegiatan "$(data 50 2000 1250)" 100000 "$jobs" # 1,250 for each of eight kegiatan
    against 100000_sub_kegiatan "$(data 50 2000 1250)" "$(data 50 20000 12500)" 1000000
    tenfold sub_kegiatan
}

one_large_file() {
    audited "50_files_of_1_GB" "$(data 50 40000)" 2000000 "$jobs"
    against "1_file_of_1_GB" "$(data 50 40000)" "$(data 1 2000000)" 2000000
    echo "$x_wall" | awk '{ printf "  one against 50         wall x %.2f (wanted 1.6)\n", $1 }'
}

start_up() {
    timed "$bin/effcheck" --help
    set -- $costs
    row "effcheck_--help" 0 0 "$1" "$2" "$3" 0 0
    demo=$here/../demo
    timed "$bin/effcheck" audit --quiet --output "$folder/laporan.xlsx" --baseline "$demo/murni_*.csv" "$demo/opd_*.csv"
    set -- $costs
    row demo "$(cat "$demo"/*.csv | wc -l)" "$(cat "$demo"/*.csv | wc -c)" "$1" "$2" "$3" 0 0
}

# What a user would write instead, where it is installed: sums of unit and kind, whose totals must be those of effcheck (peers.py).
peers() {
    "$bin/effcheck" audit --quiet --json "$folder/laporan.json" --output "$folder/laporan.xlsx" "$here_data"/*.csv || [ $? -eq 1 ]
    export NODE_PATH="$folder/node/node_modules"
    peer pandas "apt-get install python3-pandas python3-xlsxwriter"
    peer duckdb "npm install --prefix build/bench/node @duckdb/node-api"
}

# peer NAME HOW_TO_INSTALL: the Python of the system has the packages of the system, whatever stands before it in PATH
peer() {
    for python in python3 /usr/bin/python3 ''; do
        [ -z "$python" ] || ! "$python" "$here/peers.py" "$1" >/dev/null 2>&1 || break
    done
    [ -n "$python" ] || { echo "$1: not installed ($2)"; return; }
    set -- "$1" "$python" "$here/peers.py" "$1" "$folder/laporan.json" "$folder/$1.xlsx" "$here_data"/*.csv
    name=$1
    shift
    "$@" || { echo "bench: $name failed, or its totals are not those of effcheck" >&2; exit 1; }
    timed "$bin/bare_libcsv" "$here_data"/*.csv -- "$@"
    set -- $costs
    row "$name" "$rows" "$bytes" "$6" "$7" "$8" "$9" "${10}"
}

printf '%s processors; medians of %s runs\n' "$jobs" "$runs"
printf '%-22s %9s %8s %8s %8s %8s %9s %9s %9s\n' '' lines MB 'wall s' 'CPU s' 'peak MiB' 'x bare w.' 'x bare c.' 'CPU us/l.'
main_measure
[ "$extent" = quick ] || growth
[ "$extent" = quick ] || one_large_file
peers
start_up
per_opd
