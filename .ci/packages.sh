#!/usr/bin/env bash
# Installs what the tiers need beside Node and Go, where it is missing and this is Debian: a browser for the pictures, shells for the
# completion scripts, and the toolchains of the languages that jsii speaks.
set -euo pipefail

missing=()
need() {
  command -v "$1" >/dev/null || missing+=("${@:2}")
}
need chromium chromium
need zsh zsh
need fish fish
need javac default-jdk-headless
need mvn maven
need python3 python3 python3-venv

((${#missing[@]} == 0)) && exit
echo "installing ${missing[*]}"
if ! command -v apt-get >/dev/null; then
  echo "these programs are missing, and there is no apt-get to install them: ${missing[*]}" >&2
  exit 1
fi
apt-get update -q
DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
