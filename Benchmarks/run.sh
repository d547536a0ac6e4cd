#!/usr/bin/env bash
# Measures a run beside the floor (zlib and libcsv alone) on the same invented deliveries, and writes
# the medians to Benchmarks/README.md.
#
#   Benchmarks/run.sh [SIGNALS]...        sizes; 100000 and 1000000 when none is given
#
# ROUNDS=5 is how often everything runs; VOORSEIN names another binary than that of `make release`.
# Give the machine nothing else to do meanwhile.
set -euo pipefail
cd "$(dirname "$0")"

repository=$(cd .. && pwd)
voorsein=${VOORSEIN:-$repository/.build/release/voorsein}
rounds=${ROUNDS:-5}
[ $# -gt 0 ] || set -- 100000 1000000

make --silent all
[ -x "$voorsein" ] || (cd "$repository" && swift build -c release --product voorsein)

mkdir -p build
results=build/results.tsv
: >"$results"

# measured SIGNALS NAME COMMAND...: one line of results; a run with rows set aside ends with 3.
measured() {
  local signals=$1 name=$2 code=0
  shift 2
  build/measure build/measured "$@" >build/said 2>build/complained || code=$?
  if [ "$code" -ne 0 ] && [ "$code" -ne 3 ]; then
    echo "run.sh: $name ended with exit code $code:" >&2
    cat build/complained >&2
    exit 1
  fi
  printf '%s\t%s\t%s\n' "$signals" "$name" "$(cat build/measured)" >>"$results"
}

# nightly SIGNALS NAME [OPTION]...: what `run` costs, from a state of its own.
nightly() {
  local signals=$1 name=$2
  shift 2
  rm -rf build/output build/state
  measured "$signals" "$name" "$voorsein" run "$repository/pipelines/nightly.yml" "$@" \
    --inbox "build/data/$signals" --output build/output --state build/state \
    --reference-date 2026-11-09
}

for signals in "$@"; do
  data=build/data/$signals
  rm -rf "$data"
  mkdir -p "$data"
  measured "$signals" 'voorsein sample' \
    "$voorsein" sample --signals "$signals" --seed 2026 --output "$data"
  mv "$data/truth.csv" "build/data/$signals-truth.csv"
done

# Round by round, so that a slow minute of the machine meets everything alike.
for signals in "$@"; do
  files=(build/data/"$signals"/*.csv.gz)
  for ((round = 1; round <= rounds; round++)); do
    echo "run.sh: $signals signals, round $round of $rounds" >&2
    measured "$signals" 'zlib inflate' build/floor inflate 1 "${files[@]}"
    measured "$signals" 'inflate + libcsv, counting' build/floor count 1 "${files[@]}"
    measured "$signals" 'inflate + libcsv, into an arena' build/floor arena 1 "${files[@]}"
    measured "$signals" 'the same counting, two threads' build/floor count 2 "${files[@]}"
    measured "$signals" 'the same arena, two threads' build/floor arena 2 "${files[@]}"
    nightly "$signals" 'voorsein run --to receive' --to receive
    nightly "$signals" 'voorsein run --to prioritise' --to prioritise
    nightly "$signals" 'voorsein run'
  done
done

# median COLUMN SIGNALS NAME
median() {
  awk -F '\t' -v column="$1" -v signals="$2" -v name="$3" \
    '$1 == signals && $2 == name { print $column }' "$results" | sort -g |
    awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

line() {
  local seconds cpu peak inflate
  seconds=$(median 3 "$1" "$2") cpu=$(median 4 "$1" "$2") peak=$(median 5 "$1" "$2")
  inflate=$(median 3 "$1" 'zlib inflate')
  awk -v signals="$1" -v name="$2" -v seconds="$seconds" -v cpu="$cpu" -v peak="$peak" \
    -v inflate="$inflate" 'BEGIN {
      printf "| %d | %s | %.2f | %.2f | %.0f | %.2f |\n", signals, name, seconds, cpu, peak / 1024,
        (inflate > 0 ? seconds / inflate : 0) }'
}

version() { dpkg-query --show --showformat '${Version}' "$1" 2>/dev/null || echo unknown; }

{
  cat <<'END'
# Benchmarks

What a whole run costs beside the floor: a C program that only inflates with zlib and splits with
libcsv (`floor/floor.c`), on the same invented deliveries (ten files, gzip level 1). This page is
written by

    make release && Benchmarks/run.sh

`voorsein run` is everything from the deliveries to the published lists, with all stage files written and
synchronised, the state recorded, on an empty state. With `--to prioritise` it stops before the lists:
the difference is almost all XLSX, which libxlsxwriter writes and deflates at some 80 µs a household.
With `--to receive` it stops at the admitted rows. `voorsein sample`, once per size, makes the
deliveries and their truth. [receive.md](receive.md) looks at reading alone, [match.md](match.md) at
matching, [bombs.md](bombs.md) at deliveries that are meant to break their reader. `country/write-pipeline`
writes a pipeline of all municipalities; [docs/scaling.md](../docs/scaling.md) has figures of it.

END
  echo "Medians of $rounds rounds; each round runs everything once."
  echo
  echo '| Signals | What | Seconds | CPU seconds | Peak MiB | To zlib inflate |'
  echo '|---:|---|---:|---:|---:|---:|'
  for signals in "$@"; do
    for name in 'zlib inflate' 'inflate + libcsv, counting' 'inflate + libcsv, into an arena' \
      'the same counting, two threads' 'the same arena, two threads' \
      'voorsein run --to receive' 'voorsein run --to prioritise' 'voorsein run' 'voorsein sample'; do
      line "$signals" "$name"
    done
  done
  echo
  echo "Measured on $(date --utc +%Y-%m-%d) at commit $(git rev-parse --short HEAD): $(nproc) processors" \
    "($(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)), Linux $(uname -r);" \
    "$(gcc --version | head -1); $(swift --version 2>/dev/null | head -1);" \
    "zlib $(version zlib1g), libcsv $(version libcsv3)."
} >build/README.md
mv build/README.md README.md
cat README.md
