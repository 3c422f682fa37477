#!/usr/bin/env bash
# What the GitHub Action runs: checks the plans that were asked for, with remarks on lines and a SARIF report. The inputs are
# in INPUT_…; BASE is the commit before the change.
set -euo pipefail

options=(--as "$INPUT_AS" --today "${INPUT_TODAY:-$(date -u +%F)}")
[[ -z "$INPUT_MAX_WARNINGS" ]] || options+=(--max-warnings "$INPUT_MAX_WARNINGS")
[[ -z "$INPUT_CONFIG" ]] || options+=(--config "$INPUT_CONFIG")

paths=()
if [[ "$INPUT_PATHS" == changed ]]; then
  # Without the commit before, as on a new branch or in a shallow clone, every plan counts as changed.
  if [[ -n "$BASE" ]] && git cat-file -e "$BASE^{commit}" 2>/dev/null; then
    while IFS= read -r -d '' path; do
      case "$path" in *.plan.yaml | *.plan.yml) paths+=("./$path") ;; esac
    done < <(git diff -z --name-only --relative --diff-filter=d "$BASE" HEAD)
    if [[ ${#paths[@]} -eq 0 ]]; then
      echo 'No plan has changed.'
      exit 0
    fi
  else
    paths=(.)
  fi
else
  while IFS= read -r path; do
    [[ -z "$path" ]] || paths+=("$path")
  done <<<"$INPUT_PATHS"
fi

echo "sarif=$INPUT_SARIF" >>"${GITHUB_OUTPUT:-/dev/null}"
node "${GITHUB_ACTION_PATH:-$(dirname "$0")/..}/dist/cli.js" lint \
  --format github --format sarif --output "$INPUT_SARIF" "${options[@]}" -- "${paths[@]}"
