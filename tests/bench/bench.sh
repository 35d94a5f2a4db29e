#!/bin/sh
# bench.sh BIN FOLDER quick|full RUNS - what a whole audit costs beside a bare pass of libcsv over the same bytes: medians of RUNS runs.
#
# quick: the main measure, 50 files of 20,000 lines of 25 columns (BENCH_FILES and BENCH_LINES change it), the same with 11 columns
#        (narrow), with --per-opd beside a bare loop of libxlsxwriter over the same cells, and how long it takes to start.
# full:  growth: ten times the lines (BENCH_TEN_MILLION=1 adds ten million), ten times the units (to 5,000) and ten times the sub kegiatan
#        (to 100,000); one file of 1 GB beside 50 files of the same size; other programs on the same lines where they are installed.
#
# "x bare" is against the bare pass over the same files, except for the last lines, which read none.
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

# timed COMMAND...: "wall cpu peak"; a run that fails ends the bench
timed() {
    "$bin/run_timed" "$runs" "$@" | while read -r wall cpu peak status; do
        [ "$status" -le 1 ] || { echo "bench: $* ended with status $status" >&2; exit 1; }
        echo "$wall $cpu $peak"
    done
}

# row LABEL LINES BYTES WALL CPU PEAK BARE_WALL BARE_CPU
row() {
    echo "$@" | awk '{
        printf "%-22s %9d %8.1f %8.3f %8.3f %8.1f %9.2f %9.2f", $1, $2, $3 / 1e6, $4, $5, $6, ($7 ? $4 / $7 : 0), ($8 ? $5 / $8 : 0)
        printf " %9.2f\n", ($2 ? $5 * 1e6 / $2 : 0) }'
}

