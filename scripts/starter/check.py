"""Checks data/starter: form always, facts against the official files when they are at hand.

The facts are looked for in the raw text of each record, cut out here by its key, not with the readers that made the
list: a value passes if the words or numbers of it stand in that text.
"""

import csv
import datetime
import gzip
import html
import json
import os
import pathlib
import re
import sys
import unicodedata
import urllib.parse

from official import CANADA_VERSION, COUNTRIES, CSL_VERSION, OFSI_VERSION, SDN_VERSIONS, UN_VERSIONS

PROJECT = pathlib.Path(__file__).resolve().parents[2]
STARTER = PROJECT / "data" / "starter"
LEAST, MOST = 180, 230
SCHEMATA = {"Person", "Organization", "Company", "Vessel", "Airplane"}
LISTED = ("ofac", "un", "ofsi", "ca")  # ids of records that were taken from a list file
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
PRECISE = r"\d{4}(-\d\d(-\d\d)?)?"

failures = []


def fail(ident, text):
    failures.append(f"{ident}: {text}")


def property_kinds():
    source = (PROJECT / "src" / "entity" / "property_list.inc").read_text(encoding="utf-8")
    return dict(re.findall(r'^VEDETTE_PROPERTY\(\w+, "(\w+)", (\w+)\)', source, re.M))


