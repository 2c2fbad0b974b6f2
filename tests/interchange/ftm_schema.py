"""Whether lines are FollowTheMoney: schemata, names of properties and kinds of values, written down
from the published model (schema/*.yaml of the followthemoney package, 3.x) as far as casus uses it.

    ftm_schema.py FILE

Prints how many entities of each schema there are.
"""
import collections
import json
import re
import sys

EXTENDS = {
    "Thing": (), "Interval": (), "Analyzable": (), "Mention": (),
    "LegalEntity": ("Thing",), "Person": ("LegalEntity",), "Organization": ("LegalEntity",),
    "PublicBody": ("Organization",), "Company": ("Organization",), "Address": ("Thing",),
    "Document": ("Thing", "Analyzable"), "Article": ("Document",), "Note": ("Thing", "Analyzable"),
    "Event": ("Thing", "Interval", "Analyzable"), "Interest": ("Interval",),
    "UnknownLink": ("Interest",),
}
TEXT, DATE, COUNTRY, LANGUAGE, URL, NUMBER = "text date country language url number".split()
# A range in capitals is an entity.
PROPERTIES = {
    "Thing": {"name": TEXT, "summary": TEXT, "description": TEXT, "country": COUNTRY,
              "alias": TEXT, "sourceUrl": URL, "publisher": TEXT, "keywords": TEXT, "notes": TEXT,
              "address": TEXT, "addressEntity": "Address", "proof": "Document",
              "modifiedAt": DATE, "retrievedAt": DATE},
    "Interval": {"startDate": DATE, "endDate": DATE, "date": DATE, "summary": TEXT,
                 "description": TEXT, "recordId": TEXT, "sourceUrl": URL, "publisher": TEXT,
                 "modifiedAt": DATE, "retrievedAt": DATE, "proof": "Document"},
    "Analyzable": {"detectedLanguage": LANGUAGE, "namesMentioned": TEXT},
    "LegalEntity": {"sector": TEXT, "classification": TEXT, "jurisdiction": COUNTRY},
    "Person": {"position": TEXT, "nationality": COUNTRY},
    "Organization": {}, "PublicBody": {}, "Company": {},
    "Address": {"full": TEXT, "city": TEXT, "latitude": NUMBER, "longitude": NUMBER},
    "Document": {"title": TEXT, "language": LANGUAGE, "publishedAt": DATE, "bodyText": TEXT,
                 "author": TEXT, "date": DATE},
    "Article": {},
    "Note": {"entity": "Thing"},
    "Event": {"location": TEXT, "involved": "Thing", "organizer": "LegalEntity",
              "important": TEXT},
    "Interest": {"role": TEXT, "status": TEXT},
    "UnknownLink": {"subject": "Thing", "object": "Thing"},
    "Mention": {"document": "Document", "resolved": "LegalEntity", "name": TEXT,
                "detectedSchema": TEXT, "contextCountry": COUNTRY},
}
SHAPES = {
    DATE: r"\d{4}(-\d\d(-\d\d(T.*)?)?)?", COUNTRY: "[a-z]{2,3}", LANGUAGE: "[a-z]{3}",
    URL: "https?://.+", NUMBER: r"-?\d+(\.\d+)?", TEXT: r"(?s).+",
}
REQUIRED = {"UnknownLink": {"subject", "object"}, "Mention": {"document", "name"},
            "Address": {"full"}}


def lineage(schema):
    yield schema
    for parent in EXTENDS[schema]:
        yield from lineage(parent)


def properties(schema):
    return {name: range_ for of in lineage(schema) for name, range_ in PROPERTIES[of].items()}


entities = collections.defaultdict(dict)
schema_of = {}
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        entity = json.loads(line)
        assert set(entity) == {"id", "schema", "properties"}, line
        assert re.fullmatch("[0-9a-f]{40}", entity["id"]), line
        assert schema_of.setdefault(entity["id"], entity["schema"]) == entity["schema"], line
        known = properties(entity["schema"])
        for name, values in entity["properties"].items():
            assert values and len(values) == len(set(values)), line
            entities[entity["id"]].setdefault(name, []).extend(values)
            for value in values:
                shape = SHAPES.get(known[name], "[0-9a-f]{40}")
                assert re.fullmatch(shape, value), (name, value)

for name, values in entities.items():
    schema = schema_of[name]
    assert REQUIRED.get(schema, {"name"} if schema != "Article" else {"title"}) <= set(values), values
    for property_, range_ in properties(schema).items():
        for value in values.get(property_, []) if range_ not in SHAPES else []:
            if value in schema_of:
                assert range_ in lineage(schema_of[value]), (schema, property_, schema_of[value])
for schema, number in sorted(collections.Counter(schema_of.values()).items()):
    print(schema, number)
