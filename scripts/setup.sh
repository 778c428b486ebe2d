#!/usr/bin/env bash
# Sets up what codesign needs on Debian or Ubuntu: system packages, and .venv from requirements.lock.
# 'setup.sh tests' also gets what only the tests need. Does nothing when nothing changed since the last time.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:-}
say() { printf 'setup: %s\n' "$*" >&2; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 3; }
if [ "$#" -gt 1 ] || [[ "$purpose" != "" && "$purpose" != tests ]]; then
    say "found '$*'; give nothing, or 'tests' for what the tests need, too"
    exit 2
fi

python_command() {
    # The interpreter that .venv is made from; CODESIGN_PYTHON chooses another.
    local candidate
    for candidate in ${CODESIGN_PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

missing_packages() {
    command -v ngspice >/dev/null || echo ngspice
    ldconfig -p 2>/dev/null | grep -q 'libngspice\.so' || [ -n "${NGSPICE_LIBRARY_PATH:-}" ] \
        || compgen -G '/usr/lib/*/libngspice.so*' >/dev/null || echo libngspice0
    { command -v iverilog && command -v vvp; } >/dev/null || echo iverilog
    command -v ghdl >/dev/null || echo ghdl
    command -v make >/dev/null || echo make
    local python
    python=$(python_command)
    if [ -z "$python" ]; then
        echo python3 python3-venv
        return
    fi
    if [ ! -x .venv/bin/python ] && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        echo python3-venv
    fi
    # cocotb runs Python within the simulator, from a library that Debian's python3 does not bring along.
    "$python" -c 'import os, sys, sysconfig
name, folder = map(sysconfig.get_config_var, ("INSTSONAME", "LIBDIR"))
sys.exit(not os.path.exists(os.path.join(folder, name)))' \
        || "$python" -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])'
}

missing_test_packages() {
    # The report is opened in a real browser. Ubuntu has it as a snap alone.
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
        || [ -n "${CODESIGN_CHROMIUM:-}" ] && return
    if command -v apt-cache >/dev/null && compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null \
        && ! apt-cache show chromium >/dev/null 2>&1; then
        say "there is no package chromium here: without a browser of your own the report is not tested in one"
    else
        echo chromium
    fi
}

install_packages() {
    local packages
    packages=$(tr '\n' ' ' <<<"$1")
    [ -n "${packages// /}" ] || return 0
    command -v apt-get >/dev/null || fail "missing: ${packages% }; install them (there is no apt-get here to do it)"
    local sudo=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "missing: ${packages% }; as root: apt-get install ${packages% }"
        sudo=(sudo)
    fi
    say "installing with apt-get: ${packages% }"
    local quiet=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
    "${sudo[@]}" "${quiet[@]}" update >&2 || fail "apt-get update failed; is there a network?"
    # shellcheck disable=SC2086 (a list of words)
    "${sudo[@]}" "${quiet[@]}" install -y --no-install-recommends $packages >&2 \
        || fail "apt-get could not install ${packages% }; see above"
}

install_python() {
    local stamp=.venv/.codesign-setup wanted
    # pyproject.toml too: it holds the commands and the extras. The folder too: an environment cannot be moved.
    wanted=$({ pwd; cat requirements.lock pyproject.toml; } | sha256sum | cut -d' ' -f1)
    if [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then return; fi
    local python
    python=$(python_command)
    [ -n "$python" ] || fail "codesign needs Python 3.11 or newer; install it, or name one with CODESIGN_PYTHON"
    if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        say "making .venv with $("$python" --version)"
        "$python" -m venv --clear .venv
    fi
    say "installing Python packages from requirements.lock (the first time takes some minutes)"
    local pip=(.venv/bin/python -m pip --disable-pip-version-check install)
    if [ ! -t 2 ]; then pip+=(-qq); fi  # on a terminal pip shows its bars, in a log only what went wrong
    "${pip[@]}" -r requirements.lock >&2 \
        || fail "pip could not install requirements.lock; see above"
    "${pip[@]}" --no-deps -e . >&2 || fail "pip could not install codesign itself; see above"
    echo "$wanted" >"$stamp"
    say "done; '.venv/bin/codesign doctor' shows what is here"
}

install_packages "$(missing_packages)"
install_packages "$(missing_packages)"  # a Python that has just come may want its library
# By itself, when the lists of packages are there: whether there is a browser to have stands in them.
if [ "$purpose" = tests ]; then install_packages "$(missing_test_packages)"; fi
install_python
