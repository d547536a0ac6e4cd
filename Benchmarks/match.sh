#!/usr/bin/env bash
# Measures `match` where it is hardest: all signals in one municipality, and keys that everybody shares; beside
# the floor of the same deliveries, and beside Splink on DuckDB with a model trained beforehand. Writes the
# medians to Benchmarks/match.md.
#
#   Benchmarks/match.sh [SIGNALS]...       sizes; 100000 and 1000000 when none is given
#
# ROUNDS=5 is how often everything runs; VOORSEIN names another binary than that of `make release`, PYTHON an
# interpreter that has splink, duckdb and pandas (`pip install splink duckdb pandas`): without them Splink is left out.
# Give the machine nothing else to do meanwhile.
set -euo pipefail
cd "$(dirname "$0")"

repository=$(cd .. && pwd)
voorsein=${VOORSEIN:-$repository/.build/release/voorsein}
python=${PYTHON:-python3}
rounds=${ROUNDS:-5}
[ $# -gt 0 ] || set -- 100000 1000000
code=0606
results=build/match.tsv

make --silent all
[ -x "$voorsein" ] || (cd "$repository" && swift build -c release --product voorsein)
mkdir -p build/match
: >"$results"
before=$(cut -d " " -f 1 /proc/loadavg)
peer=yes
"$python" -c 'import duckdb, pandas, splink' 2>/dev/null || {
  peer=
  echo "match.sh: $python has no splink, duckdb and pandas; the comparison with Splink is left out" >&2
}

# measured SIZE NAME COMMAND...: size, name, seconds, CPU seconds, peak KiB.
measured() {
  local size=$1 name=$2 code=0
  shift 2
  build/measure build/measured "$@" >build/said 2>build/complained || code=$?
  case $code in
    0 | 3) ;;
    *)
      echo "match.sh: $name ended with exit code $code:" >&2
      tail -20 build/complained >&2
      exit 1
      ;;
  esac
  printf '%s\t%s\t%s\n' "$size" "$name" "$(cat build/measured)" >>"$results"
}

# run SIZE [OPTION]...: a run from an empty state, which leaves build/match/output.
run() {
  local size=$1
  shift
  rm -rf build/match/output build/match/state
  "$voorsein" run "$repository/pipelines/nightly.yml" --inbox "build/match/$size" \
    --output build/match/output --state build/match/state --reference-date 2026-11-09 "$@"
}

# What the manifest says of the stage itself.
stage() {
  "$python" - "$1" <<'END' >>"$results"
import glob, json, sys
manifest = json.load(open(glob.glob("build/match/output/runs/*/manifest.json")[0]))
seconds = max(s["seconds"] for s in manifest["stages"] if s["name"] == "match")
print(sys.argv[1], "match, the stage alone", seconds, 0, 0, sep="\t")
END
}

