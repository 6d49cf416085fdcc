#!/bin/bash
# Takes the README's pictures of the window, light and dark, by itself: on a virtual display, the window trains the heat problem until its curve shows.
# Needs the distribution (./physgrad builds it) and the programs Xvfb, openbox, xdotool and import (of ImageMagick).
set -euo pipefail
images=$(cd "$(dirname "$0")" && pwd)
product=$images/../../runtime/distribution/target/physgrad
iterations=40

for program in Xvfb openbox xdotool import; do
  command -v $program >/dev/null || { echo "$program is missing: apt-get install xvfb openbox xdotool imagemagick" >&2; exit 1; }
done

folder=$(mktemp -d)
workspace=$folder/heat
mkdir "$workspace"
sed 's/"iterations": [0-9]*/"iterations": 100000/' "$product/examples/heat-quick.json" >"$workspace/heat-quick.json"
export PHYSGRAD_CONFIG=$folder/config PHYSGRAD_PLUGINS=$folder/plugins

exec 3< <(exec Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp 2>/dev/null)
xvfb=$!
trap 'kill $(jobs -p) $xvfb 2>/dev/null || true; wait; rm -rf "$folder"' EXIT
read -r number <&3
export DISPLAY=:$number
openbox >/dev/null 2>&1 &
"$product/bin/physgrad" workbench "$workspace" &

# Waits until a command succeeds.
await() {
  for _ in $(seq 600); do
    "$@" >/dev/null 2>&1 && return
    sleep 0.5
  done
  echo "gave up waiting for: $*" >&2
  exit 1
}

has_trained() { [ "$(wc -l <"$workspace/runs/heat-quick/metrics.csv")" -gt "$1" ]; }

# Lets the window settle, so that what was asked for is drawn.
settled() {
  local before after
  before=$(import -window root rgb:- | md5sum)
  sleep 2
  after=$(import -window root rgb:- | md5sum)
  [ "$before" = "$after" ]
}

await xdotool search --onlyvisible --name "PhysGrad Workbench"
await settled
for key in Home Down; do # the first experiment of the tree, which has the focus
  xdotool key $key
  await settled
done
xdotool key F5
await has_trained $iterations
xdotool key F6
await settled
import -window root "$images/workbench-light.png"
xdotool key ctrl+shift+t
await settled
import -window root "$images/workbench-dark.png"
