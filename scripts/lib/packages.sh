# shellcheck shell=bash
# Debian packages that each job needs, and how to get them. Sourced, not run.
#
#   need_packages build test     installs what is missing of these groups; asks apt nothing when all is there
#
# With VEDETTE_NO_INSTALL=1 nothing is ever installed: what is missing is listed and the script ends.
# shellcheck disable=SC2034 # the lists are read through names made from a group's name

# Debian 12's default Boost (1.74) is too old; it has 1.81 beside it. Later systems have a newer default.
boost_package() {
  local codename
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release 2>/dev/null || true)
  [[ $codename == bookworm ]] && echo libboost1.81-dev || echo libboost-dev
}

# What compiles and links the program.
PACKAGES_build=(g++ cmake ninja-build pkg-config
  "$(boost_package)" libfmt-dev libicu-dev libexpat1-dev libssl-dev libcurl4-openssl-dev libcli11-dev libarchive-dev
  libxml2-dev libzstd-dev zlib1g-dev libxxhash-dev libsimdjson-dev libexpected-dev libpcre2-dev)
# What the tests are written with and run: they read the man page and check the starter list. Compiler cache and fast
# linker pay off from the second build on.
PACKAGES_test=(libgtest-dev libgmock-dev librapidcheck-dev groff-base man-db python3 ccache mold)
# What the checks run.
PACKAGES_check=(clang-format-19 clang-tidy-19 codespell shellcheck python3)
# What fetches language models.
PACKAGES_model=(python3-pip)
# What the fuzzers are compiled with.
PACKAGES_fuzz=(clang-19 libclang-rt-19-dev llvm-19)

# The same as commands and libraries, for people whose system has another package manager.
NEEDS_build="g++ 12 or later, cmake 3.25 or later, ninja, pkg-config; headers and libraries: Boost 1.81, fmt 9, ICU, expat, libxml2,
OpenSSL 3, libcurl 7.85, CLI11, libarchive, zstd, zlib, xxHash, simdjson 3, tl::expected, PCRE2 10.42"
NEEDS_test="GoogleTest with GoogleMock, RapidCheck, groff, man, python3 (and, if you like, ccache and mold)"
NEEDS_model="pip for Python 3"
NEEDS_check="clang-format and clang-tidy 19, codespell, shellcheck, python3"
NEEDS_fuzz="clang 19 with its sanitizer runtimes"

say() { printf '%s\n' "$*" >&2; }
die() {
  say "error: $*"
  exit 1
}

# Names of the packages in the named groups that dpkg does not know as installed.
missing_packages() {
  local group name
  for group in "$@"; do
    local -n members="PACKAGES_$group"
    for name in "${members[@]}"; do
      [[ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" == installed ]] || printf '%s\n' "$name"
    done
  done
}

tell_needs() {
  local group
  for group in "$@"; do
    local needs="NEEDS_$group"
    say "  - ${!needs}"
  done
}

# How to become root: nothing for root, sudo for others; ends the script when there is neither.
root_command() {
  if [[ "$(id -u)" == 0 ]]; then
    return
  fi
  command -v sudo >/dev/null || die "these packages are missing and you are neither root nor is sudo here. As root, run:
  apt-get install --no-install-recommends $*"
  say "sudo may ask for your password, to install packages."
  echo sudo
}

run_apt() {
  local root=$1
  shift
  $root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >&2
}

# Finishes what an interrupted installation left half done, so that apt is willing to go on.
mend_packages() {
  local root=$1
  [[ -z "$(dpkg --audit 2>/dev/null)" ]] && return
  say "Finishing an earlier installation that was interrupted."
  $root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a >&2 || true
  run_apt "$root" --fix-broken install || true
}

need_packages() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    if [[ -n "${VEDETTE_NO_INSTALL:-}" ]]; then return; fi
    say "This system has no apt, so nothing can be installed for you. Needed are:"
    tell_needs "$@"
    die "install these and run again with VEDETTE_NO_INSTALL=1"
  fi
  local missing root
  mapfile -t missing < <(missing_packages "$@")
  [[ ${#missing[@]} == 0 ]] && return
  if [[ -n "${VEDETTE_NO_INSTALL:-}" ]]; then
    die "VEDETTE_NO_INSTALL is set and these packages are missing: ${missing[*]}"
  fi
  root=$(root_command "${missing[@]}") || exit 1
  say "Installing ${missing[*]}"
  mend_packages "$root"
  run_apt "$root" update || say "warning: the package lists could not be refreshed; trying with those at hand."
  run_apt "$root" install --no-install-recommends "${missing[@]}" ||
    die "apt could not install all of: ${missing[*]}
Debian 12 (or a later Debian or Ubuntu) with its main repository has them. The lines above say what failed."
}
