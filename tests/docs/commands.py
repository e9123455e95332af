#!/usr/bin/env python3
"""Runs what README.md, CONTRIBUTING.md and docs/*.md tell readers to type, and compares what they say comes out. Links
between pages must lead to a page and a heading that are there, and flags in running text must be flags of entente.

usage: commands.py --entente BUILT/entente [--source ROOT] [PAGE…]      all pages where none is named

The info string behind the fence says what a block is:

  ```sh                    each line is run, in order, in the temporary folder of the page, and must end with status 0, or
                           with the one that a comment at its end tells: # exit status 1
  ```text output           what the `sh` block above it prints, both outputs as a pipe gets them, blanks at the ends of
                           lines aside; … stands for anything within a line, alone on a line for any number of lines
  ```text                  a drawing or a dialogue: not looked at
  ```csv meetings.csv      any language and the name of a file: written there before what follows is run; of .jsonl each
                           object in one line, so that pages may show it over several

A block without an info string, or with another one, is a failure.
"""

import argparse
import concurrent.futures
import dataclasses
import difflib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# Beginnings of commands that are not run here, and why.
SKIPPED = {
    "git clone": "asks the network",
    "scripts/": "installs packages, or builds",
}

# Made-up corpora are the same in kind at every size; the test makes the smallest.
SHORTENED = [(re.compile(r"--preset (S|M|L|XL)\b"), "--preset XS")]

# Flags in running text that belong to the programs beside entente.
FLAGS_OF_OTHERS = {"--size", "--precision", "--strict"}

TIME_LIMIT = 120  # seconds for one command; a sanitized build takes some ten times as long as a plain one


def provide_inputs(folder, source, entente):
    """What pages take for granted: the repository's data and build, and files of the reader's own."""
    for name in ("data", "configs"):
        (folder / name).symlink_to(source / name)
    (folder / "build/release").mkdir(parents=True)
    (folder / "build/release/entente").symlink_to(entente)

    articles = sorted((source / "data/articles").glob("*.txt"))
    (folder / "my-articles").mkdir()
    for article in articles[:12]:
        shutil.copy(article, folder / "my-articles")
    for name in ("article.txt", "my-article.txt"):
        shutil.copy(articles[0], folder / name)
    shutil.copytree(source / "configs/lexicon", folder / "my-lexicon")
    shutil.copy(source / "data/gold/articles-a.jsonl", folder / "my-gold.jsonl")

    records = (source / "data/records/seeds.jsonl").read_text().splitlines(keepends=True)
    (folder / "records.jsonl").write_text("".join(records))
    (folder / "old.jsonl").write_text("".join(records[:-2]))
    (folder / "new.jsonl").write_text("".join(records))


@dataclasses.dataclass
class Block:
    page: str
    line: int  # of the fence
    info: str
    text: str

    @property
    def place(self):
        return f"{self.page}:{self.line}"


def blocks_of(page, text):
    """The fenced blocks of a page, in order; those in lists without the list's indentation."""
    blocks = []
    fence = re.compile(r"^( *)(`{3,})([^`]*)$")
    opened = None
    for number, line in enumerate(text.splitlines(), start=1):
        found = fence.match(line)
        if opened is None:
            if found:
                opened = found
                blocks.append(Block(page, number, found[3].strip(), ""))
        elif found and len(found[2]) >= len(opened[2]) and not found[3].strip():
            opened = None
        else:
            blocks[-1].text += line.removeprefix(opened[1]) + "\n"
    return blocks


def commands_of(text):
    """The command lines of a block; one that ends in a backslash goes on in the next line."""
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield line.strip()


def one_a_line(text):
    """The JSON objects of a text, each in a line of its own."""
    lines = []
    while text := text.lstrip():
        value, end = json.JSONDecoder().raw_decode(text)
        lines.append(json.dumps(value, ensure_ascii=False) + "\n")
        text = text[end:]
    return "".join(lines)


def differences(shown, printed):
    """How the output that a page shows differs from what was printed, as lines of a diff; none where it does not."""
    shown = [line.rstrip() for line in shown.splitlines()]
    printed = [line.rstrip() for line in printed.splitlines()]
    pattern = "".join("(?:.*\n)*" if line.strip() == "…" else re.escape(line).replace("…", ".*") + "\n" for line in shown)
    if re.fullmatch(pattern, "".join(line + "\n" for line in printed)):
        return []
    return list(difflib.unified_diff(shown, printed, "the page", "printed", lineterm="", n=1))


def without_blocks(page):
    """The running text of a page."""
    return re.sub(r"^ *```.*?^ *```", "", page, flags=re.MULTILINE | re.DOTALL)


