# shellcheck shell=bash
# Configuring and building a preset. Sourced, not run; the caller is in the project's root.

# Two gigabytes a compiler are plenty; fewer cores than that are used where memory is short.
build_jobs() {
  local cores memory
  cores=$(nproc)
  memory=$(($(awk '/^MemAvailable:/ {print $2}' /proc/meminfo) / 2000000))
  ((memory < 1)) && memory=1
  echo $((cores < memory ? cores : memory))
}

# A build folder made for another place (a moved or copied checkout) is started afresh.
configure() {
  local preset=$1
  local cache="build/$preset/CMakeCache.txt"
  if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
    rm -rf "build/$preset"
  fi
  local log="build/$preset.configure.log"
  mkdir -p build
  if ! cmake --preset "$preset" >"$log" 2>&1; then
    cat "$log" >&2
    return 1
  fi
}

# build PRESET [TARGET...]
build() {
  local preset=$1
  shift
  local targets=()
  [[ $# -gt 0 ]] && targets=(--target "$@")
  cmake --build "build/$preset" --parallel "$(build_jobs)" "${targets[@]}"
}

# "2 min 05 s" since a moment that $SECONDS gave.
since() {
  local spent=$((SECONDS - $1))
  printf '%d min %02d s' $((spent / 60)) $((spent % 60))
}
