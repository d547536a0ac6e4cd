#!/usr/bin/env bash
# Measures what deliveries that are meant to break their reader cost a run, beside a run with one small
# good delivery, and writes the figures to Benchmarks/bombs.md.
#
#   Benchmarks/bombs.sh [BYTES]        bytes of text of each bomb; 1073741824 when not given
#
# VOORSEIN names another binary than that of `make release`. The feeds are the shipped ones with their
# default limits. The bombs are made in Benchmarks/build/bombs and kept for the next time.
set -euo pipefail
cd "$(dirname "$0")"

repository=$(cd .. && pwd)
voorsein=${VOORSEIN:-$repository/.build/release/voorsein}
bytes=${1:-1073741824}
bombs=build/bombs/$bytes

make --silent all
[ -x "$voorsein" ] || (cd "$repository" && swift build -c release --product voorsein)
mkdir -p "$bombs"

# make_bomb NAME KIND BYTES LEVEL
make_bomb() {
  [ -f "$bombs/$1.gz" ] && return
  echo "bombs.sh: making $1" >&2
  if [ "$4" = as-is ]; then
    build/bomb "$2" "$3" >"$bombs/$1.gz.partial"
  else
    build/bomb "$2" "$3" | gzip -n "-$4" >"$bombs/$1.gz.partial"
  fi
  mv "$bombs/$1.gz.partial" "$bombs/$1.gz"
}

make_bomb zeros zeros "$bytes" 9
make_bomb digits digits "$bytes" 9
make_bomb repeated repeated "$bytes" 9
make_bomb varied varied "$bytes" 9
make_bomb quote quote "$bytes" 9
make_bomb fields fields "$bytes" 1
make_bomb header header "$bytes" 1
make_bomb members members "$((bytes / 4))" as-is

inbox=build/bombs/inbox
# measured NAME: one line of results for a run with the good delivery and, if it is named, a bomb.
measured() {
  local code=0 reason input=0
  rm -rf build/bombs/output build/bombs/state "$inbox"
  mkdir -p "$inbox"
  gzip -nc "$repository/fixtures/malformed/companions/waterdruppel.csv" \
    >"$inbox/waterdruppel_2026-10_20261105.csv.gz"
  if [ "$1" != none ]; then
    cp "$bombs/$1.gz" "$inbox/havenstad-wonen_2026-10_20261104.csv.gz"
    input=$(stat -c %s "$bombs/$1.gz")
    cat "$bombs/$1.gz" >/dev/null
  fi
  build/measure build/measured "$voorsein" run "$repository/pipelines/nightly.yml" \
    --inbox "$inbox" --output build/bombs/output --state build/bombs/state \
    --reference-date 2026-11-09 >build/said 2>build/complained || code=$?
  reason=$(sed -n 's/^error \(FEED-[0-9]*\) havenstad-wonen .*/\1/p' build/complained | head -1)
  case $code in
    0 | 3 | 4) ;;
    *)
      echo "bombs.sh: $1 ended with exit code $code:" >&2
      cat build/complained >&2
      ;;
  esac
  printf '%s\t%s\t%s\t%s\n' "$1" "$input" "${reason:-accepted}" "$(cat build/measured)" >>build/bombs.tsv
}

# Each three times; the least of the times and the most of the peaks count.
: >build/bombs.tsv
names='none zeros digits repeated varied quote fields header members'
for round in 1 2 3; do
  echo "bombs.sh: round $round of 3" >&2
  for name in $names; do measured "$name"; done
done

told() {
  case $1 in
    none) echo 'no bomb: one good delivery of two rows' ;;
    zeros) echo 'bytes 0' ;;
    digits) echo 'the digit 0: one endless cell' ;;
    repeated) echo 'the same plausible row again and again' ;;
    varied) echo 'plausible rows with a counter and drawn names' ;;
    quote) echo 'a quotation mark that is never closed' ;;
    fields) echo 'a row of 100,000 cells, then plausible rows' ;;
    header) echo 'a header of 100,000 columns, then plausible rows' ;;
    members) echo 'gzip members of no text, a quarter as many bytes' ;;
  esac
}

line() {
  local base
  base=$(awk -F '\t' '$1 == "none" && $6 > most { most = $6 } END { print most }' build/bombs.tsv)
  awk -F '\t' -v name="$1" -v told="$(told "$1")" -v base="$base" '
    $1 == name {
      if (!seconds || $4 < seconds) seconds = $4
      if ($6 > peak) peak = $6
      input = $2; reason = $3; code = $7
    }
    END {
      printf "| %s | %.1f | %s | %d | %.2f | %.0f | %+.0f |\n", told, input / 1048576,
        (name == "none" ? "–" : reason), code, seconds, peak / 1024, (peak - base) / 1024
    }' build/bombs.tsv
}

version() { dpkg-query --show --showformat '${Version}' "$1" 2>/dev/null || echo unknown; }

{
  cat <<'END'
# Bombs

What deliveries that are meant to break their reader cost a run of the shipped pipeline: seconds until it
has published the good delivery beside them, and the most memory it held. This page is written by

    make release && Benchmarks/bombs.sh

END
  echo "Each bomb is $bytes bytes of text, made by \`floor/bomb.c\` and compressed with gzip; the least time and the"
  echo 'greatest peak of three runs. The goal is a peak within 64 MiB of the run without a bomb, and a refusal'
  echo 'within two seconds after the limit is reached. `Tests/CaseTests/BombTests.swift` holds a smaller'
  echo 'version of it.'
  echo
  echo '| Delivery | MiB compressed | Refused with | Exit code | Seconds | Peak MiB | Above no bomb |'
  echo '|---|---:|---|---:|---:|---:|---:|'
  for name in $names; do line "$name"; done
  echo
  echo "Measured on $(date --utc +%Y-%m-%d) at commit $(git rev-parse --short HEAD): $(nproc) processors" \
    "($(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)), Linux $(uname -r);" \
    "$(swift --version 2>/dev/null | head -1); zlib $(version zlib1g), libcsv $(version libcsv3)."
} >build/bombs.md
mv build/bombs.md bombs.md
cat bombs.md
