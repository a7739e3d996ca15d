#!/usr/bin/env bash
# Brings one pinned Emscripten and the Dear ImGui sources to .toolchain/ and
# writes what the shell (env.sh) and CMake (toolchain.cmake, paths.cmake) need
# to find them. Honours EMSDK, IMGUI_DIR and KIOSK_DEBIAN_MIRROR.
# Long: it is all that a machine without anything needs, so it stays one file.
set -euo pipefail

readonly emscripten_version=6.0.5
readonly imgui_version=1.92.2b
readonly debian_suite=forky
readonly debian_mirror=${KIOSK_DEBIAN_MIRROR:-http://deb.debian.org/debian}
readonly debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
readonly root
readonly toolchain=$root/.toolchain
readonly private=$toolchain/debian
readonly stamps=$toolchain/stamps
readonly log=$toolchain/setup.log

# Packages that Emscripten's closure names but that compiling to wasm never
# runs: a native C++ toolchain, sanitizer runtimes, system configuration. And
# Debian's Node, which looks for its own parts in /usr/share only.
readonly unneeded='^(gcc-.*|libgcc-[0-9].*|libobjc.*|libstdc\+\+-.*-dev|linux-libc-dev|libc6-dev|libc-dev-bin'\
'|lib[alt]san.*|libhwasan.*|libubsan.*|libitm.*|libgomp.*|libquadmath.*|libclang1-.*|libgc1'\
'|binutils.*|libgprofng.*|ccache|debconf|tzdata|netbase|media-types'\
'|nodejs|libnode.*|libicu.*|node-(corepack|undici|llhttp|semver|minimatch|lru-cache|debug|ms|brace.*|balanced.*))$'

say() { printf '%s\n' "$*"; }
note() { printf 'toolchain: %s\n' "$*"; }
fail() {
  printf 'toolchain: %s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Prints a version such as 6.0.5, or nothing when $1 is not a working emcc.
emcc_version_of() {
  "$1" --version 2>/dev/null | sed -n '1s/.*) \([0-9][0-9.]*\).*/\1/p' || true
}

imgui_version_of() { sed -n 's/^#define IMGUI_VERSION *"\([^"]*\)".*/\1/p' "$1/imgui.h" 2>/dev/null || true; }

# An own env.sh may have been sourced before; what it set is not a wish of the user.
outside() {
  case $1 in "$toolchain"/* | '') return 1 ;; esac
}

path_emcc() {
  local candidate
  while read -r candidate; do
    if outside "$candidate"; then
      say "$candidate"
      return
    fi
  done < <(type -aP emcc || true)
}

wish() { if outside "${1:-}"; then say "$1"; fi; }

setup_key() {
  sha256sum "$root/emsdk-setup.sh" | cut -d' ' -f1
  say "root=$root emsdk=$(wish "${EMSDK:-}") imgui=$(wish "${IMGUI_DIR:-}") emcc=$(path_emcc) mirror=$debian_mirror"
}

is_done() { [[ -f $stamps/$1 && $(<"$stamps/$1") == "$2" ]]; }
mark_done() { printf '%s\n' "$2" >"$stamps/$1"; }

mega() { say "$((($1 + 500000) / 1000000)) MB"; }
folder_bytes() { du -sb "$1" 2>/dev/null | cut -f1; }

# watch <pid> <label> <folder> <bytes expected or 0>: a size line while a job runs.
watch() {
  local pid=$1 label=$2 folder=$3 expected=$4 ticks=0 of='' every=10
  ((expected > 0)) && of=" of $(mega "$expected")"
  [[ -t 1 ]] && every=1
  while kill -0 "$pid" 2>/dev/null; do
    sleep 1
    ticks=$((ticks + 1))
    if ((ticks % every == 0)); then
      note "$label: $(mega "$(folder_bytes "$folder")")$of, $ticks s"
    fi
  done
  wait "$pid"
}

# An interrupted setup leaves no download running behind it.
stop_jobs() {
  local jobs
  mapfile -t jobs < <(jobs -p)
  ((${#jobs[@]} == 0)) || kill "${jobs[@]}" 2>/dev/null || true
}

# --- (1) an Emscripten that is already here -------------------------------

accept_emcc() {
  local emcc=$1 version newest
  [[ -x $emcc ]] || return 1
  version=$(emcc_version_of "$emcc")
  [[ -n $version ]] || return 1
  newest=$(printf '%s\n%s\n' "$version" "$emscripten_version" | sort -V | tail -1)
  if [[ $version != "$emscripten_version" && $newest != "$version" ]]; then
    note "$emcc is $version, too old for the pinned $emscripten_version: not used"
    return 1
  fi
  if [[ $version != "$emscripten_version" ]]; then
    note "notice: using $emcc $version, newer than the pinned $emscripten_version"
  fi
}

# Sets emscripten_root from a found emcc; its own configuration stays in charge.
find_present() {
  local candidate emsdk
  emsdk=$(wish "${EMSDK:-}")
  for candidate in "${emsdk:+$emsdk/upstream/emscripten/emcc}" "$(path_emcc)"; do
    if [[ -n $candidate ]] && accept_emcc "$candidate"; then
      emscripten_root=$(emscripten_root_of "$candidate")
      emscripten_origin=present
      note "Emscripten: $candidate"
      return
    fi
  done
  if [[ -n $emsdk ]]; then
    fail "EMSDK=$emsdk holds no usable emcc; install and activate $emscripten_version there, or unset EMSDK"
  fi
  return 1
}

emscripten_root_of() {
  local config
  config=$(dirname "$(readlink -f "$1")")/em-config
  if [[ -x $config ]]; then "$config" EMSCRIPTEN_ROOT; else em-config EMSCRIPTEN_ROOT; fi
}

# --- (2) the official emsdk -----------------------------------------------

readonly emsdk_url=https://github.com/emscripten-core/emsdk

install_official() {
  local folder=$toolchain/emsdk
  if ! is_done emsdk "$emscripten_version $root" || [[ ! -x $folder/upstream/emscripten/emcc ]]; then
    has git && has python3 && has xz || return 1
    timeout 8 git ls-remote --exit-code --tags "$emsdk_url" "$emscripten_version" >/dev/null 2>&1 || return 1
    note "official emsdk $emscripten_version, about 300 MB to download"
    rm -f "$stamps/warm"
    fetch_official "$folder" >>"$log" 2>&1 &
    watch $! 'official emsdk' "$folder" 0 || {
      note 'official emsdk did not install (see .toolchain/setup.log), trying Debian'
      return 1
    }
    mark_done emsdk "$emscripten_version $root"
  fi
  emscripten_root=$folder/upstream/emscripten
  emscripten_origin=official
}

# What an interrupted setup has brought stays: emsdk passes over it. But it takes
# half an archive for a whole one and fails on it, so then the archives go.
fetch_official() {
  if [[ ! -x $1/emsdk || $(git --git-dir="$1/.git" describe --tags --exact-match) != "$emscripten_version" ]]; then
    rm -rf "$1" "$1.part"
    git clone --quiet --depth 1 --branch "$emscripten_version" "$emsdk_url" "$1.part" && mv "$1.part" "$1" || return
  fi
  "$1/emsdk" install "$emscripten_version" ||
    { rm -rf "$1/downloads" && "$1/emsdk" install "$emscripten_version"; } || return
  "$1/emsdk" activate "$emscripten_version"
}

# --- (3) Debian testing's packages in a private folder --------------------

# A private apt: its own lists, cache and status, so nothing of the system changes.
private_apt() {
  local program=$1
  shift
  APT_CONFIG=$toolchain/apt/apt.conf "$program" "$@"
}

configure_apt() {
  local apt=$toolchain/apt
  if ! has apt-get || ! has dpkg-deb; then
    fail "no Emscripten $emscripten_version on PATH, official emsdk unreachable, and no apt here: install emsdk $emscripten_version and set EMSDK"
  fi
  [[ -r $debian_keyring ]] || fail "$debian_keyring is missing: install the debian-archive-keyring package"
  mkdir -p "$apt"/{state/lists/partial,cache/archives/partial,etc/parts}
  : >>"$apt/state/status"
  cat >"$apt/apt.conf" <<CONF
Dir "$apt";
Dir::State "state"; Dir::State::status "$apt/state/status"; Dir::Cache "cache"; Dir::Etc "etc";
Dir::Etc::sourcelist "sources.list"; Dir::Etc::sourceparts "-";
Dir::Etc::parts "parts"; Dir::Etc::preferencesparts "parts";
Acquire::Check-Valid-Until "false"; Acquire::Languages "none"; Acquire::Retries "3";
APT::Install-Recommends "false"; APT::Sandbox::User "";
CONF
  say "deb [signed-by=$debian_keyring] $debian_mirror $debian_suite main" >"$apt/etc/sources.list"
  say "deb-src [signed-by=$debian_keyring] $debian_mirror $debian_suite main" >>"$apt/etc/sources.list"
}

update_apt() {
  is_done apt "$debian_mirror $root" && return
  configure_apt
  note "package lists of Debian $debian_suite"
  private_apt apt-get -q -o APT::Update::Error-Mode=any update >>"$log" 2>&1 ||
    fail "cannot read $debian_mirror $debian_suite: check the network, or set KIOSK_DEBIAN_MIRROR to a mirror or a snapshot.debian.org date"
  mark_done apt "$debian_mirror $root"
}

check_debian_version() {
  local version
  version=$(private_apt apt-cache show --no-all-versions emscripten | sed -n 's/^Version: \([0-9.]*[0-9]\).*/\1/p') || version=
  [[ -n $version ]] || fail "Debian $debian_suite has no emscripten for this machine: install emsdk $emscripten_version and set EMSDK"
  [[ $version == "$emscripten_version" ]] ||
    note "notice: Debian $debian_suite now has Emscripten $version, the pin is $emscripten_version"
}

debian_packages() {
  private_apt apt-get -qq --simulate install emscripten patchelf |
    awk '$1 == "Inst" { print $2 }' | grep -vE "$unneeded"
}

download_debs() {
  local packages total
  mapfile -t packages < <(debian_packages 2>>"$log")
  ((${#packages[@]} > 20)) || fail "apt cannot resolve emscripten in Debian $debian_suite: see .toolchain/setup.log"
  mkdir -p "$toolchain/debs"
  total=$(cd "$toolchain/debs" && private_apt apt-get -qq download --print-uris "${packages[@]}" | awk '{ sum += $3 } END { print sum + 0 }')
  note "Emscripten from Debian $debian_suite: ${#packages[@]} packages, $(mega "$total") to download"
  (cd "$toolchain/debs" && private_apt apt-get -q download "${packages[@]}" >>"$log" 2>&1) &
  watch $! 'downloading packages' "$toolchain/debs" "$total" ||
    fail 'the download of Debian packages broke off: run emsdk-setup.sh again, it resumes'
}

unpack_debs() {
  rm -rf "$private" "$private.part"
  mkdir -p "$private.part"
  find "$toolchain/debs" -name '*.deb' -print0 |
    xargs -0 -P 2 -I{} dpkg-deb -x {} "$private.part" >>"$log" 2>&1 &
  watch $! 'unpacking' "$private.part" 0 || fail 'unpacking failed (disk full?): free 1 GB and run emsdk-setup.sh again'
  mv "$private.part" "$private"
  rm -rf "$toolchain/debs"
}

loader() {
  find "$private/usr/lib" -name 'ld-linux*.so.*' -print -quit
}

llvm_folder() {
  find "$private/usr/lib" -maxdepth 1 -name 'llvm-*' -print -quit
}

elf_programs() {
  local file
  find "$private/usr/bin" "$(llvm_folder)/bin" -type f \
    \( -name 'clang*' -o -name lld -o -name 'llvm-*' -o -name 'wasm*' \) |
    while read -r file; do
      if [[ $(head -c 4 "$file" | tail -c 3) == ELF ]]; then say "$file"; fi
    done
}

# The programs must run on their own loader and libraries, on a system with an
# older libc. Debian's libLLVM and wasm-opt carry a RUNPATH, which would hide
# the one of the program, hence the forced RPATH, on libraries too.
patch_programs() {
  local libraries ld patchelf file rpath
  ld=$(loader)
  libraries=$(dirname "$ld")
  rpath=$libraries:$(llvm_folder)/lib
  patchelf=$toolchain/patchelf
  cp "$private/usr/bin/patchelf" "$patchelf"
  run_patchelf() { "$ld" --library-path "$libraries" "$patchelf" "$@" >>"$log" 2>&1; }
  while read -r file; do
    run_patchelf --set-interpreter "$ld" --force-rpath --set-rpath "$rpath" "$file" ||
      fail "cannot patch $file: see .toolchain/setup.log"
  done < <(elf_programs)
  for file in "$libraries"/lib{LLVM,clang-cpp,LTO}*.so.*.*; do
    [[ -f $file && ! -L $file ]] && run_patchelf --force-rpath --set-rpath "$rpath" "$file"
  done
  rm "$patchelf"
  wrap_python "$ld" "$libraries"
}

# patchelf breaks Debian's Python, which is not position independent: it is
# started through the loader instead.
wrap_python() {
  local python
  python=$(find "$private/usr/bin" -name 'python3.[0-9]*' -print -quit)
  rm -f "$private/usr/bin/python3"
  # shellcheck disable=SC2016
  printf '#!/bin/sh\nexec "%s" --library-path "%s" --argv0 "$0" "%s" "$@"\n' "$1" "$2" "$python" >"$private/usr/bin/python3"
  chmod +x "$private/usr/bin/python3"
}

# Emscripten reads the .emscripten beside it, and its launchers the first
# assignment of _EM_PY: so no environment variable is needed to run it.
configure_debian_emscripten() {
  local home=$private/usr/share/emscripten file
  cat >"$home/.emscripten" <<CONF
EMSCRIPTEN_ROOT = '$home'
LLVM_ROOT = '$(llvm_folder)/bin'
BINARYEN_ROOT = '$private/usr'
NODE_JS = '$(readlink -f "$(command -v node)")'
CLOSURE_COMPILER = ['$root/tools/closure']
CACHE = '$toolchain/cache'
CONF
  for file in "$home"/em*; do
    if [[ -f $file && -x $file && $file != *.py ]]; then
      sed -i "s|^_EM_PY=\\(\$EMSDK_PYTHON\\|'.*'\\)\$|_EM_PY='$private/usr/bin/python3'|" "$file"
    fi
  done
  # Node looks for acorn from emscripten/ and from acorn's own plugins upwards.
  ln -sfn nodejs "$private/usr/share/node_modules"
}

install_debian() {
  has node || fail 'Node.js 18.3 or newer is missing (Emscripten runs on it): apt-get install nodejs'
  emscripten_root=$private/usr/share/emscripten
  if ! is_done unpack "$emscripten_version $debian_mirror" || [[ ! -x $emscripten_root/emcc ]]; then
    rm -f "$stamps/unpack" "$stamps/patch" "$stamps/warm"
    update_apt
    check_debian_version
    download_debs
    unpack_debs
    mark_done unpack "$emscripten_version $debian_mirror"
  fi
  if ! is_done patch "$root $(command -v node)"; then
    note 'making the programs run from this folder'
    patch_programs
    configure_debian_emscripten
    mark_done patch "$root $(command -v node)"
  fi
  emscripten_origin=debian
}

# --- Dear ImGui -----------------------------------------------------------

install_imgui() {
  local wished version
  wished=$(wish "${IMGUI_DIR:-}")
  if [[ -n $wished ]]; then
    [[ -f $wished/imgui.cpp ]] || fail "IMGUI_DIR=$wished holds no imgui.cpp: point it at the Dear ImGui $imgui_version sources"
    version=$(imgui_version_of "$wished")
    [[ $version == "$imgui_version" ]] ||
      fail "IMGUI_DIR=$wished holds Dear ImGui ${version:-of an unknown version}, not $imgui_version: point it at that one, or unset IMGUI_DIR"
    imgui_dir=$wished
    return
  fi
  imgui_dir=$toolchain/imgui
  is_done imgui "$imgui_version" && [[ $(imgui_version_of "$imgui_dir") == "$imgui_version" ]] && return
  note "Dear ImGui $imgui_version sources, 1 MB"
  imgui_from_debian >>"$log" 2>&1 || imgui_from_git >>"$log" 2>&1 ||
    fail "Dear ImGui $imgui_version is neither in Debian $debian_suite nor reachable with git: unpack it and set IMGUI_DIR"
  mark_done imgui "$imgui_version"
}

imgui_from_debian() (
  has apt-get && has dpkg-deb || return 1
  update_apt || return 1
  local part=$toolchain/imgui.part archive
  rm -rf "$part" && mkdir -p "$part/src" && cd "$part" || return 1
  private_apt apt-get -q source --download-only imgui || return 1
  archive=$(find . -name "imgui_${imgui_version}*.orig.tar.*" -print -quit)
  [[ -n $archive ]] && unpack_xz "$archive" src || return 1
  place_imgui "$part" "$(dirname "$(find src -name imgui.cpp -print -quit)")"
)

# xz-utils is not on every machine, the private Python reads xz by itself.
unpack_xz() {
  if has xz; then
    tar -xJf "$1" -C "$2"
  else
    "$private/usr/bin/python3" -c \
      'import sys, tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2], filter="data")' "$1" "$2"
  fi
}

imgui_from_git() {
  local part=$toolchain/imgui.part
  rm -rf "$part"
  has git && timeout 120 git clone --quiet --depth 1 --branch "v$imgui_version" https://github.com/ocornut/imgui "$part" &&
    place_imgui "$part" "$part"
}

place_imgui() {
  [[ $(imgui_version_of "$2") == "$imgui_version" ]] || return 1
  rm -rf "$toolchain/imgui"
  cp -R "$2" "$toolchain/imgui" && rm -rf "$1"
}

# --- what the builds need -------------------------------------------------

# Emscripten builds its system libraries at their first use; doing it here
# keeps the first web build quick and its output readable.
warm_cache() {
  is_done warm "$emscripten_root" && return
  local work=$toolchain/warm
  mkdir -p "$work"
  printf '#include <string>\n#include <vector>\nint main(int n, char**) { std::vector<std::string> v(n); return int(v.size()); }\n' >"$work/warm.cpp"
  note 'building the system libraries once (about 100 s)'
  "$emscripten_root/em++" -std=c++20 -Oz -flto -fno-exceptions -fno-rtti -sMALLOC=emmalloc -sFILESYSTEM=0 \
    -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_ES6=1 "$work/warm.cpp" -o "$work/warm.mjs" >>"$log" 2>&1 &
  watch $! 'system libraries' "$("$emscripten_root/em-config" CACHE)" 0 || fail 'the first compile failed: see the end of .toolchain/setup.log'
  rm -rf "$work"
  mark_done warm "$emscripten_root"
}

write_environment() {
  {
    say "export PATH=\"$emscripten_root:\$PATH\""
    case $emscripten_origin in
      debian)
        say "export EM_CONFIG=\"$emscripten_root/.emscripten\""
        say "export NODE_PATH=\"$private/usr/share/nodejs\${NODE_PATH:+:\$NODE_PATH}\""
        ;;
      official) say "export EM_CONFIG=\"$toolchain/emsdk/.emscripten\"" ;;
    esac
    say "export IMGUI_DIR=\"$imgui_dir\""
  } >"$toolchain/env.sh"
  say "set(KIOSK_IMGUI_DIR \"$imgui_dir\")" >"$toolchain/paths.cmake"
  say "include(\"$emscripten_root/cmake/Modules/Platform/Emscripten.cmake\")" >"$toolchain/toolchain.cmake"
}

# What the last setup found may have gone or changed since.
is_ready() {
  local version
  is_done complete "$1" && [[ -f $stamps/found ]] || return 1
  { read -r emscripten_root && read -r version && read -r imgui_dir; } <"$stamps/found" || return 1
  [[ -f $toolchain/env.sh && -f $toolchain/paths.cmake && -f $toolchain/toolchain.cmake ]] || return 1
  [[ -x $emscripten_root/emcc && $(imgui_version_of "$imgui_dir") == "$imgui_version" ]] || return 1
  grep -qsF "$version" "$emscripten_root/emscripten-version.txt" || return 1
  note "ready (Emscripten $version, Dear ImGui $(imgui_version_of "$imgui_dir"))"
}

main() {
  local key version
  key=$(setup_key)
  if is_ready "$key"; then return; fi
  mkdir -p "$stamps"
  exec 9>"$toolchain/lock"
  if has flock; then flock 9; fi
  if is_ready "$key"; then return; fi
  trap stop_jobs EXIT
  find_present || install_official || install_debian
  install_imgui
  warm_cache
  write_environment
  rm -rf "$toolchain/apt" "$stamps/apt"
  version=$(emcc_version_of "$emscripten_root/emcc")
  mark_done found "$emscripten_root"$'\n'"$version"$'\n'"$imgui_dir"
  mark_done complete "$key"
  note "done in $SECONDS s (Emscripten $version, Dear ImGui $(imgui_version_of "$imgui_dir"))"
}

emscripten_root=
emscripten_origin=
imgui_dir=
main "$@"