# audited LABEL FOLDER LINES JOBS: a row; sets $wall $cpu $peak
audited() {
    bytes=$(cat "$2"/*.csv | wc -c)
    bare=$(timed "$bin/bare_libcsv" "$2"/*.csv)
    cost=$(timed "$bin/effcheck" audit --quiet --jobs "$4" --output "$folder/laporan.xlsx" "$2"/*.csv)
    set -- "$1" "$3" $bare $cost
    row "$1" "$2" "$bytes" "$6" "$7" "$8" "$3" "$4"
    bare_wall=$3 bare_cpu=$4 wall=$6 cpu=$7 peak=$8
}

main_measure() {
    files=${BENCH_FILES:-50} lines=${BENCH_LINES:-20000}
    rows=$((files * lines)) # records: cells with line breaks make the files a little longer
    here_data=$(data "$files" "$lines")
    bytes=$(cat "$here_data"/*.csv | wc -c)
    set -- $(timed "$bin/bare_libcsv" "$here_data"/*.csv)
    row bare_libcsv "$rows" "$bytes" "$1" "$2" "$3" "$1" "$2"
    audited "audit_-j1" "$here_data" "$rows" 1
    [ "$jobs" -eq 1 ] || audited "audit_-j$jobs" "$here_data" "$rows" "$jobs"
    # lines already in memory, one thread: what finding the class of a line costs by itself
    "$bin/time_classify" "$rules/$(sed -n '2s/,.*//p' "$rules/default.csv")" "$runs" "$here_data"/*.csv |
        while read -r w c p status; do row classification "$rows" "$bytes" "$w" "$c" "$p" "$bare_wall" "$bare_cpu"; done
    audited "narrow_-j1" "$(data "$files" "$lines" 24 narrow)" "$rows" 1
    [ "$jobs" -eq 1 ] || audited "narrow_-j$jobs" "$(data "$files" "$lines" 24 narrow)" "$rows" "$jobs"
}

# With one workbook for each unit: the whole run against libxlsxwriter alone, one thread, constant_memory, the same cells as in the work
# papers (those of the first unit, as often as there are units). The runs take turns, so that a busy machine slows both.
per_opd() {
    books=$folder/per-opd
    rm -rf "$books" "$folder/bare"
    mkdir -p "$folder/bare"
    writes="$bin/effcheck audit --quiet --output $folder/laporan.xlsx --per-opd $books"
    $writes "$here_data"/*.csv >/dev/null 2>&1 || [ $? = 1 ]
    python3 "$here/dump_cells.py" "$(ls "$books"/*.xlsx | head -1)" "Kertas Kerja" >"$folder/cells.tsv"
    for run in $(seq "$runs"); do
        for name in bare_xlsxwriter --per-opd; do
            set -- "$bin/bare_xlsxwriter" "$folder/cells.tsv" "$folder/bare" "$files"
            [ "$name" = bare_xlsxwriter ] || set -- $writes "$here_data"/*.csv
            "$bin/run_timed" 1 "$@" | while read -r wall cpu peak status; do
                [ "$status" -le 1 ] || { echo "bench: $name ended with status $status" >&2; exit 1; }
                echo "$run $name $wall $cpu $peak"
            done
        done
    done >"$folder/pairs"
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
    ' "$folder/pairs"
}

# What ten times as much costs, against the row before it; "" begins anew
tenfold() {
    [ -z "$1" ] || echo "$before $wall $cpu $peak $1" | awk '{
        printf "  ten times the %-15s wall x %.1f, CPU x %.1f (wanted 10.5), memory x %.1f (wanted 10)\n", $7, $4 / ($1 ? $1 : 0.001), $5 / ($2 ? $2 : 0.001), $6 / $3 }'
    before="$wall $cpu $peak"
}

# Ten times the lines, of files, of units and of sub kegiatan: how much more time and memory.
growth() {
    what=
    for lines in 200 2000 20000 ${BENCH_TEN_MILLION:+200000}; do
        audited "50_x_$lines" "$(data 50 "$lines")" $((50 * lines)) "$jobs"
        tenfold "$what"
        what=lines
    done
    what=
    for units in 500 5000; do
        audited "${units}_units" "$(data "$units" 200)" $((units * 200)) "$jobs"
        tenfold "$what"
        what=units
    done
    what=
    for of_each in 1250 12500; do # of eight kegiatan
        audited "$((8 * of_each))_sub_kegiatan" "$(data 50 $((of_each / 5 * 8)) "$of_each")" $((80 * of_each)) "$jobs"
        tenfold "$what"
        what=sub_kegiatan
    done
}

one_large_file() {
    audited "50_files_of_1_GB" "$(data 50 40000)" 2000000 "$jobs"
    many=$wall
    audited "1_file_of_1_GB" "$(data 1 2000000)" 2000000 "$jobs"
    echo "$wall $many" | awk '{ printf "  one against 50         wall x %.2f (wanted 1.6)\n", $1 / $2 }'
}

start_up() {
    set -- $(timed "$bin/effcheck" --help)
    row "effcheck_--help" 0 0 "$1" "$2" "$3" 0 0
    demo=$here/../demo
    set -- $(timed "$bin/effcheck" audit --quiet --output "$folder/laporan.xlsx" --baseline "$demo/murni_*.csv" "$demo/opd_*.csv")
    row demo "$(cat "$demo"/*.csv | wc -l)" "$(cat "$demo"/*.csv | wc -c)" "$1" "$2" "$3" 0 0
}

# The same totals by other programs; they classify nothing and check nothing.
peers() {
    here_data=$(data 50 20000)
    "$bin/effcheck" audit --quiet --json "$folder/laporan.json" --output "$folder/laporan.xlsx" "$here_data"/*.csv || [ $? -eq 1 ]
    for peer in pandas duckdb; do
        if ! python3 "$here/peers.py" "$peer" >/dev/null 2>&1; then
            echo "$peer: not installed, left out"
            continue
        fi
        python3 "$here/peers.py" "$peer" "$folder/laporan.json" "$folder/$peer.xlsx" "$here_data"/*.csv || exit 1
        set -- $(timed python3 "$here/peers.py" "$peer" "$folder/laporan.json" "$folder/$peer.xlsx" "$here_data"/*.csv)
        row "$peer" 1000000 "$(cat "$here_data"/*.csv | wc -c)" "$1" "$2" "$3" "$bare_wall" "$bare_cpu"
    done
}

printf '%s processors; medians of %s runs\n' "$jobs" "$runs"
printf '%-22s %9s %8s %8s %8s %8s %9s %9s %9s\n' '' lines MB 'wall s' 'CPU s' 'peak MiB' 'x bare w.' 'x bare c.' 'CPU us/l.'
main_measure
[ "$extent" = quick ] || growth
[ "$extent" = quick ] || one_large_file
[ "$extent" = quick ] || peers
start_up
per_opd
