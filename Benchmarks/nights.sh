#!/usr/bin/env bash
# Measures the two nights that matter in practice: that of one municipality with a history, start-up included, and that
# of the whole country. Writes the medians to Benchmarks/nights.md.
#
#   Benchmarks/nights.sh
#
# ROUNDS=5 is how often each runs; VOORSEIN names another binary than that of `make release`.
# Give the machine nothing else to do meanwhile.
set -euo pipefail
cd "$(dirname "$0")"

repository=$(cd .. && pwd)
voorsein=${VOORSEIN:-$repository/.build/release/voorsein}
rounds=${ROUNDS:-5}
make --silent all
[ -x "$voorsein" ] || (cd "$repository" && swift build -c release --product voorsein)
results=build/nights.tsv
: >"$results"

# run PIPELINE INBOX FOLDER DATE [OPTION]...: a run; one with rows set aside ends with 3.
run() {
  local pipeline=$1 inbox=$2 folder=$3 date=$4
  shift 4
  printf '%s\n' "$voorsein" run "$pipeline" --inbox "$inbox" --output "$folder/output" --state "$folder/state" \
    --reference-date "$date" "$@"
}

# measured NAME COMMAND...
measured() {
  local name=$1 code=0
  shift
  build/measure build/measured "$@" >build/said 2>build/complained || code=$?
  case $code in
    0 | 3) printf '%s\t%s\n' "$name" "$(cat build/measured)" >>"$results" ;;
    *)
      echo "nights.sh: $name ended with exit code $code:" >&2
      head -20 build/complained >&2
      exit 1
      ;;
  esac
}

# A municipality of 75,000 inhabitants: 300 signals a month, and what eighteen months left behind.
nightly=$repository/pipelines/nightly.yml
data=build/night
rm -rf "$data" && mkdir -p "$data/earlier" "$data/new" "$data/tonight"
"$voorsein" sample --signals 5400 --seed 5 --municipality 0606 --output "$data/earlier" >/dev/null
"$voorsein" sample --signals 600 --seed 6 --municipality 0606 --output "$data/new" >/dev/null
rm "$data"/*/truth.csv
for file in "$data"/new/*_2026-10_*; do
  name=$(basename "$file" | sed 's/_2026-10_202611/_2026-11_202612/')
  mv "$file" "$data/tonight/$name"
done
mapfile -t command < <(run "$nightly" "$data/earlier" "$data/before" 2026-11-09 --municipality 0606)
"${command[@]}" >/dev/null 2>&1 || [ $? -eq 3 ]

country=build/country
if [ ! -d "$country/inbox" ]; then
  rm -rf "$country" && mkdir -p "$country"
  country/write-pipeline "$country"
  "$voorsein" sample --signals 85000 --seed 2026 --pipeline "$country/pipelines/country.yml" \
    --output "$country/inbox" >/dev/null
  rm -f "$country/inbox/truth.csv"
fi

for ((round = 1; round <= rounds; round++)); do
  echo "nights.sh: round $round of $rounds" >&2
  measured 'start-up alone: --version' "$voorsein" --version
  rm -rf "$data/after" && cp -a "$data/before" "$data/after"
  mapfile -t command < <(run "$nightly" "$data/tonight" "$data/after" 2026-12-08 --municipality 0606)
  measured "one municipality's night" "${command[@]}"
  measured 'the same again, which makes nothing new' "${command[@]}"
  rm -rf "$country/night"
  mapfile -t command < <(run "$country/pipelines/country.yml" "$country/inbox" "$country/night" 2026-11-09)
  measured 'the country, one month' "${command[@]}"
  rm -rf "$country/night"
  mapfile -t command < <(
    run "$country/pipelines/country.yml" "$country/inbox" "$country/night" 2026-11-09 --to prioritise \
      --stage-files none)
  measured 'the country, without lists and stage files' "${command[@]}"
done

# median COLUMN NAME
median() {
  awk -F '\t' -v column="$1" -v name="$2" '$1 == name { print $column }' "$results" | sort -g |
    awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

{
  cat <<END
# Nights

This page is written by

    make release && Benchmarks/nights.sh

One municipality's night: 336 rows of five partners on a state with 4,824 signals of eighteen months, from the start
of the program to its end, with lists, report, stage files and state on the disk. The country: 85,000 invented signals of one month in
342 municipalities, on an empty state.

| What | Seconds | CPU seconds | Peak MiB |
|---|---:|---:|---:|
END
  for name in 'start-up alone: --version' "one municipality's night" 'the same again, which makes nothing new' \
    'the country, one month' 'the country, without lists and stage files'; do
    awk -v name="$name" -v seconds="$(median 2 "$name")" -v cpu="$(median 3 "$name")" -v peak="$(median 4 "$name")" \
      'BEGIN { printf "| %s | %.2f | %.2f | %.0f |\n", name, seconds, cpu, peak / 1024 }'
  done
  echo
  echo "Medians of $rounds rounds. Measured on $(date --utc +%Y-%m-%d) at commit $(git rev-parse --short HEAD):" \
    "$(nproc) processors ($(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)), Linux $(uname -r)."
} >build/nights.md
mv build/nights.md nights.md
cat nights.md