for size in "$@"; do
  if [ ! -d "build/match/$size" ]; then
    "$voorsein" sample --signals "$size" --seed 2026 --municipality $code \
      --output "build/match/$size.partial"
    mv "build/match/$size.partial/truth.csv" "build/match/$size-truth.csv"
    mv "build/match/$size.partial" "build/match/$size"
  fi
  rm -rf "build/match/folder-$size"
  run "$size" --to match >build/said 2>&1 || [ $? -eq 3 ]
  cp -r build/match/output/runs/*/$code "build/match/folder-$size"
  if [ -n "$peer" ]; then
    "$python" peers/splink_match.py rows "build/match/folder-$size" "build/match/$size.parquet"
    [ -f "build/match/$size.model.json" ] ||
      "$python" peers/splink_match.py train "build/match/$size.parquet" \
        "build/match/$size.model.json" >build/said 2>&1
  fi
done
keys=(phone surname address)
for key in "${keys[@]}"; do
  rm -rf "build/match/hot-$key"
  "$python" peers/hot_block.py "build/match/folder-$1" "build/match/hot-$key" "$key"
done

# Round by round, so that a slow minute of the machine meets everything alike.
for ((round = 1; round <= rounds; round++)); do
  for size in "$@"; do
    echo "match.sh: $size signals, round $round of $rounds" >&2
    measured "$size" 'floor: inflate + libcsv into an arena, two threads' \
      build/floor arena 2 build/match/"$size"/*.csv.gz
    measured "$size" 'run --to match --stage-files none' "$voorsein" run \
      "$repository/pipelines/nightly.yml" --inbox "build/match/$size" \
      --output "build/match/out-$round-$size" --state "build/match/state-$round-$size" \
      --reference-date 2026-11-09 --to match --stage-files none
    rm -rf build/match/output
    mv "build/match/out-$round-$size" build/match/output
    rm -rf "build/match/state-$round-$size"
    stage "$size"
    measured "$size" 'stage match, with reading and writing its files' "$voorsein" stage match \
      "$repository/pipelines/nightly.yml" --input "build/match/folder-$size" \
      --output build/match/again
    if [ -n "$peer" ]; then
      measured "$size" 'Splink with a trained model, with reading its rows' "$python" \
        peers/splink_match.py match "build/match/$size.parquet" "build/match/$size.model.json" \
        "build/match/$size.found.parquet"
    fi
  done
  for key in "${keys[@]}"; do
    measured "$1" "stage match, one $key for all" "$voorsein" stage match \
      "$repository/pipelines/nightly.yml" --input "build/match/hot-$key" \
      --output build/match/again
  done
done

# median COLUMN SIZE NAME
median() {
  awk -F '\t' -v column="$1" -v size="$2" -v name="$3" \
    '$1 == size && $2 == name { print $column }' "$results" | sort -g |
    awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

line() {
  awk -v size="$1" -v name="$2" -v seconds="$(median 3 "$1" "$2")" \
    -v cpu="$(median 4 "$1" "$2")" -v peak="$(median 5 "$1" "$2")" 'BEGIN {
      printf "| %d | %s | %.2f | %s | %s |\n", size, name, seconds,
        (cpu > 0 ? sprintf("%.2f", cpu) : "–"), (peak > 0 ? sprintf("%.0f", peak / 1024) : "–") }'
}

{
  cat <<END
# Matching, beside the floor and beside Splink

This page is written by

    make release && Benchmarks/match.sh

All signals are of one municipality: a stress case, as none has so many. The stage alone is what the manifest
counts. \`stage match\` also reads and writes its files.

| Signals | What | Seconds | CPU seconds | Peak MiB |
|---:|---|---:|---:|---:|
END
  for size in "$@"; do
    line "$size" 'floor: inflate + libcsv into an arena, two threads'
    line "$size" 'run --to match --stage-files none'
    line "$size" 'match, the stage alone'
    line "$size" 'stage match, with reading and writing its files'
    [ -z "$peer" ] || line "$size" 'Splink with a trained model, with reading its rows'
  done
  cat <<END

## A key that everybody shares

The same $1 signals with one phone number, one surname or one address for all.

| Signals | What | Seconds | CPU seconds | Peak MiB |
|---:|---|---:|---:|---:|
END
  line "$1" 'stage match, with reading and writing its files'
  for key in "${keys[@]}"; do line "$1" "stage match, one $key for all"; done
  echo
  echo "## Memory"
  echo
  echo "What \`stage match\` held when it had read its files (the tables, and what reading left behind), and at"
  echo "most: the difference is what matching takes besides."
  echo
  echo '| Signals | Tables MiB | At most MiB | Bytes a signal of the difference |'
  echo '|---:|---:|---:|---:|'
  for size in "$@"; do
    "$python" peers/memory.py build/measured "$voorsein" stage match \
      "$repository/pipelines/nightly.yml" --input "build/match/folder-$size" \
      --output build/match/again
    awk -v size="$size" '{ printf "| %d | %.0f | %.0f | %.0f |\n", size, $1 / 1024, $2 / 1024,
      ($2 - $1) * 1024 / size }' build/measured
  done
  if [ -n "$peer" ]; then
    echo
    echo "## Quality on these signals"
    echo
    echo 'Pairs of rows, without technical duplicates. Splink has seven blocking rules and term frequencies, was'
    echo 'trained on the same rows without their truth, and joins pairs above a chance.'
    echo
    echo '| Signals | What | Precision | Recall | F1 |'
    echo '|---:|---|---:|---:|---:|'
    score() {
      "$python" peers/splink_match.py score "build/match/$1-truth.csv" "build/match/$1.parquet" "$3" |
        awk -v size="$1" -v name="$2" '{ printf "| %d | %s | %s | %s | %s |\n", size, name, $1, $2, $3 }'
    }
    for size in "$@"; do
      score "$size" match "build/match/folder-$size/matched.csv.gz"
      for chance in 0.95 0.999 0.99999; do
        "$python" peers/splink_match.py match "build/match/$size.parquet" \
          "build/match/$size.model.json" "build/match/$size.found.parquet" $chance >build/said 2>&1
        score "$size" "Splink, $chance" "build/match/$size.found.parquet"
      done
    done
  fi
  echo
  echo "Medians of $rounds rounds. Measured on $(date --utc +%Y-%m-%d) at commit $(git rev-parse --short HEAD):" \
    "$(nproc) processors ($(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)), Linux $(uname -r);" \
    "load before and after: $before, $(cut -d ' ' -f 1 /proc/loadavg)."
} >build/match.md
mv build/match.md match.md
cat match.md
