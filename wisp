#!/bin/sh
# Runs Wisp; builds it first if a source is newer than the last build.
# Needs a JDK 17 or newer, and Maven when there is something to build.
# WISP_JAVA_OPTS: further options for the Java machine.
# WISP_BUILD_OPTS: further options for Maven, kept for later builds, such as -Pcuda for a GPU.
set -eu

self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
home=$(cd "$(dirname "$self")" && pwd -P)
builds=$home/target/wisp
current=$builds/current

# In the plain C locale Java opens no file with an umlaut in its path, not even its own.
[ "$(locale charmap 2>/dev/null)" != ANSI_X3.4-1968 ] || export LC_ALL=C.UTF-8

fail() {
  echo "wisp: $1" >&2
  exit 1
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
  else
    java=$(command -v java) || fail "Java is missing. Install a JDK 17 or newer, or set JAVA_HOME."
  fi
}

check_tools() {
  major=$("$java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 17 ] ||
    fail "$java is Java ${major:-of an unknown version}. Install a JDK 17 or newer, or set JAVA_HOME."
  [ -x "$(dirname "$java")/javac" ] || command -v javac >/dev/null ||
    fail "$java has no compiler beside it. Install a JDK 17 or newer, not only a JRE, or set JAVA_HOME."
  command -v mvn >/dev/null ||
    fail "Maven is missing (command mvn). Install Maven 3.8 or newer."
}

kept_options() {
  cat "$builds/options" 2>/dev/null || true
}

is_current() {
  [ -f "$current" ] || return 1
  read -r build <"$current"
  [ -f "$build/wisp.jar" ] || return 1
  [ -z "${WISP_BUILD_OPTS+given}" ] || [ "$WISP_BUILD_OPTS" = "$(kept_options)" ] || return 1
  newer=$(find "$home/pom.xml" "$home"/core/pom.xml "$home"/core/src/main "$home"/lab/pom.xml "$home"/lab/src/main \
    "$home"/serve/pom.xml "$home"/serve/src/main \
    "$home"/app/pom.xml "$home"/app/src/main -newer "$current" 2>/dev/null | head -n 1)
  [ -z "$newer" ]
}

# One builder at a time: a folder is made by one process only, and holds its maker's id.
lock() {
  mkdir -p "$builds"
  told=
  until mkdir "$builds/lock" 2>/dev/null; do
    holder=$(cat "$builds/lock/pid" 2>/dev/null || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$builds/lock"
      continue
    fi
    [ -n "$told" ] || echo "wisp: waiting for another build to end ($builds/lock)" >&2
    told=yes
    sleep 1
  done
  trap 'rm -rf "$builds/lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  echo $$ >"$builds/lock/pid"
}

unlock() {
  rm -rf "$builds/lock"
  trap - EXIT INT TERM HUP
}

# Keeps the classes as the Java machine wants them in memory: a start in less time, only a bonus.
# (A static archive: picocli's class files are too old for a dynamic one.)
share_classes() {
  "$java" -XX:DumpLoadedClassList="$build/classes" -jar "$build/wisp.jar" --help &&
    "$java" -Xshare:dump -XX:SharedClassListFile="$build/classes" \
      -XX:SharedArchiveFile="$build/classes.jsa" -jar "$build/wisp.jar" || true
} >/dev/null 2>&1

# Each build gets its own folder, so that a long run goes on undisturbed while a newer one is built.
stage() {
  build=$builds/$(date +%Y%m%d-%H%M%S)-$$
  mkdir -p "$build/lib"
  cp "$home"/app/target/wisp-app-*.jar "$build/wisp.jar"
  for jar in "$home"/app/target/lib/*.jar; do
    case $jar in
      */wisp-*) cp "$jar" "$build/lib/" ;;
      *) ln "$jar" "$build/lib/" 2>/dev/null || cp "$jar" "$build/lib/" ;;
    esac
  done
  share_classes
}

build() {
  check_tools
  if [ -d "${HOME:-}/.m2/repository/org/bytedeco/pytorch" ]; then
    echo "wisp: building (sources have changed) ..." >&2
  else
    echo "wisp: building for the first time: downloads about 200 MB of libraries, a few minutes ..." >&2
  fi
  options=${WISP_BUILD_OPTS-$(kept_options)}
  touch "$builds/started"
  # Maven would end its output with escape codes, even in a file.
  export MAVEN_OPTS="${MAVEN_OPTS:-} -Djansi.noreset=true"
  # shellcheck disable=SC2086  # a list of options
  (cd "$home" && mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip -Djacoco.skip $options -pl app -am package >&2) ||
    fail "the build failed. For the whole story: mvn $options -DskipTests package"
  stage
  echo "$options" >"$builds/options"
  echo "$build" >"$builds/next"
  touch -r "$builds/started" "$builds/next"
  mv "$builds/next" "$current"
  find "$builds" -mindepth 1 -maxdepth 1 -type d -name '2*' -mtime +3 -exec rm -rf {} +
}

find_java
if ! is_current; then
  lock
  is_current || build
  unlock
fi

terminal=false
columns=0
if [ -t 2 ]; then
  terminal=true
  size=$(stty size <&2 2>/dev/null || echo "0 0")
  columns=${size#* }
fi

# How often LibTorch's idle threads look for work before they sleep. By default they look for
# milliseconds, and where other programs want the cores, all wait for each other.
if [ -z "${OMP_WAIT_POLICY:-}" ]; then
  export GOMP_SPINCOUNT="${GOMP_SPINCOUNT:-3000}"
fi

# LibTorch's own warnings are for those who ask for more.
case " $* " in
  *" -v "* | *" --verbose "*) ;;
  *) export TORCH_CPP_LOG_LEVEL="${TORCH_CPP_LOG_LEVEL:-ERROR}" ;;
esac

# LibTorch keeps its memory outside the Java heap, so the heap gets the smaller part of it, and
# JavaCPP's own limits are off.
# shellcheck disable=SC2086  # WISP_JAVA_OPTS is a list of options
exec "$java" \
  -XX:SharedArchiveFile="$build/classes.jsa" -Xshare:auto -Xlog:cds=off \
  -XX:MaxRAMPercentage=40 -Djava.awt.headless=true -Dfile.encoding=UTF-8 \
  -Dorg.bytedeco.javacpp.maxbytes=0 -Dorg.bytedeco.javacpp.maxphysicalbytes=0 \
  -Dwisp.stderr.terminal=$terminal -Dwisp.stderr.columns="$columns" \
  ${WISP_JAVA_OPTS:-} -jar "$build/wisp.jar" "$@"
