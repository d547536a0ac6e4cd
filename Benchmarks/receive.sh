#!/usr/bin/env bash
# Measures reading alone: `receive` and `normalise` beside the floor of two threads, and a delivery of
# nothing but rows that break beside the same one in order. Writes the medians to Benchmarks/receive.md.
#
#   Benchmarks/receive.sh [SIGNALS]        4000000 when none is given
#
# ROUNDS=5 is how often everything runs; VOORSEIN names another binary than that of `make release`.
# Give the machine nothing else to do meanwhile.
set -euo pipefail
cd "$(dirname "$0")"

repository=$(cd .. && pwd)
voorsein=${VOORSEIN:-$repository/.build/release/voorsein}
rounds=${ROUNDS:-5}
signals=${1:-4000000}
data=build/data/$signals

make --silent all
[ -x "$voorsein" ] || (cd "$repository" && swift build -c release --product voorsein)
if [ ! -d "$data" ]; then
  mkdir -p "$data.partial"
  "$voorsein" sample --signals "$signals" --seed 2026 --output "$data.partial"
  mv "$data.partial/truth.csv" "build/data/$signals-truth.csv"
  mv "$data.partial" "$data"
fi

# A pipeline of one feed that no row of a delivery may stop, and one whose every row breaks: the form of its
# amounts is another one than the partner writes.
for kind in clean broken; do
  rm -rf "build/$kind" && mkdir -p "build/$kind/inbox"
  cp -r "$repository/pipelines" "$repository/docs" "$repository/fixtures" "build/$kind/" 2>/dev/null
  rm -rf "build/$kind/fixtures/cases" "build/$kind/fixtures/malformed"
  cp "$data"/havenstad-wonen_2026-10_*.csv.gz "build/$kind/inbox/"
  sed -i 's/rejects-at-most-per-mille: 100/rejects-at-most-per-mille: 1000/' \
    "build/$kind/pipelines/feeds/havenstad-wonen/feed.yml"
done
sed -i 's/field: amount, as: amount-decimal-comma/field: amount, as: amount-cents/' \
  build/broken/pipelines/feeds/havenstad-wonen/feed.yml

results=build/receive.tsv
: >"$results"

# measured NAME COMMAND...: name, seconds, CPU seconds, peak KiB.
measured() {
  local name=$1 code=0
  shift
  build/measure build/measured "$@" >build/said 2>build/complained || code=$?
  case $code in
    0 | 3) ;;
    *)
      echo "receive.sh: $name ended with exit code $code:" >&2
      head -20 build/complained >&2
      exit 1
      ;;
  esac
  printf '%s\t%s\n' "$name" "$(cat build/measured)" >>"$results"
}

# What the manifest says of the stages themselves: seconds from the first delivery to the last normalised row.
stages() {
  python3 - "$1" <<'END' >>"$results"
import glob, json, sys
stages = json.load(open(glob.glob("build/output/runs/*/manifest.json")[0]))["stages"]
receive = sum(s["seconds"] for s in stages if s["name"] == "receive")
each = sorted((s["seconds"] for s in stages if s["name"] == "normalise"), reverse=True)
# Two at a time, the longest first.
threads = [0.0, 0.0]
for seconds in each:
    threads[threads.index(min(threads))] += seconds
print(sys.argv[1], f"{receive + max(threads):.3f}", f"{receive + sum(each):.3f}", 0, sep="\t")
END
}

run() {
  rm -rf build/output build/state
  "$voorsein" run "$@" --output build/output --state build/state --reference-date 2026-11-09
}

files=("$data"/*.csv.gz)
for ((round = 1; round <= rounds; round++)); do
  echo "receive.sh: round $round of $rounds" >&2
  measured 'zlib inflate' build/floor inflate 1 "${files[@]}"
  measured 'floor: inflate + libcsv into an arena, two threads' build/floor arena 2 "${files[@]}"
  rm -rf build/output build/state
  measured 'run --to normalise --stage-files none, the whole process' "$voorsein" run \
    "$repository/pipelines/nightly.yml" --inbox "$data" --output build/output --state build/state \
    --reference-date 2026-11-09 --to normalise --stage-files none
  stages 'receive + normalise, the stages alone'
  for kind in clean broken; do
    rm -rf build/output build/state
    measured "one delivery, $kind, --to receive" "$voorsein" run "build/$kind/pipelines/nightly.yml" \
      --inbox "build/$kind/inbox" --output build/output --state build/state \
      --reference-date 2026-11-09 --to receive
  done
done

# median COLUMN NAME
median() {
  awk -F '\t' -v column="$1" -v name="$2" '$1 == name { print $column }' "$results" | sort -g |
    awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

# line NAME BASE
line() {
  awk -v name="$1" -v seconds="$(median 2 "$1")" -v cpu="$(median 3 "$1")" -v peak="$(median 4 "$1")" \
    -v base="$(median 2 "$2")" 'BEGIN {
      printf "| %s | %.2f | %.2f | %s | %.2f |\n", name, seconds, cpu,
        (peak > 0 ? sprintf("%.0f", peak / 1024) : "–"), seconds / base }'
}

floor='floor: inflate + libcsv into an arena, two threads'
rows=$(zcat build/clean/inbox/*.csv.gz | tail -n +2 | wc -l)
{
  cat <<END
# Reading, beside the floor

This page is written by

    make release && Benchmarks/receive.sh

## $signals rows in ten deliveries

\`floor/floor.c\` inflates with zlib and splits with libcsv into an arena, on two threads. The stages alone are
what the manifest counts for \`receive\` (private copy, digest, inflate, split, decode, admit) and \`normalise\`;
the whole process also writes ledger, receipts and quarantine, and hashes them for the manifest.

| What | Seconds | CPU seconds | Peak MiB | To the floor |
|---|---:|---:|---:|---:|
END
  line 'zlib inflate' "$floor"
  line "$floor" "$floor"
  line 'receive + normalise, the stages alone' "$floor"
  line 'run --to normalise --stage-files none, the whole process' "$floor"
  cat <<END

## Every row broken, beside none

One delivery of $rows rows, \`run --to receive\` with all that it writes: in order, and with a definition by which
every amount breaks, so that every row is quarantined and stands in the rejection report and in issues.jsonl.

| What | Seconds | CPU seconds | Peak MiB | To the clean one |
|---|---:|---:|---:|---:|
END
  line 'one delivery, clean, --to receive' 'one delivery, clean, --to receive'
  line 'one delivery, broken, --to receive' 'one delivery, clean, --to receive'
  echo
  echo "Medians of $rounds rounds. Measured on $(date --utc +%Y-%m-%d) at commit $(git rev-parse --short HEAD):" \
    "$(nproc) processors ($(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)), Linux $(uname -r)."
} >build/receive.md
mv build/receive.md receive.md
cat receive.md