def read_csv(name):
    with open(STARTER / name, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_records():
    records = []
    for number, line in enumerate((STARTER / "starter.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        try:
            records.append(json.loads(line))
        except ValueError as error:
            fail(f"starter.jsonl:{number}", f"not JSON: {error}")
    return records


def is_date(text):
    for part in text.split("/"):
        if not re.fullmatch(PRECISE, part):
            return False
        try:
            datetime.date.fromisoformat((part + "-01-01")[:10] if len(part) < 10 else part)
        except ValueError:
            return False
    return text.count("/") <= 1


def is_imo(text, schema):
    """Seven digits; the last of a ship's is a check digit. Company numbers have a rule of their own."""
    if not re.fullmatch(r"\d{7}", text):
        return False
    weighted = sum(int(digit) * (7 - place) for place, digit in enumerate(text[:6]))
    return schema != "Vessel" or weighted % 10 == int(text[6])


def check_value(ident, schema, name, kind, value):
    if not isinstance(value, str) or not value or value != " ".join(value.split()):
        return fail(ident, f"{name}: empty, not text, or spaces not folded: {value!r}")
    if unicodedata.normalize("NFC", value) != value:
        fail(ident, f"{name}: not in normal form C: {value!r}")
    if kind == "kDate" and not is_date(value):
        fail(ident, f"{name}: not a date: {value!r}")
    if kind == "kCountry" and value not in COUNTRIES:
        fail(ident, f"{name}: not a known country code: {value!r}")
    if kind == "kGender" and value not in ("male", "female", "other"):
        fail(ident, f"{name}: {value!r}")
    if kind == "kTopic" and value != "sanction":
        fail(ident, f"{name}: {value!r}")
    if name == "imoNumber" and not is_imo(value, schema):
        fail(ident, f"{name}: wrong digits: {value!r}")
    if name == "sourceUrl" and urllib.parse.urlparse(value).scheme not in ("http", "https"):
        fail(ident, f"{name}: {value!r}")


def check_form(records, kinds):
    seen = set()
    meta = json.loads((STARTER / "meta.json").read_text(encoding="utf-8"))
    counts = {}
    for record in records:
        ident = record.get("id", "?")
        if ident in seen:
            fail(ident, "id twice")
        seen.add(ident)
        if set(record) != {"id", "schema", "properties", "datasets"}:
            fail(ident, f"members: {sorted(record)}")
        if record["schema"] not in SCHEMATA:
            fail(ident, f"schema: {record['schema']}")
        if len(record["datasets"]) != 1 or record["datasets"][0] not in meta["datasets"]:
            fail(ident, f"datasets: {record['datasets']}")
        counts[record["datasets"][0]] = counts.get(record["datasets"][0], 0) + 1
        if not record["properties"].get("name") or record["properties"].get("topics") != ["sanction"]:
            fail(ident, "no name, or no topic")
        for name, values in record["properties"].items():
            if name not in kinds:
                fail(ident, f"unknown property: {name}")
            elif len(set(values)) != len(values) or not values:
                fail(ident, f"{name}: empty or a value twice")
            else:
                for value in values:
                    check_value(ident, record["schema"], name, kinds[name], value)
    if not LEAST <= len(records) <= MOST:
        fail("starter.jsonl", f"{len(records)} records, not {LEAST} to {MOST}")
    if counts != {name: dataset["records"] for name, dataset in meta["datasets"].items()}:
        fail("meta.json", f"counts differ from the records: {counts}")
    return seen


def last_day(text):
    if len(text) == 7:
        year, month = map(int, text.split("-"))
        return (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)).isoformat()
    return text


def check_bounds(records, seen):
    """Every bounded record exists, the bounds are in order, and a stated date of listing lies between them."""
    listed = {record["id"]: record["properties"].get("listingDate", [""])[0] for record in records}
    for row in read_csv("bounds.csv"):
        ident, after, by = row["id"], last_day(row["listed_after"]), last_day(row["listed_by"])
        if ident not in seen:
            fail(ident, "in bounds.csv but not in starter.jsonl")
        if after and by and not after < by:
            fail(ident, f"bounds out of order: {after} {by}")
        date = listed.get(ident)
        if date and ((after and date <= after) or (by and date > by)):
            fail(ident, f"listed {date}, but bounds are ({after}, {by}]")


def words(text):
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    return set(re.findall(r"[^\W_]+", plain))


def slice_ofac(root, keys):
    """Every line that begins with the record's number, in all files of all versions, and its row of the trade list."""
    slices = dict.fromkeys(keys, "")
    for version in SDN_VERSIONS:
        for path in sorted((root / "us-ofac-sdn" / version).glob("*.csv")):
            for line in path.read_text(encoding="latin-1").splitlines():
                key = line.split(",", 1)[0]
                if key in slices:
                    slices[key] += line + "\n"
    with gzip.open(root / "us-csl" / f"{CSL_VERSION}.csv.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            match = re.search(r"Treasury Department,(\d+),", line)
            if match and match.group(1) in slices:
                slices[match.group(1)] += line
    return slices


def slice_un(root, keys):
    text = html.unescape((root / "un" / f"{UN_VERSIONS[-1]}.xml").read_text(encoding="utf-8"))
    blocks = re.findall(r"<(INDIVIDUAL|ENTITY)>(.*?)</\1>", text, re.S)
    found = {re.search(r"<REFERENCE_NUMBER>\s*(\S+?)\s*<", block).group(1): block for _, block in blocks}
    return {key: found.get(key, "") for key in keys}


def slice_ofsi(root, keys):
    slices = dict.fromkeys(keys, "")
    text = (root / "uk" / f"ofsi-conlist-{OFSI_VERSION}.csv").read_text(encoding="cp1252")
    for line in text.splitlines():
        key = line.rsplit(",", 1)[-1]
        if key in slices:
            slices[key] += line + "\n"
    return slices


def slice_canada(root, keys):
    text = html.unescape((root / "ca-sema" / f"{CANADA_VERSION}.xml").read_text(encoding="utf-8"))
    slices = {}
    for block in re.findall(r"<record>(.*?)</record>", text, re.S):
        found = [re.search(f"<{tag}>(.*?)</{tag}>", block, re.S) for tag in ("Country", "Schedule", "Item")]
        regulation, *item = [match.group(1).split("/")[0].strip() if match else "" for match in found]
        codes = [code for code, names in COUNTRIES.items() if regulation in names]
        parts = [re.sub(r"[^a-z0-9.]", "", part.casefold()) for part in (*codes[:1], *item)]
        slices["-".join(part for part in parts if part)] = block
    return {key: slices.get(key, "") for key in keys}


def date_forms(date):
    year, *rest = date.split("-")
    if not rest:
        return [year]
    month = MONTHS[int(rest[0]) - 1]
    if len(rest) == 1:
        return [date, f"{month} {year}"]
    return [date, f"{rest[1]} {month} {year}", f"{rest[1]}/{rest[0]}/{year}"]


def stands_in(name, kind, value, raw, raw_words, native):
    if name in ("topics", "notes", "sourceUrl"):
        return True
    if kind == "kDate":
        return all(any(form in raw for form in date_forms(part)) for part in value.split("/"))
    if kind == "kCountry":
        return any(country in raw for country in COUNTRIES[value]) or re.search(rf"\b{value.upper()}\b", raw)
    if kind == "kIdentifier":
        return value in raw
    return value in native or words(value) <= raw_words


def check_facts(root, records, kinds):
    native = {}
    for row in read_csv("native_names.csv"):
        native.setdefault(row["party"], set()).add(row["name"])
    party = {row["id"]: row["party"] for row in read_csv("chosen.csv")}
    stated = {row["list"] + re.sub("[^a-z]+", "-", row["name"].casefold()): row for row in
              csv.DictReader(open(root / "listing_dates.csv", encoding="utf-8", newline=""))}
    dated = {(row["list"], row["list_id"]): row["listed_from"] for row in stated.values() if row["list_id"]}
    slicers = {"ofac": slice_ofac, "un": slice_un, "ofsi": slice_ofsi, "ca": slice_canada}
    keys = {prefix: {ident.split("-", 1)[1] for ident in party if ident.startswith(prefix + "-")} for prefix in LISTED}
    slices = {prefix: slicers[prefix](root, keys[prefix]) for prefix in LISTED}
    checked = 0
    for record in records:
        ident, dataset = record["id"], record["datasets"][0]
        prefix, key = ident.split("-", 1)
        if ident in party:
            raw, names = slices[prefix][key], native.get(party[ident], set())
        else:
            row = stated.get(dataset + key)
            raw, names = "\n".join(row.values()) if row else "", native.get(key, set())
        if not raw:
            fail(ident, "not found in the official files")
            continue
        raw_words = words(raw)
        for name, values in record["properties"].items():
            for value in values:
                if name == "listingDate" and (dataset, key) in dated:
                    if dated[dataset, key] != value:
                        fail(ident, f"listingDate {value}, stated as {dated[dataset, key]}")
                elif not stands_in(name, kinds[name], value, raw, raw_words, names):
                    fail(ident, f"{name} {value!r} is not in its source")
                checked += 1
    return checked


def official_folder():
    given = os.environ.get("VEDETTE_TEST_DATA")
    return (pathlib.Path(given) if given else PROJECT.parent / "shared" / "data") / "lists"


def main():
    kinds = property_kinds()
    records = read_records()
    seen = check_form(records, kinds)
    check_bounds(records, seen)
    root = official_folder()
    if failures:
        facts = "facts not looked up"
    elif (root / "listing_dates.csv").exists():
        facts = f"{check_facts(root, records, kinds)} values looked up in the official files"
    else:
        facts = f"facts not looked up: no official files in {root}"
    for line in failures:
        print(f"FAIL {line}", file=sys.stderr)
    if failures:
        sys.exit(1)
    print(f"OK starter list: {len(records)} records; {facts}")


if __name__ == "__main__":
    main()