def headings_of(page):
    """The anchors of the headings of a page, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", without_blocks(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(source, page):
    """Links to Markdown pages, or to headings of the same page, that lead nowhere."""
    text = (source / page).read_text(encoding="utf-8")
    for path, anchor in re.findall(r"\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)", text):
        if path and not path.endswith(".md"):
            continue
        target = (source / page).parent / path if path else source / page
        if not target.is_file() or (anchor and anchor not in headings_of(target.read_text(encoding="utf-8"))):
            yield f"{page}: the link to {path}{'#' + anchor if anchor else ''} leads nowhere"


def flags_of(entente):
    """All flags of all commands, as completion knows them."""
    script = subprocess.run([entente, "completion", "bash"], stdout=subprocess.PIPE, text=True, check=True).stdout
    return set(re.findall(r"--[a-z][\w-]*", script))


def unknown_flags(source, page, known):
    """Flags that the running text tells and no command has."""
    for code in re.findall(r"`((?:entente |--)[^`\n]*)`", without_blocks((source / page).read_text(encoding="utf-8"))):
        for flag in re.findall(r"(?<![\w-])--[a-z][\w-]*", code):
            if flag not in known:
                yield f"{page}: entente has no flag {flag} (`{code}`)"


class PageRun:
    """One page in its folder: what was printed last, and what failed."""

    def __init__(self, folder, makes_page):
        self.folder = folder
        self.makes_page = makes_page
        self.printed = None
        self.ran = 0
        self.failures = []

    def follow(self, block):
        kind, _, name = block.info.partition(" ")
        printed, self.printed = self.printed, None
        if block.info == "sh":
            self.printed = self.run_all(block)
        elif block.info == "text output":
            self.compare(block, printed)
        elif block.info == "text":
            self.printed = printed
        elif kind not in ("", "sh", "text") and re.fullmatch(r"[\w.-]+", name):
            (self.folder / name).write_text(one_a_line(block.text) if name.endswith(".jsonl") else block.text)
        else:
            self.failures.append(f"{block.place}: the info string '{block.info}' does not say what the block is")

    def run_all(self, block):
        printed = ""
        for command in commands_of(block.text):
            if any(command.startswith(beginning) for beginning in SKIPPED):
                continue
            if re.match(r"(build/release/)?entente report\b", command) and not self.makes_page:
                continue
            printed += self.run(block, command)
        return printed

    def run(self, block, command):
        for pattern, instead in SHORTENED:
            command = pattern.sub(instead, command)
        told = re.search(r"#.*\bexit status (\d+)", command)
        expected = int(told[1]) if told else 0
        path = f"{self.folder / 'build/release'}:{os.environ['PATH']}"
        try:
            done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=self.folder, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=TIME_LIMIT, text=True,
                                  errors="replace", env={**os.environ, "PATH": path})
        except subprocess.TimeoutExpired:
            self.failures.append(f"{block.place}: {command}\n  takes longer than {TIME_LIMIT} s")
            return ""
        self.ran += 1
        if done.returncode != expected:
            self.failures.append(f"{block.place}: {command}\n  ends with status {done.returncode}, not {expected}:\n"
                                 + done.stdout[-2000:])
        return done.stdout

    def compare(self, block, printed):
        if printed is None:
            self.failures.append(f"{block.place}: there is no `sh` block right above this output")
            return
        found = differences(block.text, printed)
        if found:
            self.failures.append(f"{block.place}: the output is another one\n" + "\n".join(found[:60]))


def can_make_page(entente, source):
    """Whether entente was built with the page of `entente report`, which needs npm."""
    with tempfile.TemporaryDirectory() as folder:
        report = [entente, "report", source / "data/records/seeds.jsonl", "--quiet", "-o", f"{folder}/report.html"]
        return subprocess.run(report, stderr=subprocess.DEVNULL).returncode == 0


def run_page(source, page, entente, makes_page):
    blocks = blocks_of(page, (source / page).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="entente-docs-") as name:
        folder = pathlib.Path(name)
        provide_inputs(folder, source, entente)
        run = PageRun(folder, makes_page)
        for block in blocks:
            run.follow(block)
    return run


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(usage=__doc__.partition("usage: ")[2].partition("\n")[0])
    parser.add_argument("--entente", required=True, type=pathlib.Path)
    parser.add_argument("--source", default=root, type=pathlib.Path)
    parser.add_argument("pages", nargs="*")
    arguments = parser.parse_args()
    entente = arguments.entente.resolve()
    source = arguments.source.resolve()
    pages = arguments.pages or ["README.md", "CONTRIBUTING.md",
                                *sorted(f"docs/{page.name}" for page in (source / "docs").glob("*.md"))]

    makes_page = can_make_page(entente, source)
    flags = flags_of(entente) | FLAGS_OF_OTHERS
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        runs = list(pool.map(lambda page: run_page(source, page, entente, makes_page), pages))
    failures = [failure for run in runs for failure in run.failures]
    for page in pages:
        failures += [*broken_links(source, page), *unknown_flags(source, page, flags)]
    for failure in failures:
        print(failure, end="\n\n")
    print(f"{len(pages)} pages, {sum(run.ran for run in runs)} commands, {len(failures)} failures")
    if not any(run.ran for run in runs) and not arguments.pages:
        print("nothing was run")
        return 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
