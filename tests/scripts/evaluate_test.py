#!/usr/bin/env python3
"""scripts/evaluate on a made-up set, with stubs for the scorers: evaluate_test.py CASUS."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

EVALUATE = pathlib.Path(__file__).resolve().parents[2] / "scripts/evaluate"
CASUS = sys.argv.pop()

TO_ARTICLES = """
import json, pathlib, sys
for text in sorted(pathlib.Path(sys.argv[2]).glob("*.txt")):
    print(json.dumps({"id": text.stem, "published": "2024-05-02", "text": text.read_text()}))
"""
FROM_ANNOTATIONS = """
import json, sys
for line in sys.stdin:
    annotation = json.loads(line)
    print(json.dumps({"id": annotation["article"]["id"], "denials": [s for s in annotation["statements"] if s["kind"] == "denial"]}))
"""
# Half right where there is one denial an article.
SCORE = """
import json, sys
if "--traces" in sys.argv:
    print("trace.denied_by 0.250 0.500 0.333 1/2/4")
else:
    gold, found = [[json.loads(line) for line in open(name)] for name in sys.argv[1:3]]
    right = sum(len(record["denials"]) for record in found)
    print(json.dumps({"scores": {"kind.denial": {"P": right / 2, "R": right / len(gold), "F": 0.5}}}))
"""


class Evaluate(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.gold = pathlib.Path(self.folder.name) / "gold"
        self.write("adapters/to_articles.py", TO_ARTICLES)
        self.write("adapters/from_annotations.py", FROM_ANNOTATIONS)
        self.write("adapters/ask_traces.py", "print()")
        self.write("articles/score.py", SCORE)
        self.write("articles/gold-mine.jsonl", '{"id": "wells"}\n{"id": "ferry"}\n')
        self.write("articles/texts/wells.txt", "Niger denied that its soldiers had fouled the wells.\n")
        self.write("../seeds/ferry.txt", "2024-05-01 The ferry sank.\n")

    def write(self, name, content):
        path = self.gold / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)

    def run_it(self, *options):
        return subprocess.run([sys.executable, EVALUATE, self.gold, *options], capture_output=True, text=True)

    def test_figures_of_what_is_there(self):
        self.write("articles/traces-mine.jsonl", "{}\n")
        out = pathlib.Path(self.folder.name) / "out"
        run = self.run_it("--casus", CASUS, "--json", "--threads", "1", "--out", str(out))
        self.assertEqual(run.returncode, 0, run.stderr)
        report = json.loads(run.stdout)
        self.assertEqual(report["sets"], {"articles": {"denials": {"p": 0.5, "r": 0.5, "f1": 0.5}},
                                          "articles traces": {"denied by": {"p": 0.25, "r": 0.5, "f1": 0.333}}})
        self.assertEqual(report["sentences"], 2)
        self.assertIn("2024-05-01", (out / "articles.articles.jsonl").read_text())

    def test_table(self):
        run = self.run_it("--casus", CASUS)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertRegex(run.stdout, r"articles\n  denials +0\.500 +0\.500 +0\.500\n2 sentences, ")

    def assert_fails(self, run, *parts):
        self.assertEqual(run.returncode, 1)
        for part in ("evaluate: ", *parts):
            self.assertIn(part, run.stderr)

    def test_what_is_missing_is_named(self):
        self.assert_fails(self.run_it("--casus", "/nowhere/casus"), "/nowhere/casus is no program")
        self.write("articles/score.py", "import sys; sys.exit('no gold today')")
        self.assert_fails(self.run_it("--casus", CASUS), "score.py", "no gold today")
        (self.gold / "articles/score.py").unlink()
        self.assert_fails(self.run_it("--casus", CASUS), "articles/score.py is missing")
        (self.gold / "articles/gold-mine.jsonl").unlink()
        self.assert_fails(self.run_it("--casus", CASUS), "none of the sets")
        self.gold = self.gold / "nothing"
        self.assert_fails(self.run_it("--casus", CASUS), "is no folder")


unittest.main()
