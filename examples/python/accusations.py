#!/usr/bin/env python3
"""Accusations and denials from plain text, as annotations that casus takes.

    accusations.py --format jsonl reports/*.txt > annotations.jsonl
    accusations.py --format pb reports/*.txt > annotations.pb
    casus annotations check annotations.jsonl && casus ingest annotations.jsonl

It knows two sentences, "X accused Y of doing Z" and "X denied ...". It is not meant to be good at
that, but to show all that an extractor has to do: keys, byte offsets, evidence, claims that
statements assert and deny.
"""

import argparse
import pathlib
import re
import sys
import unicodedata

import casus_proto

pb = casus_proto.load("annotation")

# A country is one actor for all extractors by its ISO code. Any other name is one by kind, country
# and name; what kind and country this program does not know.
COUNTRIES = {"Chad": "TCD", "Niger": "NER", "Libya": "LBY"}

NAME = r"(?:[Tt]he )?(?P<{0}>[^\W\d_a-z]\w*(?:[ -](?:of (?:the )?)?[^\W\d_a-z]\w*)*)"
ACCUSED = re.compile(
    NAME.format("speaker") + r" (?:has |on \w+ )?(?P<cue>accused) " + NAME.format("addressee")
    + r" of (?P<content>(?P<verb>\w+)ing [^.,;]+)")
DENIED = re.compile(
    NAME.format("speaker") + r" (?:has |on \w+ )?(?P<cue>denied|rejected|dismissed) "
    r"(?P<content>[^.,;]+)")


class Annotator:
    """One article to one annotation."""

    def __init__(self, path):
        self.annotation = pb.ArticleAnnotation()
        self.annotation.extractor.name = "accusations.py"
        self.annotation.extractor.version = "1"
        self.read(path)
        self.text = self.annotation.article.text
        self.claims_against = {}  # by the accused actor's key: the last claim

    def read(self, path):
        """Header lines `Name: value`, an empty line, then the text, which is kept as it is."""
        head, _, body = path.read_bytes().decode("utf-8").partition("\n\n")
        article = self.annotation.article
        article.id = path.name
        for line in head.splitlines():
            name, _, value = line.partition(": ")
            if name in ("Title", "Outlet", "Published"):
                setattr(article, name.lower(), value)
        article.language = "en"
        article.text = body

    def span(self, match, group):
        """Python counts code points, casus counts bytes of UTF-8."""
        begin, end = match.span(group)
        return pb.Span(begin=len(self.text[:begin].encode()), end=len(self.text[:end].encode()))

    def actor(self, match, group):
        """The key of the actor that a name stands for; lists it, with where it stands."""
        name = match[group]
        country = COUNTRIES.get(name, "")
        key = f"actor:{country}" if country else f"actor:unknown:-:{slug(name)}"
        actor = next((a for a in self.annotation.actors if a.key == key), None)
        if actor is None:
            kind = pb.ActorKind.country if country else pb.ActorKind.unknown
            actor = self.annotation.actors.add(key=key, name=name, kind=kind, country=country)
        actor.evidence.append(self.span(match, group))
        return key

    def accusation(self, match):
        speaker, accused = self.actor(match, "speaker"), self.actor(match, "addressee")
        event = self.annotation.events.add(
            key=f"e{len(self.annotation.events) + 1}", type="ACCUSE", mode="allege",
            trigger=self.span(match, "cue"), evidence=[self.span(match, 0)])
        event.initiators.add(actor=speaker, text=match["speaker"],
                             span=self.span(match, "speaker"))
        event.targets.add(actor=accused, text=match["addressee"],
                          span=self.span(match, "addressee"))
        claim = self.annotation.claims.add(
            key=f"c{len(self.annotation.claims) + 1}",
            text=f"{match['addressee']} {match['content']}", subject=accused,
            predicate=match["verb"])
        self.statement(match, speaker, pb.StatementKind.accusation, pb.Stance.asserts, claim,
                       addressee=accused, event=event.key)
        self.claims_against[accused] = claim

    def denial(self, match):
        """A denial without a claim that it denies says too little to be kept."""
        key = self.actor(match, "speaker")
        if key in self.claims_against:
            self.statement(match, key, pb.StatementKind.denial, pb.Stance.denies,
                           self.claims_against[key])

    def statement(self, match, speaker, kind, stance, claim, **more):
        self.annotation.statements.add(
            key=f"s{len(self.annotation.statements) + 1}", kind=kind, stance=stance,
            speaker=speaker, speaker_text=match["speaker"], source=[self.span(match, "speaker")],
            cue=[self.span(match, "cue")], content=[self.span(match, "content")],
            claim=claim.key, certainty=pb.Certainty.certain, **more)

    def run(self):
        found = [(m.start(), self.accusation, m) for m in ACCUSED.finditer(self.text)]
        found += [(m.start(), self.denial, m) for m in DENIED.finditer(self.text)]
        for _, take, match in sorted(found, key=lambda one: one[0]):
            take(match)
        return self.annotation


def slug(name):
    """As casus writes names into keys: no marks, lower case, '-' between words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold())
                    if not unicodedata.combining(c))
    return "-".join(re.findall(r"\w+", plain))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--format", choices=["jsonl", "pb"], default="jsonl")
    parser.add_argument("file", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    for path in options.file:
        annotation = Annotator(path).run()
        if options.format == "pb":
            casus_proto.write_frame(annotation, sys.stdout.buffer)
        else:
            from google.protobuf import json_format
            line = json_format.MessageToJson(annotation, preserving_proto_field_name=True,
                                             indent=None, ensure_ascii=False)
            sys.stdout.buffer.write(line.encode() + b"\n")


if __name__ == "__main__":
    main()
