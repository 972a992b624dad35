#!/bin/sh
# Stands for Wisp: does at once what its commands leave behind.
# A file "wait" in the project makes learn wait until it is gone; a file "fail" makes it fail.
command=$1
shift
echo "fake $command"
case $command in
  prepare)
    mkdir -p "$2"
    ;;
  learn)
    while [ "$1" != --out ]; do shift; done
    model=$2
    case "$*" in *--resume*) echo "resumed" ;; esac
    mkdir -p "$model/teacher/diffusion"
    printf 'stages:\n- network: "DIFFUSION"\n  steps: 100\n  finished: false\n' >"$model/learn.yaml"
    printf 'step,loss,learning_rate,skipped,seconds\n20,0.5,0.001,0,1\n40,0.25,0.001,0,2\n' \
      >"$model/teacher/diffusion/metrics.csv"
    trap 'echo saved; exit 143' TERM
    while [ -e wait ]; do sleep 0.05; done
    if [ -e fail ]; then
      echo "wisp: the labels are of no use." >&2
      exit 2
    fi
    ;;
  segment)
    scans=$3
    while [ "$1" != --out ]; do shift; done
    mkdir -p "$2"
    for scan in "$scans"/*; do
      name=$(basename "$scan" _flair.nii.gz)
      cp "$scan" "$2/${name}_mask.nii.gz"
      cp "$scan" "$2/${name}_map.nii.gz"
      echo '{"mask_millilitres": 1.5, "confidence": 0.25, "slices": [{"slice": 3, "threshold": 0.1, "mask_pixels": 9, "confidence": 0.25}]}' \
        >"$2/$name.json"
    done
    ;;
esac
