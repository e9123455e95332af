#!/bin/sh
# Writes the pages of the manual and the completions of shells.
#
# usage: write_pages.sh ENTENTE FOLDER
set -eu
entente=$1
folder=$2
mkdir -p "$folder"
for shell in bash zsh fish; do "$entente" completion $shell >"$folder/entente.$shell"; done
commands=$("$entente" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
for command in $commands; do "$entente" manual "$command" >"$folder/entente-$command.1"; done
"$entente" manual >"$folder/entente.1"
