"""The rules of the STIX 2.1 specification (OASIS, 10 June 2021) for what casus writes, from its text.

    stix_rules.py BUNDLE

Prints how many objects of each type there are; a rule that is broken is an error.
"""
import collections
import datetime
import json
import re
import sys
import uuid

# Required by section 3.2 of all, and by sections 4 and 5 of each type.
COMMON = {"type", "spec_version", "id", "created", "modified"}
REQUIRED = {
    "identity": {"name"},
    "incident": {"name"},
    "location": set(),
    "note": {"content", "object_refs"},
    "opinion": {"opinion", "object_refs"},
    "relationship": {"relationship_type", "source_ref", "target_ref"},
    "report": {"name", "published", "object_refs"},
}
OPTIONAL_OF_ALL = {"created_by_ref", "revoked", "labels", "confidence", "lang",
                   "external_references", "object_marking_refs", "granular_markings", "extensions"}
OPTIONAL = {
    "identity": {"description", "roles", "identity_class", "sectors", "contact_information"},
    "incident": {"description"},
    "location": {"name", "description", "latitude", "longitude", "precision", "region", "country",
                 "administrative_area", "city", "street_address", "postal_code"},
    "note": {"abstract", "authors"},
    "opinion": {"explanation", "authors"},
    "relationship": {"description", "start_time", "stop_time"},
    "report": {"description", "report_types"},
}
IDENTITY_CLASSES = {"individual", "group", "system", "organization", "class", "unknown"}
OPINIONS = {"strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"}
LISTS = {"object_refs", "labels", "authors", "roles", "external_references"}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def check_id(text, of_type=None):
    kind, _, rest = text.partition("--")
    assert str(uuid.UUID(rest)) == rest and uuid.UUID(rest).variant == uuid.RFC_4122, text
    assert uuid.UUID(rest).version == 5, text
    assert of_type in (None, kind), text


def check_time(text):
    assert TIME.fullmatch(text), text
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def check(item):
    kind = item["type"]
    names = set(item)
    assert COMMON | REQUIRED[kind] <= names, item
    assert names <= COMMON | REQUIRED[kind] | OPTIONAL_OF_ALL | OPTIONAL[kind], item
    assert item["spec_version"] == "2.1"
    check_id(item["id"], kind)
    for name, value in item.items():
        if name in LISTS:
            assert isinstance(value, list) and value, item
        elif name not in ("latitude", "longitude", "confidence"):
            assert isinstance(value, str) and value, item
    assert check_time(item["modified"]) >= check_time(item["created"])
    assert 0 <= item.get("confidence", 0) <= 100
    for reference in item.get("external_references", []):
        assert reference["source_name"]
        assert {"description", "url", "external_id"} & set(reference), item
    if "created_by_ref" in item:
        check_id(item["created_by_ref"], "identity")
    if kind == "identity":
        assert item["identity_class"] in IDENTITY_CLASSES
    if kind == "location":
        assert ("latitude" in item) == ("longitude" in item)
        assert {"region", "country", "latitude"} & names, item
        assert -90 <= item.get("latitude", 0) <= 90 and -180 <= item.get("longitude", 0) <= 180
        assert re.fullmatch("[A-Z]{2}", item.get("country", "XX")), item
    if kind == "opinion":
        assert item["opinion"] in OPINIONS
    if kind == "report":
        check_time(item["published"])
    if kind == "relationship":
        assert re.fullmatch("[a-z0-9-]+", item["relationship_type"])
        times = [check_time(item[name]) for name in ("start_time", "stop_time") if name in item]
        assert len(times) < 2 or times[0] < times[1], item


def references(item):
    for name, value in item.items():
        if name.endswith("_ref"):
            yield value
        elif name.endswith("_refs"):
            yield from value


with open(sys.argv[1], encoding="utf-8") as file:
    bundle = json.load(file)
assert set(bundle) <= {"type", "id", "objects"} and bundle["type"] == "bundle"
check_id(bundle["id"], "bundle")
for item in bundle["objects"]:
    check(item)
ids = [item["id"] for item in bundle["objects"]]
assert len(ids) == len(set(ids)), "an id that is there twice"
for item in bundle["objects"]:
    for reference in references(item):
        assert reference in set(ids), (item["id"], reference)
for kind, number in sorted(collections.Counter(item["type"] for item in bundle["objects"]).items()):
    print(kind, number)
