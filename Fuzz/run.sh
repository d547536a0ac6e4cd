#!/usr/bin/env bash
# Builds the fuzzer and lets libFuzzer look for inputs that break a property, under the address
# sanitizer. README.md beside this file says what each target holds and how to keep a failure.
#
#   Fuzz/run.sh [-s SECONDS] [-j JOBS] [TARGET]...   each target for so long, so many side by side
#   Fuzz/run.sh -m [TARGET]...                       take over what was found into Corpus, minimised
#   Fuzz/run.sh -t                                   the table of the last run of each target
#
# A target goes on from what earlier runs found (.build/fuzz/grown) and can be stopped at any time.
set -euo pipefail
cd "$(dirname "$0")"

all=(gzip delivery workbook yaml amount date name address)
build=../.build/fuzz
fuzzer=$build/debug/voorsein-fuzz
seconds=60
jobs=1
mode=fuzz

# Every byte that an input can hold for nothing costs time; these reach all that a target does.
longest() {
  case $1 in
    delivery | workbook | yaml) echo 4096 ;;
    gzip) echo 2048 ;;
    amount | date) echo 40 ;;
    *) echo 160 ;;
  esac
}

build_fuzzer() {
  # Instrumentation must reach the modules under test, so the flags are for all of them. The linker
  # that Swift takes by default, gold, breaks on them.
  local log=$build/build.log
  mkdir -p "$build"
  swift build ${SWIFT_BUILD_OPTIONS:-} --scratch-path "$build" --product voorsein-fuzz --sanitize address \
    -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld -Xswiftc -O -Xswiftc -g >"$log" 2>&1 ||
    {
      cat "$log" >&2
      exit 1
    }
}

fuzz() {
  local target=$1
  local grown=$build/grown/$target found=$build/found/$target log=$build/log/$target
  mkdir -p "$grown" "$found" "$build/log"
  if "$fuzzer" "--target=$target" "$grown" "Corpus/$target" -artifact_prefix="$found/" \
    -max_total_time="$seconds" -max_len="$(longest "$target")" -timeout=10 -rss_limit_mb=1024 \
    -use_value_profile=1 -print_final_stats=1 >"$log" 2>&1; then
    printf '%s: nothing broke\n' "$target"
  else
    printf '%s: BROKEN, see %s and %s\n' "$target" "Fuzz/$log" "Fuzz/$found" >&2
    return 1
  fi
}

minimise() {
  local target=$1
  local small=$build/small/$target
  rm -rf "$small"
  mkdir -p "$small" "$build/grown/$target"
  "$fuzzer" "--target=$target" -merge=1 -max_len="$(longest "$target")" "$small" \
    "Corpus/$target" "$build/grown/$target" 2>/dev/null
  # Seeds keep their names; only what none of them reaches is added.
  cp --no-clobber "$small"/* "Corpus/$target/"
  printf '%s: %s inputs\n' "$target" "$(find "Corpus/$target" -type f | wc -l)"
}

table() {
  printf '| target | executions | seconds | per second | edges | features | inputs | peak MB | end |\n'
  printf '|---|--:|--:|--:|--:|--:|--:|--:|---|\n'
  local target log
  for target in "${all[@]}"; do
    log=$build/log/$target
    [ -e "$log" ] || continue
    awk -v target="$target" '
      / cov: / { for (i = 1; i < NF; i++) {
          if ($i == "cov:") edges = $(i + 1)
          if ($i == "ft:") features = $(i + 1)
          if ($i == "corp:") { split($(i + 1), part, "/"); inputs = part[1] } } }
      /^stat::number_of_executed_units:/ { executions = $2 }
      /^stat::average_exec_per_sec:/ { rate = $2 }
      /^stat::peak_rss_mb:/ { peak = $2 }
      /^Done / { seconds = $(NF - 1) }
      /ERROR: / { broken = 1 }
      END { printf "| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", target, executions,
          seconds, rate, edges, features, inputs, peak, broken ? "BROKEN" : "nothing broke" }
    ' "$log"
  done
}

while getopts 's:j:mt' option; do
  case $option in
    s) seconds=$OPTARG ;;
    j) jobs=$OPTARG ;;
    m) mode=minimise ;;
    t) mode=table ;;
    *) exit 64 ;;
  esac
done
shift $((OPTIND - 1))
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || targets=("${all[@]}")

if [ "$mode" = table ]; then
  table
  exit
fi

# Scratch files belong in memory: there are thousands each second.
TMPDIR=$(mktemp -d "$([ -d /dev/shm ] && echo /dev/shm || echo /tmp)/voorsein-fuzz.XXXXXX")
export TMPDIR SWIFT_BACKTRACE=enable=no
# Leaks are not looked for: Swift keeps tags in pointers, and what they point to seems lost.
export ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16:malloc_context_size=8
trap 'rm -rf "$TMPDIR"' EXIT

build_fuzzer
status=0
for target in "${targets[@]}"; do
  if [ "$mode" = minimise ]; then
    minimise "$target"
    continue
  fi
  while [ "$(jobs -pr | wc -l)" -ge "$jobs" ]; do wait -n || status=1; done
  fuzz "$target" &
done
while [ -n "$(jobs -p)" ]; do wait -n || status=1; done
[ "$mode" = minimise ] || table
exit "$status"
